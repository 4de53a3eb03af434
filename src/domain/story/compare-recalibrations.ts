import type { Recalibration } from '../recalibration.ts';
import type { Instant } from '../zoned-time.ts';
import { differs, inOrder, openedUntil } from './difference.ts';
import type { VersionRun } from './run-version.ts';
import type { ExpectedRecalibration } from './story.ts';

type Print = (moment: Instant) => string;

/** Every expected recalibration must stand at its `openedBy` at the latest, with exactly these people. */
export function compareRecalibrations(run: VersionRun, print: Print): readonly string[] {
  const { recalibrations, noRecalibration } = run.version.expected;
  const opened = openedUntil(run, run.ownEnd);
  return [
    ...(noRecalibration ? differs('recalibrations', 0, opened) : []),
    ...recalibrations.flatMap((expected) =>
      compareOne(run, expected, print).map((words) => `recalibration of ${expected.cause}: ${words}`),
    ),
  ];
}

function compareOne(run: VersionRun, expected: ExpectedRecalibration, print: Print): readonly string[] {
  const count = compareCount(run, expected);
  if (expected.count === 0) return count;
  const differences = candidates(run, expected).map((given) => compareFields(expected, given, print));
  if (differences.length === 0) {
    const by = expected.openedBy === undefined ? '' : ` at ${print(expected.openedBy)}`;
    return [...count, `none stands${by}`];
  }
  const nearest = differences.reduce((a, b) => (b.length < a.length ? b : a));
  return [...count, ...nearest];
}

/** `count` counts recalibrations of that cause without later revisions, to the end of the version or of the run. */
function compareCount(run: VersionRun, { cause, count }: ExpectedRecalibration): readonly string[] {
  if (count === undefined) return [];
  const [own, whole] = [openedUntil(run, run.ownEnd, cause), openedUntil(run, run.end.now, cause)];
  return own === count || whole === count ? [] : differs('count', count, own);
}

/** Those of the cause that opened in time, as they stood then and as they stand at the end: people may have joined. */
function candidates(
  run: VersionRun,
  { cause, openedBy, revision }: ExpectedRecalibration,
): readonly Recalibration[] {
  const then = openedBy === undefined ? [] : (run.at.get(openedBy)?.recalibrations ?? []);
  const latest = openedBy ?? run.end.now;
  return [...then, ...run.end.facts.recalibrations].filter(
    (one) =>
      one.cause === cause && one.openedAt <= latest && (revision === undefined || one.revision === revision),
  );
}

function compareFields(
  expected: ExpectedRecalibration,
  given: Recalibration,
  print: Print,
): readonly string[] {
  const { deadline, decisionMaker, required, optional } = expected;
  return [
    ...(deadline === undefined ? [] : differs('deadline', print(deadline), print(given.deadline))),
    ...(decisionMaker === undefined ? [] : differs('decisionMaker', decisionMaker, given.decisionMaker)),
    ...(required === undefined ? [] : differs('required', inOrder(required), inOrder(given.required))),
    ...(optional === undefined ? [] : differs('optional', inOrder(optional), inOrder(given.optional))),
  ];
}
