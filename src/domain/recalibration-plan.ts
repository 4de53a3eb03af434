import { isLongSilent } from './evaluate.ts';
import type { Facts } from './facts.ts';
import { kpiOf } from './people.ts';
import type { KpiId } from './portfolio.ts';
import { hasOwnReason, rootCause } from './recalibration-cause.ts';
import { type RecalibrationChange, applyChange } from './recalibration-change.ts';
import { coverOf, coveredState } from './recalibration-cover.ts';
import { escalation } from './recalibration-escalation.ts';
import { leftGreen, needsRecalibration } from './recalibration-need.ts';
import { awaitedBy, opened } from './recalibration-opening.ts';
import { attendanceOf } from './recalibration-people.ts';
import { type Recalibration, isCovering, isOpen } from './recalibration.ts';
import type { Evaluation, KpiState } from './status.ts';

export interface PlanningMoment {
  readonly facts: Facts;
  /** Everything as it stands now; its `asOf` is the moment of every change. */
  readonly after: Evaluation;
}

/**
 * What must change so that every yellow, red or long-silent KPI has an open or covering recalibration, one per cause
 * (DESIGN.md 3.8): KPIs leave, all-green ones are released, overdue ones escalate, KPIs join, new ones open. Pure;
 * returns plans and books nothing. Applying all changes leaves nothing more to plan at the same moment.
 */
export function planRecalibrations({ facts, after }: PlanningMoment): readonly RecalibrationChange[] {
  const changes: RecalibrationChange[] = [];
  let now = facts;
  const apply = (change: RecalibrationChange | null): void => {
    if (!change) return;
    changes.push(change);
    now = { ...now, recalibrations: applyChange(now.recalibrations, change) };
  };
  for (const open of facts.recalibrations.filter(isOpen)) {
    const left = open.covers.flatMap((kpi) => leaving(now, after, { kpi, open }) ?? []);
    // Where all leave, nothing is left to be met about: it is released as it stood.
    const isEmptied = left.length > 0 && left.length === open.covers.length && open.keptBy === undefined;
    for (const change of isEmptied ? [releasing(after, open)] : left) apply(change);
  }
  for (const open of now.recalibrations.filter(isOpen)) {
    apply(release(after, open) ?? escalation(now, after, open));
  }
  for (const state of inNeed(now, after)) apply(answer(now, after, state));
  return changes;
}

interface Membership {
  readonly kpi: KpiId;
  readonly open: Recalibration;
}

/**
 * A downstream KPI stays joined while it has no reason of its own; once the cause has reached its target, the
 * downstream KPI is its own cause.
 */
function leaving(facts: Facts, after: Evaluation, { kpi, open }: Membership): RecalibrationChange | null {
  const state = after.kpis.get(kpi);
  if (kpi === open.cause || !state || !leftGreen(state)) return null;
  if (belongsTo(facts, after, { state, open })) return null;
  const causeReached = (after.kpis.get(open.cause)?.reachedOn ?? null) !== null;
  const own = hasOwnReason(state) || isLongSilent(state, after.asOf);
  return own || causeReached ? { kind: 'left', at: after.asOf, id: open.id, kpi } : null;
}

interface Candidate {
  readonly state: KpiState;
  readonly open: Recalibration;
}

/** One cause: the KPI that drives it, or one awaited third-party thing. */
function belongsTo(facts: Facts, after: Evaluation, { state, open }: Candidate): boolean {
  if (causeOf(state, after) === open.cause) return true;
  const others = open.covers.filter((kpi) => kpi !== state.kpi);
  const awaited = new Set([...(open.awaits ?? []), ...others.flatMap((kpi) => awaitedBy(facts, after, kpi))]);
  return awaitedBy(facts, after, state.kpi).some((key) => awaited.has(key));
}

