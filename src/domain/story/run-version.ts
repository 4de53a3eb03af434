import { evaluatePriced } from '../evaluation-priced.ts';
import { noFacts } from '../facts.ts';
import type { Facts } from '../facts.ts';
import type { Recalibration } from '../recalibration.ts';
import { type Result, err, ok } from '../result.ts';
import type { Evaluation } from '../status.ts';
import {
  type TimelineEvent,
  type TimelineState,
  acceptTogether,
  advance,
  startTimeline,
  timeOf,
} from '../timeline.ts';
import type { Since } from '../transition.ts';
import type { Instant } from '../zoned-time.ts';
import { eventRefusalWords } from './refusal-words.ts';
import type { StoryFault } from './json-source.ts';
import { endOfVersion, expectedTimes, firstStart } from './story-moments.ts';
import { type Story, type StoryVersion, portfolioOf } from './story.ts';

/** How everything stood at one moment, `asOf` included. */
export interface Snapshot {
  /** What was known then. */
  readonly facts: Facts;
  readonly evaluation: Evaluation;
  readonly recalibrations: readonly Recalibration[];
  readonly since: Since;
}

/** What one version led to. */
export interface VersionRun {
  readonly version: StoryVersion;
  readonly end: TimelineState;
  /** The latest moment that the version itself names; the run may go on to that of the file. */
  readonly ownEnd: Instant;
  /** At every time that was asked for, that expectations name, and of each check-in. */
  readonly at: ReadonlyMap<Instant, Snapshot>;
}

export interface RunQuery {
  readonly asOfs: readonly Instant[];
  readonly until: Instant;
}

/** Replays a version of a story; refused with the path of the first event that the rules refuse. Pure. */
export function runVersion(
  story: Story,
  version: StoryVersion,
  query: RunQuery,
): Result<VersionRun, StoryFault> {
  const ownEnd = endOfVersion(story, version);
  const asked = snapshotTimes(version, [...query.asOfs, ownEnd]);
  const events = eventsOf(version);
  const moments = [...new Set([...asked, ...events.keys()])].toSorted((a, b) => a - b);
  const portfolio = portfolioOf(story, version);
  let state = startTimeline(noFacts(portfolio), Math.min(firstStart(portfolio), moments[0] ?? Infinity));
  const at = new Map<Instant, Snapshot>();
  for (const moment of moments) {
    for (const together of events.get(moment) ?? []) {
      const next = acceptTogether(state, together);
      if (!next.ok) return err(faultOf(version, together, state));
      state = next.value;
    }
    state = advance(state, moment);
    if (asked.has(moment)) at.set(moment, snapshot(state, moment));
  }
  return ok({ version, end: advance(state, query.until), ownEnd, at });
}

function snapshotTimes(version: StoryVersion, more: readonly Instant[]): ReadonlySet<Instant> {
  const openedBy = version.expected.recalibrations.flatMap((one) => one.openedBy ?? []);
  return new Set([...version.checkIns.map(({ at }) => at), ...expectedTimes(version), ...openedBy, ...more]);
}

function snapshot({ facts, since }: TimelineState, moment: Instant): Snapshot {
  return { facts, evaluation: evaluatePriced(facts, moment), recalibrations: facts.recalibrations, since };
}

/** By moment: first what was reported then, as one, then what was decided on it. */
function eventsOf({ checkIns, decisions }: StoryVersion): ReadonlyMap<Instant, readonly TimelineEvent[][]> {
  const byMoment = new Map<Instant, [TimelineEvent[], TimelineEvent[]]>();
  const put = (event: TimelineEvent, kind: 0 | 1): void => {
    const moment = byMoment.get(timeOf(event)) ?? [[], []];
    moment[kind].push(event);
    byMoment.set(timeOf(event), moment);
  };
  for (const checkIn of checkIns) put({ kind: 'check-in', checkIn }, 0);
  for (const decision of decisions) put({ kind: 'decision', decision }, 1);
  return new Map([...byMoment].map(([at, kinds]) => [at, kinds.filter((events) => events.length > 0)]));
}

/** Names the one event among those of a moment that was refused: the first that is refused on top of those before. */
function faultOf(
  version: StoryVersion,
  together: readonly TimelineEvent[],
  state: TimelineState,
): StoryFault {
  for (const [i, event] of together.entries()) {
    const tried = acceptTogether(state, together.slice(0, i + 1));
    if (tried.ok) continue;
    const id =
      event.kind === 'check-in' ? event.checkIn.id : event.kind === 'decision' ? event.decision.id : '';
    return {
      path: `${version.paths.get(id) ?? '$'}.${tried.error.field}`,
      rule: eventRefusalWords(tried.error),
    };
  }
  return { path: '$', rule: 'an event is refused' };
}
