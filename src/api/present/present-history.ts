import type { HistoryEntry } from '../../contract/kpi-view.ts';
import type { Decision } from '../../domain/decision.ts';
import type { Kpi } from '../../domain/portfolio.ts';
import { assertNever } from '../../domain/result.ts';
import type { Wait } from '../../domain/wait.ts';
import { dateTime, dayMonth, days, quantity, statusWord } from '../../domain/words/format.ts';
import type { LedgerEntry } from '../ledger/ledger-event.ts';
import { cadenceWords } from './cadence-words.ts';
import { decisionSummary } from './decision-summary.ts';
import { pathWords } from './path-words.ts';
import { shownStatus } from './present-status.ts';
import type { IndexedView } from './view-index.ts';

/** What happened to a KPI, newest first. Nothing here can be edited (SCREENS.md 03). */
export function presentHistory(view: IndexedView, kpi: Kpi, entries: readonly LedgerEntry[]): HistoryEntry[] {
  return entries.toReversed().flatMap((entry) => {
    const line = lineOf(view, kpi, entry);
    return line ? [{ entry: entry.seq, at: new Date(entry.at).toISOString(), ...line }] : [];
  });
}

type Line = Omit<HistoryEntry, 'entry' | 'at'>;

function lineOf(view: IndexedView, kpi: Kpi, { event, actor }: LedgerEntry): Line | null {
  switch (event.type) {
    case 'check-in-accepted':
      return event.data.checkIn.kpi === kpi.id ? checkInLine(view, kpi, event.data) : null;
    case 'status-changed':
      return event.data.id === kpi.id ? statusLine(event.data) : null;
    case 'decision-recorded': {
      const { decision } = event.data;
      if (decision.cause !== kpi.id) return null;
      const summary = decisionSummary(view, decision);
      const review = `review ${dayMonth(decision.reviewDate, view.words)}`;
      return plain('decision', {
        label: 'Decision',
        line: summary,
        caption: `${view.personOf(decision.by).name}; ${review}.${reasonBeside(decision, summary)}`,
      });
    }
    case 'recalibration-booked': {
      const of = view.facts.recalibrations.find(({ id }) => id === event.data.id);
      if (of?.cause !== kpi.id) return null;
      return plain('recalibration', {
        label: 'Meeting',
        line: `Booked for ${dateTime(event.data.meeting.start, view.words)}`,
        caption: `${view.personOf(of.decisionMaker).name} decides`,
      });
    }
    case 'recalibration-released':
      return aboutCase(view, kpi, event.data.id)
        ? plain('recalibration', {
            label: 'Meeting',
            line: 'Released: Green again before a decision',
            caption: '',
          })
        : null;
    case 'recalibration-escalated': {
      if (!aboutCase(view, kpi, event.data.id)) return null;
      const next = view.personOf(event.data.next.decisionMaker).name;
      return plain('recalibration', { label: 'Meeting', line: `No decision: now with ${next}`, caption: '' });
    }
    case 'kpi-adopted':
      return event.data.kpi.id === kpi.id
        ? plain('created', {
            label: 'Plan',
            line: `Plan set: ${pathWords(view, event.data.kpi)}, ${lowerFirst(cadenceWords(event.data.kpi.cadence))}`,
            caption: nameOf(view, actor),
          })
        : null;
    case 'tenant-set-up':
    case 'person-added':
    case 'objective-added':
    case 'initiative-added':
    case 'kpi-linked':
    case 'dependency-added':
    case 'mapping-saved':
    case 'recalibration-opened':
    case 'recalibration-joined':
    case 'recalibration-left':
    case 'recalibration-kept':
    case 'recalibration-decided':
    case 'recalibration-rebooked':
    case 'recalibration-alarm':
      return null;
    default:
      return assertNever(event);
  }
}

function checkInLine(
  view: IndexedView,
  kpi: Kpi,
  { checkIn }: Extract<LedgerEntry['event'], { type: 'check-in-accepted' }>['data'],
): Line {
  const said = [
    ...(checkIn.supersedes === undefined ? [] : ['corrects an earlier reading']),
    ...(checkIn.waitingOn ? [waitWords(view, checkIn.waitingOn)] : []),
    ...(checkIn.waitOver === undefined ? [] : ['the wait is over']),
    ...(checkIn.earlyWarning
      ? [`warned of ${days(checkIn.earlyWarning.slipDays, view.words)}: ${checkIn.earlyWarning.because}`]
      : []),
    ...(checkIn.objection ? [`objected: ${checkIn.objection.claim}`] : []),
  ];
  const sender = checkIn.by === undefined ? '' : view.personOf(checkIn.by).name;
  return plain('check-in', {
    label: 'Check-in',
    line: [
      `${quantity(checkIn.value, kpi.unit, view.words)} on ${dayMonth(checkIn.date, view.words)}`,
      ...said,
    ].join('; '),
    caption: sender,
  });
}

type Waiting = Pick<Wait, 'what' | 'kind' | 'expectedBy'>;

function waitWords(view: IndexedView, { what, kind, expectedBy }: Waiting): string {
  return `waiting for “${what}”, ${kind.replaceAll('-', ' ')}, due ${dayMonth(expectedBy, view.words)}`;
}

/** The reason, unless the line says it already. */
function reasonBeside({ reason }: Decision, summary: string): string {
  return summary.includes(reason) ? '' : ` ${reason}`;
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function statusLine(change: Extract<LedgerEntry['event'], { type: 'status-changed' }>['data']): Line {
  const reasons = change.reason === null ? [] : [{ code: change.reason }];
  const status = shownStatus(change.to, reasons);
  const from = change.from === null ? '' : `${statusWord(change.from)} to `;
  const because = change.reason === null ? '' : `: ${change.reason.replaceAll('-', ' ')}`;
  return {
    kind: 'status',
    status,
    label: statusWord(status),
    line: `${from}${statusWord(status)}${because}`,
    caption: '',
  };
}

function plain(kind: Line['kind'], words: Pick<Line, 'label' | 'line' | 'caption'>): Line {
  return { kind, status: null, ...words };
}

function aboutCase(view: IndexedView, kpi: Kpi, recalibration: string): boolean {
  return view.facts.recalibrations.some(({ id, cause }) => id === recalibration && cause === kpi.id);
}

function nameOf(view: IndexedView, actor: string): string {
  return actor === 'system' ? '' : view.personOf(actor).name;
}