/** Long silence is a reason of its own: only the owner can end it. */
function causeOf(state: KpiState, after: Evaluation): KpiId {
  return isLongSilent(state, after.asOf) ? state.kpi : rootCause(state.kpi, after);
}

/** Green again before a decision: released, unless its owner or the decision maker keeps it. */
function release(after: Evaluation, open: Recalibration): RecalibrationChange | null {
  const stillOff = open.covers.some((kpi) => leftGreen(after.kpis.get(kpi)));
  return stillOff || open.keptBy !== undefined ? null : releasing(after, open);
}

function releasing({ asOf }: Evaluation, { id }: Recalibration): RecalibrationChange {
  return { kind: 'released', at: asOf, id };
}

/** KPIs in need without an open or covering recalibration: causes before those they drive. */
function inNeed(facts: Facts, after: Evaluation): readonly KpiState[] {
  const answered = new Set(facts.recalibrations.filter(isOpen).flatMap(({ covers }) => covers));
  const needing = facts.portfolio.kpis
    .filter(({ id }) => !answered.has(id))
    .map(({ id }) => after.kpis.get(id))
    .filter((state) => needsRecalibration(state, after))
    .filter((state) => coverOf(facts, state, after) === undefined);
  const isOwnCause = (state: KpiState): boolean => causeOf(state, after) === state.kpi;
  return [...needing.filter(isOwnCause), ...needing.filter((state) => !isOwnCause(state))];
}

function answer(facts: Facts, after: Evaluation, state: KpiState): RecalibrationChange {
  const open = facts.recalibrations.find(
    (one) => isOpen(one) && belongsTo(facts, after, { state, open: one }),
  );
  if (open) return joining(facts, after, { state, open });
  const covering = facts.recalibrations.findLast(
    (one) =>
      isCovering(one, after.asOf) &&
      !wasJudged(one, state.kpi) &&
      belongsTo(facts, after, { state, open: one }),
  );
  if (covering) return joining(facts, after, { state, open: covering });
  const cause = causeOf(state, after);
  const earlier = facts.recalibrations.filter((one) => one.cause === cause && one.revision === 1).length;
  const covers = [...(joinsAsCause(facts, after, { cause, state }) ? [cause] : []), state.kpi];
  const recalibration = opened(facts, after, { cause, covers, earlier });
  return { kind: 'opened', at: after.asOf, recalibration };
}

/** What the decision already knew is compared with then; only what it did not know may join its cover. */
function wasJudged({ afterDecision }: Recalibration, kpi: KpiId): boolean {
  return afterDecision?.some((then) => then.kpi === kpi) ?? false;
}

/** The cause comes along when it is not green itself and nothing open answers for it. */
function joinsAsCause(
  facts: Facts,
  after: Evaluation,
  { cause, state }: { cause: KpiId; state: KpiState },
): boolean {
  const isAnswered = facts.recalibrations.some((one) => isOpen(one) && one.covers.includes(cause));
  return cause !== state.kpi && leftGreen(after.kpis.get(cause)) && !isAnswered;
}

/** Its owner becomes required; the rest of the invitation stays as it is. The cause stands first. */
function joining(facts: Facts, after: Evaluation, { state, open }: Candidate): RecalibrationChange {
  const { id, cause, decisionMaker } = open;
  const covers = state.kpi === cause ? [cause, ...open.covers] : [...open.covers, state.kpi];
  const owner = kpiOf(facts.portfolio, state.kpi)?.owner ?? '';
  const seats = open.required.includes(owner)
    ? open
    : attendanceOf({ facts, after, cause, covers, decisionMaker });
  const cover = open.state === 'decided' ? { afterDecision: coveredState(state.kpi, after) } : {};
  const awaits = [...new Set([...(open.awaits ?? []), ...awaitedBy(facts, after, state.kpi)])];
  const { required, optional } = seats;
  return { kind: 'joined', at: after.asOf, id, kpi: state.kpi, covers, required, optional, awaits, ...cover };
}
