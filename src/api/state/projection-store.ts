import type { TenantTransaction } from '../database/tenant-transaction.ts';
import { type ProjectionRow, changedRows, rowKey } from './projection.ts';
import type { TenantState } from './tenant-state.ts';

/** Rows that were written with an entry after `after`. */
export async function readRows(
  { tenant, db }: TenantTransaction,
  after: number,
): Promise<readonly ProjectionRow[]> {
  return await db
    .selectFrom('projection')
    .select(['kind', 'id', 'status', 'since', 'review_at', 'data'])
    .where('tenant', '=', tenant)
    .where('seq', '>', after)
    .orderBy('kind')
    .orderBy('id')
    .execute();
}

/** The first difference between the stored rows and what a folded ledger gives, in words; null: none. */
export async function projectionDiffers(tx: TenantTransaction, state: TenantState): Promise<string | null> {
  const stored = new Map((await readRows(tx, -1)).map((row) => [rowKey(row), row]));
  const { rows } = changedRows(state, new Map());
  // People alone give no row: a young tenant lacks none.
  if (stored.size === 0 && rows.length > 0) return 'the projection was never written: rebuild it';
  for (const { kind, id, ...expected } of rows) {
    const row = stored.get(rowKey({ kind, id }));
    if (!row) return `the projection lacks ${kind} ${id}`;
    const field = FIELDS.find((one) => row[one] !== expected[one]);
    if (field) return `the projection of ${kind} ${id} is not what the ledger gives (${field})`;
    stored.delete(rowKey(row));
  }
  const [extra] = stored.values();
  return extra ? `the projection has ${extra.kind} ${extra.id}, the ledger does not` : null;
}

const FIELDS = ['status', 'since', 'review_at', 'data'] as const;
const ROWS_PER_INSERT = 1000;

/** Writes every row anew. */
export async function replaceRows({ tenant, db }: TenantTransaction, state: TenantState): Promise<number> {
  const { rows } = changedRows(state, new Map());
  await db.deleteFrom('projection').where('tenant', '=', tenant).execute();
  for (let i = 0; i < rows.length; i += ROWS_PER_INSERT) {
    const values = rows.slice(i, i + ROWS_PER_INSERT).map((row) => ({ tenant, seq: state.seq, ...row }));
    await db.insertInto('projection').values(values).execute();
  }
  return rows.length;
}
