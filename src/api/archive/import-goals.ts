import type { Tenants } from '../state/tenants.ts';
import { takenIn } from '../state/accept.ts';
import { SYSTEM } from '../ledger/ledger-event.ts';
import type { GoalRow } from './goal-rows.ts';
import { type GoalOutcome, planGoals } from './plan-goals.ts';

export interface GoalImport {
  readonly tenant: string;
  readonly rows: readonly GoalRow[];
  /** True: everything is judged, nothing is stored. */
  readonly dryRun: boolean;
}

/** Takes a goal list in, in one transaction; a dry run goes the same way and stores nothing. */
export async function importGoals(
  tenants: Tenants,
  { tenant, rows, dryRun }: GoalImport,
): Promise<readonly GoalOutcome[]> {
  if (dryRun) {
    const { state, facts, timeline, now } = await tenants.peek(tenant);
    const { events, outcomes } = planGoals(facts, rows, { tenant, now });
    takenIn(state, timeline, { events, now });
    return outcomes;
  }
  const { result } = await tenants.accept(tenant, ({ facts, now }) => {
    const { events, outcomes } = planGoals(facts, rows, { tenant, now });
    return { drafts: events.map((event) => ({ actor: SYSTEM, event })), result: outcomes };
  });
  return result;
}
