import { checkInsOf, everyCheckIn, logOf } from './check-in-log.ts';
import type { CheckIn, EarlyWarningClaim, ObjectionClaim } from './check-in.ts';
import { daysBetween } from './civil-date.ts';
import { evaluate } from './evaluate.ts';
import { type Facts, noFacts } from './facts.ts';
import { ownerCalendar } from './people.ts';
import type { KpiId, Portfolio } from './portfolio.ts';
import { standing } from './reading.ts';
import type { Evaluation } from './status.ts';
import { type TimelineState, accept, advance, startTimeline } from './timeline.ts';
import { type Instant, localDate } from './zoned-time.ts';

/** What an early warning was worth: days of notice, or still open. Thanks, never a ranking. DESIGN.md 3.10. */
export interface WarningNotice {
  readonly kpi: KpiId;
  readonly checkIn: string;
  readonly at: Instant;
  readonly claim: EarlyWarningClaim;
  /** The first moment at which the status would have left green without the warning; null: it has not (yet). */
  readonly offGreenAt: Instant | null;
  /** Calendar days from the warning to that date; negative is told as 0: the numbers were first. */
  readonly noticeDays: number | null;
}

export interface CandourQuery {
  /** Everything accepted, in time order; `portfolio` as it was first set up. */
  readonly facts: Facts;
  readonly from: Instant;
  readonly until: Instant;
}

/**
 * The lead time of every early warning of more than 0 days (DESIGN.md 3.10): the first date on which the status would
 * be non-green without any warning of that KPI, less the date of the warning. Found by replay without them.
 */
export function warningNotices({ facts, from, until }: CandourQuery): readonly WarningNotice[] {
  const warnings = everyCheckIn(facts.checkIns).filter(
    ({ earlyWarning }) => (earlyWarning?.slipDays ?? 0) > 0,
  );
  const silenced = new Map<KpiId, TimelineState>();
  return warnings.map(({ id, kpi, at, earlyWarning }) => {
    const quiet = silenced.get(kpi) ?? replayed(withoutWarnings(facts, kpi), from, until);
    silenced.set(kpi, quiet);
    const offGreenAt = offGreenSince(quiet, kpi, at);
    const days = offGreenAt === null ? null : daysFrom(facts.portfolio, kpi, { from: at, to: offGreenAt });
    const noticeDays = days === null ? null : Math.max(0, days);
    return { kpi, checkIn: id, at, claim: earlyWarning as EarlyWarningClaim, offGreenAt, noticeDays };
  });
}

function withoutWarnings(facts: Facts, kpi: KpiId): Facts {
  const strip = (checkIn: CheckIn): CheckIn => {
    const { earlyWarning: _stripped, ...rest } = checkIn;
    return checkIn.kpi === kpi ? rest : checkIn;
  };
  return { ...facts, checkIns: logOf(everyCheckIn(facts.checkIns).map(strip)) };
}

function replayed({ portfolio, checkIns, decisions }: Facts, from: Instant, until: Instant): TimelineState {
  const events = [
    ...everyCheckIn(checkIns).map((checkIn) => ({ kind: 'check-in', checkIn, at: checkIn.at }) as const),
    ...decisions.map((decision) => ({ kind: 'decision', decision, at: decision.at }) as const),
  ].toSorted((a, b) => a.at - b.at);
  let state = startTimeline(noFacts(portfolio), from);
  for (const event of events.filter(({ at }) => at <= until)) {
    const next = accept(state, event);
    // Without its warning a recalibration may not open, and then the decision that ended it has nothing to end.
    if (next.ok) state = next.value;
  }
  return advance(state, until);
}

/** The moment since when it was off green at the warning, else the first one after it. */
function offGreenSince({ transitions }: TimelineState, kpi: KpiId, warnedAt: Instant): Instant | null {
  const own = transitions.filter(({ id, kind }) => kind === 'kpi' && id === kpi);
  const before = own.filter(({ at }) => at <= warnedAt);
  if (before.length > 0 && before.at(-1)?.to !== 'green') {
    return before.findLast(({ from }) => from === 'green')?.at ?? null;
  }
  return own.find(({ at, to }) => at > warnedAt && to !== 'green')?.at ?? null;
}

function daysFrom(portfolio: Portfolio, id: KpiId, { from, to }: { from: Instant; to: Instant }): number {
  const { timeZone } = ownerCalendar(portfolio, id);
  return daysBetween(localDate(from, timeZone), localDate(to, timeZone));
}

/** An objection beside the status it speaks against. */
export interface ObjectionScore {
  readonly kpi: KpiId;
  readonly checkIn: string;
  readonly at: Instant;
  readonly claim: ObjectionClaim;
  /** True: the next two readings found the status wrong as claimed; null until they are in. */
  readonly held: boolean | null;
}

/**
 * Scores every objection that still stands once the next two readings are in (DESIGN.md 3.10). Against yellow, red or
 * silent it held when both find the KPI green, against green when neither does. Corrections are no further reading.
 */
export function objectionScores(facts: Facts): readonly ObjectionScore[] {
  return standing(everyCheckIn(facts.checkIns)).flatMap((checkIn) => {
    const { id, kpi, at, objection } = checkIn;
    if (!objection) return [];
    const [first, second] = readingsAfter(facts, checkIn);
    const claimsGreen = !isGreenAt(facts, kpi, at);
    const held =
      first && second ? [first, second].every((one) => isGreenAt(facts, kpi, one.at) === claimsGreen) : null;
    return [{ kpi, checkIn: id, at, claim: objection, held }];
  });
}

/** The readings of later days, the last one sent of each day, oldest first. */
function readingsAfter(facts: Facts, { kpi, date }: CheckIn): readonly CheckIn[] {
  const later = standing(checkInsOf(facts.checkIns, kpi)).filter((one) => one.date > date);
  const byDay = new Map(later.toSorted((a, b) => a.at - b.at).map((one) => [one.date, one]));
  return [...byDay.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

function isGreenAt(facts: Facts, kpi: KpiId, at: Instant): boolean {
  return evaluate(facts, at).kpis.get(kpi)?.status === 'green';
}

/** The KPIs that a change to a plan, target, date, threshold or owner turned green. DESIGN.md 3.10. */
export function redatedToGreen(before: Evaluation, after: Evaluation): readonly KpiId[] {
  return [...after.kpis.values()]
    .filter(({ kpi, status }) => status === 'green' && (before.kpis.get(kpi)?.status ?? 'green') !== 'green')
    .map(({ kpi }) => kpi);
}
