import type { PersonId } from './portfolio.ts';
import { assertNever } from './result.ts';
import type { SlotConcession } from './slot-search.ts';
import type { Conflict } from './slot-search-rating.ts';
import { listing } from './words/format.ts';

/** What a slot gave up, one sentence each, for the invitation's last line (DESIGN.md 3.8). Empty: nothing. */
export function concessionSentences(
  concessions: readonly SlotConcession[],
  nameOf: (person: PersonId) => string,
): readonly string[] {
  return concessions.flatMap((concession) => sentencesFor(concession, nameOf));
}

function sentencesFor(concession: SlotConcession, nameOf: (person: PersonId) => string): readonly string[] {
  switch (concession.kind) {
    case 'optional-missing':
      return [`${people(concession.people, nameOf, 'is', 'are')} optional and not free then.`];
    case 'tentative':
      return [`${people(concession.people, nameOf, 'has', 'have')} a tentative appointment then.`];
    case 'shortened':
      return [shortened(concession)];
    case 'conflict':
      return [...WHY.flatMap((why) => conflictSentence(concession.conflicts, why, nameOf)), FEWEST];
    case 'unknown-calendar':
      return [
        `The calendar of ${listing(concession.people.map(nameOf))} could not be read and counts as free.`,
      ];
    default:
      return assertNever(concession);
  }
}

function shortened({ minutes, wanted }: { readonly minutes: number; readonly wanted: number }): string {
  return `${minutes}\u00a0minutes instead of ${wanted}: no longer slot was free before the deadline.`;
}

const FEWEST = 'No slot before the deadline suits everyone required; this one has the fewest conflicts.';

const WHY: readonly (readonly [Conflict['presence'], string])[] = [
  ['busy', 'busy then.'],
  ['oof', 'out of office then.'],
  ['off-hours', 'outside working hours then.'],
];

function conflictSentence(
  conflicts: readonly Conflict[],
  [presence, words]: readonly [Conflict['presence'], string],
  nameOf: (person: PersonId) => string,
): readonly string[] {
  const hit = conflicts.filter((conflict) => conflict.presence === presence).map(({ person }) => person);
  return hit.length === 0 ? [] : [`${people(hit, nameOf, 'is', 'are')} ${words}`];
}

function people(
  ids: readonly PersonId[],
  nameOf: (person: PersonId) => string,
  ...[one, many]: readonly [string, string]
): string {
  return `${listing(ids.map(nameOf))} ${ids.length === 1 ? one : many}`;
}
