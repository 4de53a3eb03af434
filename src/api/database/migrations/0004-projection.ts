/**
 * The current state beside the ledger, and one call that writes both. `append_to_ledger` is everything a write needs in
 * one round trip: the head stays locked only while it runs. It binds itself to its tenant as the serving role, so that
 * row-level security holds for each of its statements. DESIGN.md 3.11.
 */
export const projection = `
create function subject_of(type text, data text) returns text language sql immutable as $$
  select case
    when type = 'check-in-accepted' then data::json #>> '{checkIn,kpi}'
    when type = 'status-changed' then data::json ->> 'id'
    when type = 'decision-recorded' then data::json #>> '{decision,cause}'
    when type = 'kpi-adopted' then data::json #>> '{kpi,id}'
    when type = 'recalibration-opened' then data::json #>> '{recalibration,id}'
    when type like 'recalibration-%' then data::json ->> 'id'
  end $$;
alter table ledger_entry add column subject text generated always as (subject_of(type, data)) stored;
create index ledger_entry_subject on ledger_entry (tenant, subject, seq) where subject is not null;

create table projection (
  tenant text not null,
  kind text not null check (kind in ('kpi', 'initiative', 'objective', 'recalibration')),
  id text not null,
  seq bigint not null,
  status text not null,
  since bigint,
  review_at bigint,
  data text not null,
  primary key (tenant, kind, id)
);
create index projection_changed on projection (tenant, seq);
alter table projection enable row level security;
alter table projection force row level security;
create policy own_tenant on projection using (tenant = current_setting('lastmile.tenant', true));
grant select, insert, update, delete on projection to lastmile_app;

create table snapshot_core (
  tenant text primary key,
  seq bigint not null,
  hash text not null,
  version integer not null,
  data bytea not null
);
create table snapshot_segment (
  tenant text not null,
  first_seq bigint not null,
  last_seq bigint not null check (last_seq >= first_seq),
  data bytea not null,
  primary key (tenant, first_seq)
);
alter table snapshot_core enable row level security;
alter table snapshot_core force row level security;
create policy own_tenant on snapshot_core using (tenant = current_setting('lastmile.tenant', true));
alter table snapshot_segment enable row level security;
alter table snapshot_segment force row level security;
create policy own_tenant on snapshot_segment using (tenant = current_setting('lastmile.tenant', true));
grant select, insert, update, delete on snapshot_core, snapshot_segment to lastmile_app;

alter table job add column lane text;
create index job_lane on job (tenant, lane) where state = 'running';

create function bind_tenant(p_tenant text) returns void language plpgsql as $$
begin
  if coalesce(current_setting('lastmile.tenant', true), '') not in ('', p_tenant) then
    raise exception 'this transaction belongs to another tenant' using errcode = 'LM002';
  end if;
  perform set_config('role', 'lastmile_app', true), set_config('lastmile.tenant', p_tenant, true);
end $$;

create function read_ledger(p_tenant text, p_after bigint)
returns table (head_seq bigint, head_hash text, seq bigint, at bigint, actor text, type text, version integer,
  data text, prev_hash text, hash text) language plpgsql as $$
begin
  perform bind_tenant(p_tenant);
  return query select h.seq, h.hash, e.seq, e.at, e.actor, e.type, e.version, e.data, e.prev_hash, e.hash
    from ledger_head h left join ledger_entry e on e.tenant = h.tenant and e.seq > p_after
    where h.tenant = p_tenant order by e.seq;
end $$;

create function append_to_ledger(p_tenant text, p_seq bigint, p_hash text, p_entries json, p_rows json, p_jobs json,
  p_wake bigint) returns table (accepted boolean) language plpgsql as $$
declare
  head ledger_head;
  last_seq bigint;
begin
  perform bind_tenant(p_tenant);
  if p_seq = 0 then
    insert into ledger_head values (p_tenant, 0, p_hash) on conflict (tenant) do nothing;
  end if;
  select * into head from ledger_head h where h.tenant = p_tenant for update;
  if head.seq is distinct from p_seq or head.hash is distinct from p_hash then
    return query select false;
    return;
  end if;

  insert into ledger_entry (tenant, seq, at, actor, type, version, data, prev_hash, hash, natural_key)
    select p_tenant, e.seq, e.at, e.actor, e.type, e.version, e.data, e.prev_hash, e.hash, e.natural_key
    from json_to_recordset(p_entries) as e (seq bigint, at bigint, actor text, type text, version integer,
      data text, prev_hash text, hash text, natural_key text);
  select max(e.seq) into last_seq from json_to_recordset(p_entries) as e (seq bigint);
  if last_seq is not null then
    update ledger_head h set seq = e.seq, hash = e.hash
      from ledger_entry e where h.tenant = p_tenant and e.tenant = p_tenant and e.seq = last_seq;
  end if;

  insert into projection as p (tenant, kind, id, seq, status, since, review_at, data)
    select p_tenant, r.kind, r.id, coalesce(last_seq, p_seq), r.status, r.since, r.review_at, r.data
    from json_to_recordset(p_rows) as r (kind text, id text, status text, since bigint, review_at bigint, data text)
    on conflict (tenant, kind, id) do update set (seq, status, since, review_at, data) =
      (excluded.seq, excluded.status, excluded.since, excluded.review_at, excluded.data);

  insert into job (tenant, kind, key, payload, run_at, lane)
    select p_tenant, j.kind, j.key, j.payload, j.run_at, j.lane
    from json_to_recordset(p_jobs) as j (kind text, key text, payload text, run_at bigint, lane text)
    on conflict (tenant, key) do nothing;

  insert into wake as w values (p_tenant, least(p_wake,
      (select min(j.run_at) from job j where j.tenant = p_tenant and j.state in ('ready', 'running'))))
    on conflict (tenant) do update set wake_at = excluded.wake_at where w.wake_at <> excluded.wake_at;
  return query select true;
end $$;

create function answered(p_tenant text, p_person text, p_key text)
returns table (request_hash text, status integer, body text) language plpgsql as $$
begin
  perform bind_tenant(p_tenant);
  return query select a.request_hash, a.status, a.body from answered_request a
    where a.tenant = p_tenant and a.person = p_person and a.key = p_key;
end $$;

create function keep_answer(p_tenant text, p_person text, p_key text, p_request_hash text, p_status integer,
  p_body text, p_at bigint, p_keep_since bigint) returns void language plpgsql as $$
begin
  perform bind_tenant(p_tenant);
  delete from answered_request a where a.tenant = p_tenant and a.at < p_keep_since;
  insert into answered_request values (p_tenant, p_person, p_key, p_request_hash, p_status, p_body, p_at)
    on conflict do nothing;
end $$;
`;
