import { pricesOf } from './evaluation-priced.ts';
import type { Facts } from './facts.ts';
import { ownerOf } from './people.ts';
import { awaitedBy } from './recalibration-cause.ts';
import type { RecalibrationChange } from './recalibration-change.ts';
import { coveredState, coversAt } from './recalibration-cover.ts';
import { type Case, type CaseFacts, docketOf } from './recalibration-docket.ts';
import { leftGreen, needsRecalibration } from './recalibration-need.ts';
import { opened } from './recalibration-opening.ts';
import { attendanceOf } from './recalibration-people.ts';
import { type Recalibration, isOpen } from './recalibration.ts';
import type { Evaluation, KpiState } from './status.ts';

/**
 * How every KPI that needs a recalibration gets its own or joins one, one per cause (DESIGN.md 3.8). The dearest come
 * first, so that they find room in people's weeks before the others; where prices are equal the id decides, never the
 * order of the portfolio.
 */
export function answers(facts: Facts, after: Evaluation, about: CaseFacts): readonly RecalibrationChange[] {
  const docket = docketOf(facts.recalibrations, after.asOf, about);
  const cases = new Set<Case>();
  for (const state of inNeed(facts, after, about)) {
    const one = docket.caseFor(state) ?? newCase(state, after, about);
    if (one.stands === undefined && !cases.has(one)) docket.enter(one);
    docket.join(one, state);
    cases.add(one);
  }
  const earlier = casesBefore(facts);
  return [...cases].flatMap((one): readonly RecalibrationChange[] => {
    if (one.stands) return joinings(facts, after, { stands: one.stands, joining: one.joining });
    const covers = [...one.covers, ...one.joining.map(({ kpi }) => kpi)];
    const opening = { cause: one.cause, covers, earlier: earlier.get(one.cause) ?? 0 };
    return [{ kind: 'opened', at: after.asOf, recalibration: opened(facts, after, opening) }];
  });
}

/** The cause comes along when it is not green itself: nothing open answers for it, or this case would be that one. */
function newCase(state: KpiState, after: Evaluation, { causeOf }: CaseFacts): Case {
  const cause = causeOf(state);
  const comesAlong = cause !== state.kpi && leftGreen(after.kpis.get(cause));
  return { cause, stands: undefined, covers: comesAlong ? [cause] : [], joining: [] };
}

/** How many recalibrations of a cause came before, revisions not counted. */
function casesBefore({ recalibrations }: Facts): ReadonlyMap<string, number> {
  const count = new Map<string, number>();
  for (const { cause, revision } of recalibrations) {
    if (revision === 1) count.set(cause, (count.get(cause) ?? 0) + 1);
  }
  return count;
}

/** KPIs in need without an open or covering recalibration: causes before those they drive. */
function inNeed(facts: Facts, after: Evaluation, { causeOf }: CaseFacts): readonly KpiState[] {
  const { recalibrations, portfolio } = facts;
  const answered = new Set(recalibrations.filter(isOpen).flatMap(({ covers }) => covers));
  const coverOf = coversAt(recalibrations, after.asOf);
  const needing = portfolio.kpis
    .filter(({ id }) => !answered.has(id))
    .map(({ id }) => after.kpis.get(id))
    .filter((state) => needsRecalibration(state, after))
    .filter((state) => coverOf(state) === undefined);
  const cost = pricesOf(facts, after);
  const isOwnCause = (state: KpiState): boolean => causeOf(state) === state.kpi;
  return needing.toSorted(
    (a, b) =>
      Number(isOwnCause(b)) - Number(isOwnCause(a)) ||
      (cost(b.kpi) ?? -1) - (cost(a.kpi) ?? -1) ||
      (a.kpi < b.kpi ? -1 : 1),
  );
}

interface Joining {
  readonly stands: Recalibration;
  readonly joining: readonly KpiState[];
}

/** Each joins in turn, and the invitation of those who came before stays. */
function joinings(
  facts: Facts,
  after: Evaluation,
  { stands, joining }: Joining,
): readonly RecalibrationChange[] {
  let one = stands;
  return joining.map((state) => {
    const change = joined(facts, after, { state, one });
    const { covers, required, optional, awaits } = change;
    one = { ...one, covers, required, optional, awaits };
    return change;
  });
}

/** Its owner becomes required; the rest of the invitation stays as it is. The cause stands first. */
function joined(
  facts: Facts,
  after: Evaluation,
  { state, one }: { readonly state: KpiState; readonly one: Recalibration },
): Extract<RecalibrationChange, { kind: 'joined' }> {
  const { id, cause, decisionMaker } = one;
  const { kpi } = state;
  const covers = kpi === cause ? [cause, ...one.covers] : [...one.covers, kpi];
  const awaited = awaitedBy(facts, after, kpi);
  const owner = ownerOf(facts.portfolio, kpi);
  const { required, optional } = one.required.includes(owner)
    ? one
    : attendanceOf({ facts, after, cause, covers, decisionMaker });
  const cover = one.state === 'decided' ? { afterDecision: coveredState(kpi, after) } : {};
  const awaits = [...new Set([...(one.awaits ?? []), ...awaited])];
  return { kind: 'joined', at: after.asOf, id, kpi, covers, required, optional, awaits, ...cover };
}
