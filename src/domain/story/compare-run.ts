import { type CivilDate, daysBetween } from '../civil-date.ts';
import type { Transition } from '../transition.ts';
import { type Instant, localDate } from '../zoned-time.ts';
import { compareRecalibrations } from './compare-recalibrations.ts';
import { differs, openedUntil, sameFigure } from './difference.ts';
import { firstStartDate } from './story-moments.ts';
import { printStoryTime } from './story-time.ts';
import type { Snapshot, VersionRun } from './run-version.ts';
import type { Expected, ExpectedStatus, Story } from './story.ts';

/** What a status line of the output and an expectation have in common. */
export interface Standing {
  readonly status: string;
  readonly reasons: readonly { readonly code: string }[];
  readonly slip: number | null;
  readonly decidedBy: string | null;
  readonly float: number | null;
  readonly forecastFinish: CivilDate | null;
  readonly since: Instant | null;
}

/** How an id stands in a snapshot; KPIs, initiatives and objectives share one space of ids. */
export function standingOf({ evaluation, since: all }: Snapshot, id: string): Standing | undefined {
  const since = all.get(id) ?? null;
  const kpi = evaluation.kpis.get(id);
  if (kpi) return { ...kpi, decidedBy: null, since };
  const rolled = evaluation.initiatives.get(id) ?? evaluation.objectives.get(id);
  return rolled ? { ...rolled, slip: null, float: null, forecastFinish: null, since } : undefined;
}

/** The first status that was not green, and on which day of the story. */
export function firstNonGreen(
  story: Story,
  run: VersionRun,
): (Pick<Transition, 'id' | 'at'> & { readonly day: number }) | null {
  const first = run.end.transitions.find(({ to }) => to !== 'green');
  const start = firstStartDate(story.portfolio);
  if (!first || start === null) return null;
  const day = daysBetween(start, localDate(first.at, story.portfolio.timeZone)) + 1;
  return { id: first.id, at: first.at, day };
}

/** Every difference between what a version expects and what came out, as sentences. Empty: none. */
export function compareRun(story: Story, run: VersionRun): readonly string[] {
  const { expected, name } = run.version;
  const print = (moment: Instant): string => printStoryTime(moment, story.portfolio.timeZone);
  return [
    ...compareStatuses(run, print),
    ...compareAll(story, run, print),
    ...compareRecalibrations(run, print),
    ...compareDayFound(expected, run, firstNonGreen(story, run)),
  ].map((difference) => `${name}: ${difference}`);
}

type Print = (moment: Instant) => string;

function compareStatuses(run: VersionRun, print: Print): readonly string[] {
  return [...run.version.expected.statuses].flatMap(([id, list]) =>
    list.flatMap((expected) => {
      const standing = standingOf(run.at.get(expected.asOf) as Snapshot, id);
      return compareStatus(expected, standing, print).map(
        (words) => `${id} at ${print(expected.asOf)}: ${words}`,
      );
    }),
  );
}

function compareStatus(
  expected: ExpectedStatus,
  standing: Standing | undefined,
  print: Print,
): readonly string[] {
  if (!standing) return ['there is no such status'];
  const { status, reason, slip, decidedBy } = expected;
  const codes = standing.reasons.map(({ code }) => code);
  return [
    ...differs('status', status, standing.status),
    ...(reason !== undefined && !codes.some((code) => code === reason)
      ? [`reason ${reason} expected, given ${codes.join(', ') || 'none'}`]
      : []),
    ...(slip !== undefined && !sameFigure(slip, standing.slip) ? differs('slip', slip, standing.slip) : []),
    ...(decidedBy !== undefined ? differs('decidedBy', decidedBy, standing.decidedBy) : []),
    ...compareFigures(expected, standing, print),
  ];
}

function compareFigures(
  { since, float, forecastFinish: finish }: ExpectedStatus,
  standing: Standing,
  print: Print,
): readonly string[] {
  const given = standing.since;
  return [
    ...(since === undefined ? [] : differs('since', print(since), given === null ? null : print(given))),
    ...(float === undefined ? [] : differs('float', float, standing.float)),
    ...(finish === undefined
      ? []
      : differs('forecastFinish', finish ?? 'none', standing.forecastFinish ?? 'none')),
  ];
}

function compareAll({ portfolio }: Story, run: VersionRun, print: Print): readonly string[] {
  const { all } = run.version.expected;
  const ids = [...portfolio.kpis, ...portfolio.objectives].map(({ id }) => id);
  const times = [...new Set(run.version.checkIns.map(({ at }) => at))];
  const statuses = times.flatMap((time) =>
    ids.flatMap((id) => {
      const given = standingOf(run.at.get(time) as Snapshot, id)?.status ?? null;
      const words = all?.status === undefined ? [] : differs('status', all.status, given);
      return words.map((difference) => `${id} at ${print(time)}: ${difference}`);
    }),
  );
  const opened = openedUntil(run, run.ownEnd);
  return [
    ...statuses,
    ...(all?.recalibrations === undefined ? [] : differs('recalibrations', all.recalibrations, opened)),
  ];
}

function compareDayFound(
  { dayFound }: Expected,
  { ownEnd }: VersionRun,
  first: ReturnType<typeof firstNonGreen>,
): readonly string[] {
  if (dayFound === undefined) return [];
  if (dayFound !== null) return differs('dayFound', dayFound, first?.day ?? null);
  return first !== null && first.at <= ownEnd
    ? [`nothing was to be found, given ${first.id} on day ${first.day}`]
    : [];
}
