/** Idempotency keys: the same key with the same body gets the same answer again. */
export const answeredRequests = `
create table answered_request (
  tenant text not null,
  person text not null,
  key text not null,
  request_hash text not null,
  status integer not null,
  body text not null,
  at bigint not null,
  primary key (tenant, person, key)
);
create index answered_request_age on answered_request (tenant, at);

alter table answered_request enable row level security;
alter table answered_request force row level security;
create policy own_tenant on answered_request using (tenant = current_setting('lastmile.tenant', true));
grant select, insert, delete on answered_request to lastmile_app;
`;
