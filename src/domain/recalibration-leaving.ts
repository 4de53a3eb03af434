import type { KpiId } from './portfolio.ts';
import type { RecalibrationChange } from './recalibration-change.ts';
import type { CaseFacts } from './recalibration-docket.ts';
import { leftGreen, needsRecalibration } from './recalibration-need.ts';
import type { Recalibration } from './recalibration.ts';
import type { Evaluation, KpiState } from './status.ts';

/** Which KPIs leave the recalibrations they had joined; one that all leave is released as it stood. DESIGN.md 3.8. */
export function leavings(
  open: readonly Recalibration[],
  after: Evaluation,
  facts: CaseFacts,
): readonly RecalibrationChange[] {
  return open.flatMap((one) => {
    const belongs = belongingTo(one, facts);
    const gone = one.covers.filter((kpi) => leaves(after, { kpi, one, belongs, facts }));
    const isEmptied = gone.length > 0 && gone.length === one.covers.length && one.keptBy === undefined;
    if (isEmptied) return [releasing(after, one)];
    return gone.map((kpi) => ({ kind: 'left', at: after.asOf, id: one.id, kpi }) as const);
  });
}

interface Membership {
  readonly kpi: KpiId;
  readonly one: Recalibration;
  readonly belongs: (state: KpiState) => boolean;
  readonly facts: CaseFacts;
}

/**
 * A downstream KPI stays joined while it has no reason of its own; once its cause has reached its target, the
 * downstream KPI is its own cause.
 */
function leaves(after: Evaluation, { kpi, one, belongs, facts }: Membership): boolean {
  const state = after.kpis.get(kpi);
  if (kpi === one.cause || !leftGreen(state) || belongs(state)) return false;
  if ((after.kpis.get(one.cause)?.reachedOn ?? null) !== null) return true;
  return facts.causeOf(state) === kpi && needsRecalibration(state, after);
}

/** One cause: whoever else the case answers for drives it, or waits for the same third-party thing. */
function belongingTo(
  { covers, awaits = [] }: Recalibration,
  { causeOf, awaitedBy }: CaseFacts,
): (state: KpiState) => boolean {
  const covered = new Set(covers);
  const awaiting = new Map<string, number>();
  for (const kpi of covers) {
    for (const key of awaitedBy(kpi)) awaiting.set(key, (awaiting.get(key) ?? 0) + 1);
  }
  const shares = (key: string): boolean => awaits.includes(key) || (awaiting.get(key) ?? 0) > 1;
  return (state) => {
    const driver = causeOf(state);
    if (driver !== state.kpi && covered.has(driver)) return true;
    return awaitedBy(state.kpi).some(shares);
  };
}

/** Green again before a decision: released, unless its owner or the decision maker keeps it. */
export function release(after: Evaluation, open: Recalibration): RecalibrationChange | null {
  const stillOff = open.covers.some((kpi) => leftGreen(after.kpis.get(kpi)));
  return stillOff || open.keptBy !== undefined ? null : releasing(after, open);
}

function releasing({ asOf }: Evaluation, { id }: Recalibration): RecalibrationChange {
  return { kind: 'released', at: asOf, id };
}
