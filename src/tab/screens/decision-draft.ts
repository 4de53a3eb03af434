import type { DecisionRequest, RecalibrationView } from '../../contract/recalibration-view.ts';
import type { FieldProblem } from '../../contract/problem.ts';

export type Choice = DecisionRequest['kind'];

/** What the form holds while it is filled in; text as typed, dates as the browser gives them. */
export interface DecisionDraft {
  readonly kind: Choice | '';
  readonly from: string;
  readonly what: string;
  readonly fromDate: string;
  readonly untilDate: string;
  readonly commitDate: string;
  readonly reason: string;
  readonly reviewDate: string;
  /** `same`: the plan stays. */
  readonly plan: 'same' | 'revise';
  readonly due: string;
  readonly target: string;
}

export type DraftField = keyof DecisionDraft;

/** Nothing is preselected; only the review date is suggested. SCREENS.md 06. */
export function emptyDraft(view: RecalibrationView): DecisionDraft {
  return {
    kind: '',
    from: '',
    what: '',
    fromDate: '',
    untilDate: '',
    commitDate: '',
    reason: '',
    reviewDate: view.suggestedReview,
    plan: 'same',
    due: view.plan.due,
    target: view.plan.target === null ? '' : String(view.plan.target),
  };
}

export type Problems = Readonly<Partial<Record<DraftField, string>>>;

/** What is missing, in the order of the form, one sentence a field. */
export function missingIn(draft: DecisionDraft, view: RecalibrationView): Problems {
  return {
    ...(draft.kind === '' ? { kind: 'Choose one of the four.' } : {}),
    ...(draft.kind === 'reallocate' ? missingSource(draft) : {}),
    ...(revises(draft) ? missingPlan(draft, view) : {}),
    ...(draft.kind === 'hold' && draft.commitDate === ''
      ? { commitDate: 'Name the day on which it is Green again.' }
      : {}),
    ...(draft.reason.trim() === '' ? { reason: 'Say why, in one or two sentences.' } : {}),
    ...missingReview(draft, view),
  };
}

/** A pivot is a new plan; a reallocation may bring one. */
export function revises(draft: DecisionDraft): boolean {
  return draft.kind === 'pivot' || (draft.kind === 'reallocate' && draft.plan === 'revise');
}

function missingSource({ from, what, fromDate, untilDate }: DecisionDraft): Problems {
  return {
    ...(from === '' ? { from: 'Name the work it comes from.' } : {}),
    ...(what.trim() === '' ? { what: 'Say what moves: people, days or money.' } : {}),
    ...(fromDate === '' ? { fromDate: 'Name the first day.' } : {}),
    ...(untilDate !== '' && untilDate < fromDate ? { untilDate: 'The last day is before the first.' } : {}),
  };
}

function missingPlan({ due, target }: DecisionDraft, { plan }: RecalibrationView): Problems {
  const number = Number(target.replace(',', '.'));
  return {
    ...(due === '' ? { due: 'Name the new due date, or the old one again.' } : {}),
    ...(plan.target !== null && (target.trim() === '' || !Number.isFinite(number))
      ? { target: `Name the target in ${plan.unit}.` }
      : {}),
  };
}

function missingReview({ reviewDate }: DecisionDraft, view: RecalibrationView): Problems {
  if (reviewDate === '') return { reviewDate: 'Name the day on which it is looked at again.' };
  return reviewDate < view.earliestReview ? { reviewDate: 'The review is after today.' } : {};
}

/** The request that a complete draft stands for; null while something is missing. */
export function requestOf(draft: DecisionDraft, view: RecalibrationView): DecisionRequest | null {
  if (draft.kind === '' || Object.keys(missingIn(draft, view)).length > 0) return null;
  const base = {
    reason: draft.reason.trim(),
    reviewDate: draft.reviewDate,
    ...(revises(draft) ? { plan: planOf(draft, view) } : {}),
  };
  if (draft.kind === 'hold') return { kind: 'hold', ...base, commitDate: draft.commitDate };
  if (draft.kind !== 'reallocate') return { kind: draft.kind, ...base };
  return {
    kind: 'reallocate',
    ...base,
    from: draft.from,
    what: draft.what.trim(),
    fromDate: draft.fromDate,
    ...(draft.untilDate === '' ? {} : { untilDate: draft.untilDate }),
  };
}

function planOf(
  { due, target }: DecisionDraft,
  { plan }: RecalibrationView,
): NonNullable<DecisionRequest['plan']> {
  const number = Number(target.replace(',', '.'));
  return { due, ...(plan.target === null ? {} : { target: number }) };
}

/** The API's own words at the fields they are about. */
export function problemsAt(errors: readonly FieldProblem[]): Problems {
  return Object.fromEntries(
    errors.map(({ at, message }) => [at.replace(/^plan\./, '').replace(/\[.*$/, ''), message]),
  );
}
