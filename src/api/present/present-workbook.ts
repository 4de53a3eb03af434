import { isOpen } from '../../domain/recalibration.ts';
import type { WorkbookView } from '../../contract/adoption.ts';
import type { RichText } from '../../contract/primitives.ts';
import type { Kpi } from '../../domain/portfolio.ts';
import { sentBy, standing } from '../../domain/reading.ts';
import { localDate } from '../../domain/zoned-time.ts';
import { dateTime, dayMonth, statusWord, weekdayDate } from '../../domain/words/format.ts';
import type { ViewContext } from '../view-context.ts';
import { shortPrice } from '../../domain/words/price-words.ts';
import { presentKpiStatus, presentWhy } from './present-status.ts';
import { type IndexedView, indexView, personRef } from './view-index.ts';
import { checkInsOf } from '../../domain/check-in-log.ts';

/** A cell must not wrap: it would change the manager's row heights (SCREENS.md 09). */
const WHY_LENGTH = 70;

/** What the pane shows and writes back for one workbook. */
export function presentWorkbook(context: ViewContext, workbook: string): WorkbookView {
  const view = indexView(context);
  const known = view.workbooks.get(workbook);
  const kpis = (known?.kpis ?? []).flatMap((id) => view.kpiOf(id) ?? []);
  return { workbook, mapping: known?.mapping ?? null, kpis: kpis.map((kpi) => presentRow(view, kpi)) };
}

function presentRow(view: IndexedView, kpi: Kpi): WorkbookView['kpis'][number] {
  const state = view.stateOf(kpi.id);
  const last = state?.lastReading ?? null;
  return {
    id: kpi.id,
    name: kpi.name,
    unit: kpi.unit,
    owner: personRef(view.personOf(kpi.owner)),
    mine: kpi.owner === view.reader.id,
    status: presentKpiStatus(view, kpi.id),
    why: shortened(presentWhy(view, kpi.id)),
    priceShort: shortPrice(view.priceOf(kpi.id), view.words),
    nextStep: nextStep(view, kpi),
    lastReading: last && { date: last.date, value: last.value, entry: view.entryOf.get(last.checkIn) ?? 0 },
    readings: acceptedBy(view, kpi.id),
    waits: (state?.waits ?? []).map(({ what, kind, since, expectedBy }) => ({
      what,
      kind,
      since,
      expectedBy,
    })),
    reportDue: state?.missingReport ?? state?.nextReport ?? null,
    consequence: consequenceOf(view, kpi.id),
    recalibration: view.answering(kpi.id)?.id ?? null,
  };
}

/** As sent, the last one of each day: increments stay increments, as they stand in the sheet. */
function acceptedBy({ facts, asOf }: IndexedView, kpi: string): WorkbookView['kpis'][number]['readings'] {
  const sent = standing(sentBy(checkInsOf(facts.checkIns, kpi), asOf));
  const byDate = new Map(sent.map(({ date, value }) => [date, value]));
  return [...byDate].map(([date, value]) => ({ date, value })).toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** What follows with no new data: "If the export is not here by Mon 9 Mar, this turns Yellow on Wed 11 Mar." */
export function consequenceOf(view: IndexedView, kpi: string): RichText {
  const state = view.stateOf(kpi);
  if (!state || state.status !== 'green' || state.reviewAt === null) return [];
  const wait = state.waits[0];
  const on = weekdayDate(localDate(state.reviewAt, view.words.timeZone), view.words);
  if (wait) {
    const by = weekdayDate(wait.expectedBy, view.words);
    const turns = { text: `If “${wait.what}” is not here by ${by}, this turns Yellow on ${on}.` };
    return [turns, ...twoWeeks(view, kpi)];
  }
  return state.nextReport === null
    ? []
    : [{ text: `The next report is due ${weekdayDate(state.nextReport, view.words)}.` }];
}

function twoWeeks(view: IndexedView, kpi: string): RichText {
  const { cost } = view.priceOf(kpi);
  if (cost === null || cost <= 0) return [];
  const amount = { text: shortPrice(view.priceOf(kpi), view.words), strong: true as const };
  return [{ text: ' Two more weeks cost ' }, amount, { text: '.' }];
}

function nextStep(view: IndexedView, kpi: Kpi): string {
  const answer = view.answering(kpi.id);
  if (answer && isOpen(answer)) {
    const decider = view.personOf(answer.decisionMaker).name;
    return answer.meeting
      ? `${dateTime(answer.meeting.start, view.words)}: ${decider} decides`
      : `A meeting with ${decider} is being booked`;
  }
  const state = view.stateOf(kpi.id);
  if (state?.missingReport) return `Report missing since ${dayMonth(state.missingReport, view.words)}`;
  if (state?.nextReport) return `Report due ${weekdayDate(state.nextReport, view.words)}`;
  return state ? statusWord(presentKpiStatus(view, kpi.id).status) : '';
}

/** Whole clauses where at least one fits, else whole words. */
function shortened(why: string): string {
  if (why.length <= WHY_LENGTH) return why;
  const clauses = why.slice(0, WHY_LENGTH).lastIndexOf(';');
  if (clauses > 0) return `${why.slice(0, clauses)}.`;
  const cut = why.slice(0, WHY_LENGTH - 1);
  return `${cut.slice(0, Math.max(40, cut.lastIndexOf(' ')))}…`;
}
