import type { Decision } from '../../domain/decision.ts';
import { assertNever } from '../../domain/result.ts';
import { dayMonth } from '../../domain/words/format.ts';
import type { IndexedView } from './view-index.ts';

/** One line: what was decided. "Reallocate: 2 people from Build the lending features, 16 Mar to 27 Mar". */
export function decisionSummary(view: IndexedView, { choice, reason }: Decision): string {
  const day = (date: string): string => dayMonth(date, view.words);
  switch (choice.kind) {
    case 'stop':
      return `Stop: ${reason}`;
    case 'reallocate': {
      const source = choice.from === undefined ? '' : ` from ${view.nameOf(choice.from)}`;
      const when = choice.fromDate === undefined ? '' : `, from ${day(choice.fromDate)}`;
      const until = choice.untilDate === undefined ? '' : ` to ${day(choice.untilDate)}`;
      return `Reallocate: ${choice.what ?? 'people or money'}${source}${when}${until}`;
    }
    case 'pivot':
      return `Pivot: ${reason}`;
    case 'hold':
      return choice.commitDate === undefined
        ? 'Hold course'
        : `Hold course: Green again by ${day(choice.commitDate)}`;
    default:
      return assertNever(choice);
  }
}
