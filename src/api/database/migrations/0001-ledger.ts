/** The ledger: one chain per tenant, append-only even for our own role. DESIGN.md 3.11. */
export const ledger = `
do $$ begin
  create role lastmile_app nologin nobypassrls;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin
  execute format('grant lastmile_app to %I', current_user);
exception when others then
  if not pg_has_role(current_user, 'lastmile_app', 'member') then raise; end if;
end $$;

create table ledger_head (
  tenant text primary key,
  seq bigint not null check (seq >= 0),
  hash text not null
);

create table ledger_entry (
  tenant text not null,
  seq bigint not null check (seq >= 1),
  at bigint not null,
  actor text not null,
  type text not null,
  version integer not null,
  data text not null,
  prev_hash text not null,
  hash text not null,
  natural_key text,
  primary key (tenant, seq),
  unique (tenant, natural_key)
);

create function refuse_ledger_change() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is append-only: % refused', tg_op using errcode = 'LM001';
end $$;

create trigger ledger_entry_is_append_only before update or delete on ledger_entry
  for each row execute function refuse_ledger_change();
create trigger ledger_entry_is_never_truncated before truncate on ledger_entry
  for each statement execute function refuse_ledger_change();

create function refuse_ledger_rewind() returns trigger language plpgsql as $$
begin
  if new.tenant <> old.tenant or new.seq <= old.seq then
    raise exception 'the head of a ledger only moves forward' using errcode = 'LM001';
  end if;
  return new;
end $$;

create trigger ledger_head_moves_forward before update on ledger_head
  for each row execute function refuse_ledger_rewind();
create trigger ledger_head_stays before delete on ledger_head
  for each row execute function refuse_ledger_change();

alter table ledger_head enable row level security;
alter table ledger_head force row level security;
create policy own_tenant on ledger_head using (tenant = current_setting('lastmile.tenant', true));
alter table ledger_entry enable row level security;
alter table ledger_entry force row level security;
create policy own_tenant on ledger_entry using (tenant = current_setting('lastmile.tenant', true));

grant select, insert, update on ledger_head to lastmile_app;
grant select, insert on ledger_entry to lastmile_app;
`;
