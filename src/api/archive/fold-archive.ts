import { applyEntries } from '../state/apply-entries.ts';
import { EMPTY_STATE, type TenantState } from '../state/tenant-state.ts';
import { ArchiveFault } from './archive-fault.ts';
import { type AskedFor, askedFor } from './outstanding-jobs.ts';
import type { PlacedEntry } from './read-archive.ts';

/** What a file has said so far. */
export interface Folding {
  readonly state: TenantState;
  readonly asked: AskedFor;
}

export const START: Folding = { state: EMPTY_STATE, asked: new Map() };

/** The folding after more entries. An entry that cannot be folded is named: a whole chain can be forged, too. */
export function foldedOnto(folding: Folding, batch: readonly PlacedEntry[]): Folding {
  try {
    return step(folding, batch);
  } catch {
    // Which one it was is found by taking them one by one.
    throw firstUnfoldable(folding, batch);
  }
}

function step({ state, asked }: Folding, batch: readonly PlacedEntry[]): Folding {
  const entries = batch.map(({ entry }) => entry);
  return { state: applyEntries(state, entries), asked: askedFor(asked, entries) };
}

function firstUnfoldable(before: Folding, batch: readonly PlacedEntry[]): ArchiveFault {
  let folding = before;
  for (const placed of batch) {
    try {
      folding = step(folding, [placed]);
    } catch {
      const { line, entry } = placed;
      const message = `Entry ${entry.seq} says what cannot be: it does not fit the entries before it.`;
      return new ArchiveFault(line, 'bad-entry', message);
    }
  }
  return new ArchiveFault(
    batch[0]?.line ?? null,
    'bad-entry',
    'From here on the entries contradict each other.',
  );
}
