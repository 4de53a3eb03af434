/**
 * Work that must happen, written with its cause. `run_at` is on the application's clock, which the sandbox moves;
 * leases and pauses between tries are about live processes, so they are on the database's own clock.
 * `wake` alone crosses tenants: it says when to look at a tenant, never why, and has no row-level security.
 */
export const outbox = `
create table job (
  tenant text not null,
  id bigint generated always as identity,
  kind text not null,
  key text not null,
  payload text not null,
  state text not null default 'ready' check (state in ('ready', 'running', 'done', 'dead')),
  run_at bigint not null,
  attempts integer not null default 0,
  max_attempts integer not null default 12,
  lease text,
  lease_until timestamptz,
  retry_after timestamptz,
  last_error text,
  primary key (tenant, id),
  unique (tenant, key)
);
create index job_due on job (tenant, run_at) where state in ('ready', 'running');

alter table job enable row level security;
alter table job force row level security;
create policy own_tenant on job using (tenant = current_setting('lastmile.tenant', true));
grant select, insert, update on job to lastmile_app;

create table wake (
  tenant text primary key,
  wake_at bigint not null
);
create index wake_due on wake (wake_at);
grant select, insert, update on wake to lastmile_app;
`;
