import { sql } from 'kysely';
import type { TenantTransaction } from '../database/tenant-transaction.ts';

/** A table that belongs to a tenant beside its ledger, and what names a row in it. */
export interface CarriedTable {
  readonly table: 'job' | 'answered_request' | 'wake';
  readonly key: readonly string[];
}

/** `wake` last: it tells the worker to look at the tenant. */
export const CARRIED: readonly CarriedTable[] = [
  { table: 'answered_request', key: ['person', 'key'] },
  { table: 'job', key: ['key'] },
  { table: 'wake', key: [] },
];

type Row = Readonly<Record<string, unknown>>;

const PAGE = 500;

/**
 * Carries a tenant's rows over; one that is there already stays as it is. A job that somebody had begun is ready again:
 * whoever had it is gone, and jobs are made to be tried again. Whole rows by their columns, whatever a table has.
 */
export async function carryRows(
  from: TenantTransaction,
  to: TenantTransaction,
  carried: CarriedTable,
): Promise<void> {
  const columns = await columnsOf(to, carried);
  for (let after = 0; ; after += PAGE) {
    const rows = await pageOf(from, carried, after);
    if (rows.length === 0) return;
    await insert(to, { carried, columns, rows: rows.map(unleased) });
  }
}

/** The keys of the rows that `from` has and `to` has not. */
export async function missingRows(
  from: TenantTransaction,
  to: TenantTransaction,
  carried: CarriedTable,
): Promise<readonly string[]> {
  const there = new Set(await keysOf(to, carried));
  return (await keysOf(from, carried)).filter((key) => !there.has(key));
}

async function keysOf({ tenant, db }: TenantTransaction, { table, key }: CarriedTable): Promise<string[]> {
  const parts = ['tenant', ...key].map((column) => sql.ref(column));
  const { rows } = await sql<{ key: string }>`
    select jsonb_build_array(${sql.join(parts)})::text as key from ${sql.table(table)}
    where tenant = ${tenant}`.execute(db);
  return rows.map((row) => row.key);
}

/** Not what the database counts or computes by itself. */
async function columnsOf({ db }: TenantTransaction, { table }: CarriedTable): Promise<readonly string[]> {
  const { rows } = await sql<{ column_name: string }>`
    select column_name from information_schema.columns
    where table_schema = current_schema() and table_name = ${table}
      and is_identity = 'NO' and is_generated = 'NEVER'
    order by ordinal_position`.execute(db);
  return rows.map(({ column_name }) => column_name);
}

async function pageOf(
  { tenant, db }: TenantTransaction,
  { table, key }: CarriedTable,
  after: number,
): Promise<readonly Row[]> {
  const order = sql.join(['tenant', ...key].map((column) => sql.ref(column)));
  const { rows } = await sql<{ row: Row }>`
    select to_jsonb(carried) as row from ${sql.table(table)} as carried
    where tenant = ${tenant} order by ${order} limit ${PAGE} offset ${after}`.execute(db);
  return rows.map(({ row }) => row);
}

function unleased(row: Row): Row {
  return row['state'] === 'running' ? { ...row, state: 'ready', lease: null, lease_until: null } : row;
}

interface Insertion {
  readonly carried: CarriedTable;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

async function insert({ db }: TenantTransaction, { carried, columns, rows }: Insertion): Promise<void> {
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const table = sql.table(carried.table);
  await sql`
    insert into ${table} (${names})
    select ${names} from jsonb_populate_recordset(null::${table}, ${JSON.stringify(rows)}::jsonb)
    on conflict do nothing`.execute(db);
}
