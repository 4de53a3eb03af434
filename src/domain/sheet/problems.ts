/**
 * The closed list of things found wrong in cells. Codes are stable; messages are for people (SCREENS.md 8).
 *
 * - `error-value`: the cell holds an error such as #N/A
 * - `not-a-number`: text where the column holds numbers
 * - `ambiguous-number`: a text such as "1.234" that reads two ways
 * - `not-a-date`: text where the column holds dates, such as "tbd"
 * - `date-as-text`: a date typed as text whose reading needs a question, such as "13.4.26"
 * - `percent-scale`: 42 in a column of shares such as 0.42
 * - `duplicate-name`, `duplicate-key`: two records with the same name or number
 * - `owner-not-person`: "tbd", a department or a number in the owner column
 * - `several-owners`: more than one person in one cell
 * - `missing-name`, `missing-owner`, `missing-target`, `missing-due`: an empty cell where the others are filled
 * - `missing-value`: an empty cell where a value was asked for (check-in only)
 */
export const PROBLEM_CODES = [
  'error-value', 'not-a-number', 'ambiguous-number', 'not-a-date', 'date-as-text', 'percent-scale', 'duplicate-name',
  'duplicate-key', 'owner-not-person', 'several-owners', 'missing-name', 'missing-owner', 'missing-target', 'missing-due',
  'missing-value',
] as const; // prettier-ignore
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export interface SheetProblem {
  /** Address on the sheet, "F9". */
  readonly cell: string;
  readonly code: ProblemCode;
  readonly message: string;
}
