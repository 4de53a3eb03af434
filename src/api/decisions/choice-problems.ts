import type { FieldProblem } from '../../contract/problem.ts';
import type { Decision } from '../../domain/decision.ts';
import type { Portfolio } from '../../domain/portfolio.ts';

/** What is wrong with whom and when a choice names: nobody unknown is freed, nothing ends before it begins. */
export function choiceProblems(
  { people, initiatives }: Portfolio,
  { choice }: Decision,
): readonly FieldProblem[] {
  if (choice.kind === 'stop') {
    const message = 'This person does not exist.';
    return (choice.freed ?? []).flatMap((freed, index) =>
      people.some(({ id }) => id === freed)
        ? []
        : [{ at: `freed[${index}]`, rule: 'unknown-person', message }],
    );
  }
  if (choice.kind !== 'reallocate') return [];
  const { from, fromDate, untilDate } = choice;
  const known = initiatives.some(({ id }) => id === from);
  const message = 'This initiative does not exist.';
  return [
    ...(known ? [] : [{ at: 'from', rule: 'unknown-initiative', message }]),
    ...(untilDate !== undefined && fromDate !== undefined && untilDate < fromDate
      ? [{ at: 'untilDate', rule: 'ends-before-it-begins', message: `This is before ${fromDate}.` }]
      : []),
  ];
}
