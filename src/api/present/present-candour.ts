import type { CandourView, RedatedLine } from '../../contract/candour-view.ts';
import type { RichText } from '../../contract/primitives.ts';
import type { Decision } from '../../domain/decision.ts';
import { countWord, dateIn, dayMonth, days, statusWord } from '../../domain/words/format.ts';
import type { ViewContext } from '../view-context.ts';
import { presentObjections } from './present-objections.ts';
import { type SentReminder, presentSilences } from './present-silences.ts';
import { iso, shownOf } from './present-status.ts';
import { presentWarnings } from './present-warnings.ts';
import { type IndexedView, indexView } from './view-index.ts';

/** Early warnings, silence, objections and re-dated to green; thanks come before questions (SCREENS.md 07). */
export function presentCandour(context: ViewContext, reminders: readonly SentReminder[]): CandourView {
  const view = indexView(context);
  const warnings = presentWarnings(view);
  const silences = presentSilences(view, reminders);
  return {
    asOf: iso(view.asOf) ?? '',
    sentence: headline(view, warnings, silences.length),
    warnings,
    redated: redated(view),
    silences,
    silenceNote: silenceNote(view),
    objections: presentObjections(view),
  };
}

/** "Two early warnings gave 22 days of notice. One report is missing today." */
function headline(view: IndexedView, warnings: CandourView['warnings'], silent: number): RichText {
  const notice = warnings.reduce((sum, { noticeDays }) => sum + (noticeDays ?? 0), 0);
  const warned = warnings.length === 1 ? 'One early warning' : `${countWord(warnings.length)} early warnings`;
  const missing = silent === 1 ? 'One report' : `${countWord(silent)} reports`;
  return [
    ...(notice > 0
      ? [
          { text: `${warned} gave ` },
          { text: days(notice, view.words), strong: true as const },
          { text: ' of notice. ' },
        ]
      : [{ text: `${warned} so far. ` }]),
    ...(silent === 0
      ? [{ text: 'Nobody is silent.' }]
      : [
          { text: missing, strong: true as const },
          { text: ` ${silent === 1 ? 'is' : 'are'} missing today.` },
        ]),
  ];
}

function silenceNote(view: IndexedView): string {
  const reporting = view.facts.portfolio.kpis.flatMap(({ id }) => {
    const state = view.stateOf(id);
    return state?.counts ? [state] : [];
  });
  const complete = reporting.filter(({ missingReport }) => missingReport === null).length;
  if (reporting.length === 0) return 'No KPI has to report yet.';
  return `${complete} of ${reporting.length} KPIs have every report that was due.`;
}

/** A new plan came with the decision and with it the KPI turned green at that moment. DESIGN.md 3.10. */
function redated(view: IndexedView): RedatedLine[] {
  return view.facts.decisions.toReversed().flatMap((decision) => {
    const turned = view.timeline.transitions.find(
      ({ id, at, to }) => id === decision.cause && at === decision.at && to === 'green',
    );
    return decision.plan === undefined || !turned ? [] : [redatedLine(view, decision, turned.from)];
  });
}

function redatedLine(
  view: IndexedView,
  { id, at, by, cause, reason }: Decision,
  from: Parameters<typeof statusWord>[0] | null,
): RedatedLine {
  const on = dayMonth(dateIn(at, view.words), view.words);
  const before = from === null ? '' : `; it was ${statusWord(from)} just before`;
  return {
    decision: id,
    kpi: { id: cause, name: view.nameOf(cause) },
    status: shownOf(view, cause),
    sentence: `${planChange(view, cause, at)} on ${on}${before}. ${view.personOf(by).name}: “${reason}”`,
  };
}

/** "Due moved from 3 Apr to 17 Apr", or that the plan changed. */
function planChange(view: IndexedView, kpi: string, at: number): string {
  const revisions = view.kpiOf(kpi)?.revisions ?? [];
  const index = revisions.findIndex((one) => one.at === at);
  const [before, after] = [revisions[index - 1]?.plan, revisions[index]?.plan];
  if (!before || !after || before.due === after.due) return 'The plan changed';
  return `Due moved from ${dayMonth(before.due, view.words)} to ${dayMonth(after.due, view.words)}`;
}
