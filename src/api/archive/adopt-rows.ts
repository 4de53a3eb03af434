import { type AdoptionRow, adoptionRow } from '../../contract/adoption.ts';
import type { Facts } from '../../domain/facts.ts';
import type { Person } from '../../domain/portfolio.ts';
import type { Instant } from '../../domain/zoned-time.ts';
import { type RowJudgement, judgeRows } from '../adoption/judge-rows.ts';
import type { ReadLine } from '../http/handler.ts';
import { readLines } from '../http/read-lines.ts';
import { type LedgerEvent, SYSTEM } from '../ledger/ledger-event.ts';
import { takenIn } from '../state/accept.ts';
import type { Tenants } from '../state/tenants.ts';

/** The command line acts for whoever runs the server. */
const OPERATOR: Person = { id: SYSTEM, name: SYSTEM, appRole: 'Admin' };

export interface Adoption {
  readonly tenant: string;
  readonly initiative: string;
  readonly rows: readonly AdoptionRow[];
  /** True: everything is judged, nothing is stored. */
  readonly dryRun: boolean;
}

/** Rows become KPIs by the rules of the pane, in one transaction. Null: there is no such initiative. */
export async function adoptRows(
  tenants: Tenants,
  { tenant, initiative, rows, dryRun }: Adoption,
): Promise<readonly RowJudgement[] | null> {
  const { state, facts, timeline, now } = await tenants.peek(tenant);
  if (!facts.portfolio.initiatives.some(({ id }) => id === initiative)) return null;
  if (dryRun) {
    const judged = judge({ facts, now }, { initiative, rows });
    takenIn(state, timeline, { events: eventsOf(judged), now });
    return judged;
  }
  const { result } = await tenants.accept(tenant, (moment) => {
    const judged = judge(moment, { initiative, rows });
    return { drafts: eventsOf(judged).map((event) => ({ actor: SYSTEM, event })), result: judged };
  });
  return result;
}

/** By the rules of adoption; one that breaks the contract is refused by field. */
export function judge(
  { facts, now }: { readonly facts: Facts; readonly now: Instant },
  { initiative, rows }: Pick<Adoption, 'initiative' | 'rows'>,
): readonly RowJudgement[] {
  const lines = readLines(rows, { field: 'rows', schema: adoptionRow });
  // The schema of the rows made the lines; only its name is lost on the way.
  const read = lines as Parameters<typeof judgeRows>[1] & readonly ReadLine<unknown>[];
  return judgeRows(facts, read, { person: OPERATOR, now, initiative });
}

function eventsOf(judged: readonly RowJudgement[]): readonly LedgerEvent[] {
  return judged.flatMap((one): LedgerEvent[] =>
    one.kind === 'created' ? [{ type: 'kpi-adopted', v: 1, data: { kpi: one.kpi, row: one.row.id } }] : [],
  );
}
