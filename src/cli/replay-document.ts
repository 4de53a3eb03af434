import type { KpiId } from '../domain/portfolio.ts';
import type { Recalibration } from '../domain/recalibration.ts';
import type { KpiState, Reason, RolledState } from '../domain/status.ts';
import { firstNonGreen } from '../domain/story/compare-run.ts';
import type { Snapshot, VersionRun } from '../domain/story/run-version.ts';
import { expectedTimes } from '../domain/story/story-moments.ts';
import { printStoryTime } from '../domain/story/story-time.ts';
import type { Story } from '../domain/story/story.ts';
import type { Instant } from '../domain/zoned-time.ts';
import { networkFigures, pricesAsked } from './replay-plan.ts';
import { priceWords, reasonWords } from './replay-words.ts';

export interface PriceQuery {
  readonly kpi: KpiId;
  readonly days: number;
}

export interface ReplayResult {
  readonly runs: readonly VersionRun[];
  readonly asOfs: readonly Instant[];
  readonly prices: readonly PriceQuery[];
}

/** Every time a status is printed for: what the file's expectations name and what the command adds, in order. */
export function printedTimes(story: Story, asOfs: readonly Instant[]): readonly Instant[] {
  const times = new Set([...story.versions.flatMap(expectedTimes), ...asOfs]);
  return [...times].toSorted((a, b) => a - b);
}

/** The document that `replay` prints; its shape is fixed by the story README. */
export function replayDocument(story: Story, { runs, asOfs, prices }: ReplayResult): object {
  const { float, room, tolerance, crossFunctional } = networkFigures(story);
  const times = printedTimes(story, asOfs);
  return {
    versions: runs.map((run) => presentRun(story, run, times)),
    network: {
      float: figuresOf(float),
      room: figuresOf(room),
      crossFunctional,
      tolerance: figuresOf(tolerance),
    },
    prices: pricesAsked(story, [...story.expectedPrice, ...prices]).map(({ given }) => ({
      kpi: given.kpi,
      days: given.days,
      moves: Object.fromEntries(given.moves.map(({ id, to }) => [id, to])),
      cost: given.cost,
      owners: given.owners,
      sentence: priceWords(story, given),
    })),
  };
}

function presentRun(story: Story, run: VersionRun, times: readonly Instant[]): object {
  const { portfolio } = story;
  const print = (moment: Instant): string => printStoryTime(moment, portfolio.timeZone);
  const first = firstNonGreen(story, run);
  const ids = [...portfolio.kpis, ...portfolio.initiatives, ...portfolio.objectives].map(({ id }) => id);
  const snapshots = times.map((time) => run.at.get(time) as Snapshot);
  const line = { story, print };
  return {
    name: run.version.name,
    firstNonGreen: first && { id: first.id, asOf: print(first.at), day: first.day },
    statuses: Object.fromEntries(ids.map((id) => [id, snapshots.map((at) => presentStatus(at, id, line))])),
    recalibrations: run.end.facts.recalibrations.map((one) => presentRecalibration(one, print)),
  };
}

interface Line {
  readonly story: Story;
  readonly print: (moment: Instant) => string;
}

function presentStatus(snapshot: Snapshot, id: string, { story, print }: Line): object {
  const { evaluation } = snapshot;
  const kpi = evaluation.kpis.get(id);
  const rolled = evaluation.initiatives.get(id) ?? evaluation.objectives.get(id);
  const { status, reasons } = (kpi ?? rolled) as KpiState | RolledState;
  const teller = { story, snapshot, kpi: kpi?.kpi ?? rolled?.decidedBy ?? null };
  return {
    asOf: print(evaluation.asOf),
    status,
    reasons: reasons.map((reason: Reason) => ({ code: reason.code, sentence: reasonWords(reason, teller) })),
    slip: kpi ? twoDecimals(kpi.slip) : null,
    float: kpi?.float ?? null,
    forecastFinish: kpi?.forecastFinish ?? null,
    decidedBy: rolled?.decidedBy ?? null,
  };
}

function presentRecalibration(one: Recalibration, print: Line['print']): object {
  const { cause, revision, openedAt, deadline, required, optional, decisionMaker, covers } = one;
  const times = { openedAt: print(openedAt), deadline: print(deadline) };
  return { cause, revision, ...times, required, optional, decisionMaker, covers };
}

function figuresOf(figures: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...figures].map(([id, days]) => [id, twoDecimals(days)]));
}

function twoDecimals(figure: number): number {
  return Math.round(figure * 100) / 100 || 0;
}
