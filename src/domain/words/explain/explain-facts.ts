import type { EarlierPlan, Explanation } from '../../explain/explanation.ts';
import type { ToldReading } from '../../explain/told-readings.ts';
import type { KeepPlan, ReachPlan } from '../../portfolio.ts';
import { type ExplainContext, day, exactDays, moment, plainValue, value } from './explain-context.ts';

/** Every check-in: date, value, by whom, and whether it counts. */
export function readingLines({ readings }: Explanation, context: ExplainContext): readonly string[] {
  if (readings.length === 0) return ['None yet.'];
  return readings.map((reading) => readingLine(reading, context));
}

function readingLine(reading: ToldReading, context: ExplainContext): string {
  const { date, at, by, total, counts } = reading;
  const sum = total === null ? '' : `, ${value(total, context)} with those before`;
  const sent = `sent ${moment(at, context)} by ${context.personName(by)}`;
  return `${day(date, context)}: ${value(reading.value, context)}${sum}, ${sent}${COUNTS[counts]}.`;
}

const COUNTS: Readonly<Record<ToldReading['counts'], string>> = {
  counts: '',
  corrected: '; corrected by a later one, counts no more',
  'later-one-of-the-day-counts': '; a later one of the same day counts instead',
};

/** The plan in force with its points, and what it replaced. */
export function planLines(told: Explanation, context: ExplainContext): readonly string[] {
  const { kpi, reach } = told;
  const length = reach ? `: ${exactDays(reach.planned.duration, context)} of plan` : '';
  return [
    `${planWords(kpi.plan, context)}${length}.`,
    ...pointLines(kpi.plan, context),
    ...told.earlierPlans.map((earlier) => earlierLine(earlier, context)),
  ];
}

function planWords(plan: ReachPlan | KeepPlan, context: ExplainContext): string {
  const [start, due] = [day(plan.start, context), day(plan.due, context)];
  if (!('target' in plan)) return `${bandWords(plan, context)}, from ${start} to ${due}`;
  const [baseline, target] = [plainValue(plan.baseline, context), value(plan.target, context)];
  return `From ${baseline} on ${start} to ${target} on ${due}`;
}

function bandWords({ lower, upper, hardLower, hardUpper }: KeepPlan, context: ExplainContext): string {
  const hard = rangeWords(hardLower, hardUpper, context);
  const band = rangeWords(lower, upper, context);
  return `Band ${band ?? 'open'}${hard === null ? '' : `, hard limit ${hard}`}`;
}

function rangeWords(
  lower: number | undefined,
  upper: number | undefined,
  context: ExplainContext,
): string | null {
  if (lower !== undefined && upper !== undefined)
    return `${plainValue(lower, context)} to ${value(upper, context)}`;
  if (upper !== undefined) return `at most ${value(upper, context)}`;
  return lower === undefined ? null : `at least ${value(lower, context)}`;
}

function pointLines(plan: ReachPlan | KeepPlan, context: ExplainContext): readonly string[] {
  if (!('points' in plan) || plan.points.length === 0) return [];
  const points = plan.points.map((point) => `${value(point.value, context)} on ${day(point.date, context)}`);
  return [`On the way: ${points.join('; ')}.`];
}

function earlierLine({ revision, plan, ...replaced }: EarlierPlan, context: ExplainContext): string {
  const by = replaced.by === null ? '' : ` by ${context.personName(replaced.by)}`;
  const why = replaced.reason === null ? '' : `: “${replaced.reason}”`;
  const until = `until ${moment(replaced.replacedAt, context)}, changed${by}${why}`;
  return `Before, revision ${revision}, ${until}. It read: ${planWords(plan, context)}.`;
}

/** Waits and the warning, each with its own clock. */
export function tellingLines(
  { waits, warning, asOf }: Explanation,
  context: ExplainContext,
): readonly string[] {
  const told = waits.map(({ wait, overdueFrom }) => {
    const moved = wait.moved > 1 ? `; moved ${wait.moved} times, so the first date counts` : '';
    const expected = `expected by ${day(wait.expectedBy, context)}${moved}`;
    return `Waits for “${wait.what}” since ${day(wait.since, context)}, ${expected}. Overdue from ${moment(overdueFrom, context)} on.`;
  });
  if (!warning) return [...told, 'No early warning is open.'];
  const { slipDays, because, by, at, endsAt } = warning;
  const ends = asOf < endsAt ? 'It ends' : 'It ended';
  const says = `${context.personName(by)} warned on ${moment(at, context)} of ${exactDays(slipDays, context)}: “${because}”`;
  return [...told, `${says}. ${ends} ${moment(endsAt, context)}.`];
}

/** When reports fall due and when silence begins. */
export function reportLines({ reports, asOf }: Explanation, context: ExplainContext): readonly string[] {
  if (!reports) return [];
  const due = reports.due.map((date) => day(date, context));
  const dates = due.length === 0 ? [] : [`Reports fall due on ${due.join('; ')}.`];
  if (!reports.open) return [...dates, 'No report is awaited.'];
  const { due: open, awaitedFrom, silentFrom, longSilentFrom } = reports.open;
  const state = asOf >= awaitedFrom ? 'is not answered yet' : 'is the next';
  const then = `Silent from ${moment(silentFrom, context)} on, a recalibration from ${moment(longSilentFrom, context)} on`;
  return [...dates, `The report due ${day(open, context)} ${state}. ${then}.`];
}
