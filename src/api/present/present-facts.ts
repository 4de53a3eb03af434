import type { RecalibrationView } from '../../contract/recalibration-view.ts';
import type { Recalibration } from '../../domain/recalibration.ts';
import { dateTime, dayMonth, days, figure, quantity } from '../../domain/words/format.ts';
import { decideBy } from '../../domain/recalibration-escalation.ts';
import type { IndexedView } from './view-index.ts';

type Fact = RecalibrationView['facts'][number];

/** The labelled facts of a decision, in order (SCREENS.md 06): decide by, reading, slip, float, waits, due. */
export function presentFacts(view: IndexedView, recalibration: Recalibration): Fact[] {
  const by = decideBy(view.facts.portfolio, recalibration);
  const { cause } = recalibration;
  return [
    ...(by === null ? [] : [{ label: 'Decide by', value: dateTime(by, view.words), strong: true }]),
    ...kpiFacts(view, cause).map((fact) => ({ ...fact, strong: false })),
  ];
}

/** The same facts without the deadline, for the invitation. */
export function kpiFacts(
  view: IndexedView,
  kpi: string,
): { readonly label: string; readonly value: string }[] {
  const found = view.kpiOf(kpi);
  const state = view.stateOf(kpi);
  if (!found || !state) return [];
  const { words } = view;
  const float =
    state.float === null ? [] : [{ label: 'Float', value: days(state.floatLeft ?? state.float, words) }];
  const slip = found.kind === 'reach' ? [{ label: 'Slip', value: days(state.slip, words) }] : [];
  const warned = state.warning
    ? [
        {
          label: 'Expected slip',
          value: `${days(state.warning.slipDays, words)}, in the owner's words: “${state.warning.because}”`,
        },
      ]
    : [];
  return [
    { label: 'Reading', value: readingLine(view, kpi) },
    ...slip,
    ...float,
    ...warned,
    ...state.waits.map((wait) => ({
      label: 'Waits for',
      value: `${wait.what}, ${wait.kind.replaceAll('-', ' ')}, due ${dayMonth(wait.expectedBy, words)}`,
    })),
    { label: 'Due', value: dayMonth(found.plan.due, words) },
  ];
}

/** "11 of 120 items on 6 Mar; plan 11.4". */
export function readingLine(view: IndexedView, kpi: string): string {
  const found = view.kpiOf(kpi);
  const state = view.stateOf(kpi);
  const reading = state?.lastReading;
  if (!found || !state || !reading) return 'none yet';
  const { words } = view;
  const on = `on ${dayMonth(reading.date, words)}`;
  if (found.kind === 'keep') return `${quantity(reading.value, found.unit, words)} ${on}`;
  const of = quantity(found.plan.target, found.unit, words);
  const plan = state.planAtReading === null ? '' : `; plan ${figure(state.planAtReading, words, 1)}`;
  return `${figure(reading.value, words)} of ${of} ${on}${plan}`;
}
