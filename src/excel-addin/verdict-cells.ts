import type { WorkbookView } from '../contract/adoption.ts';
import type { ShownStatus } from '../contract/primitives.ts';
import type { OwnRow } from './sheet-port.ts';

/** Symbol and word as text, so that copy, CSV and print keep the status (SCREENS.md 09). */
const STATUS_CELLS: Readonly<Record<ShownStatus, string>> = {
  green: '● Green',
  yellow: '▲ Yellow',
  red: '■ Red',
  silent: '◌ Silent',
  'not-started': '○ Not started',
  stopped: '– Stopped',
};

export const STATUS_COLOURS = [
  { word: 'Yellow', font: '#835B00', fill: '#FEF7E6' },
  { word: 'Red', font: '#B10E1C', fill: '#FDF3F4' },
  { word: 'Green', font: '#0E700E', fill: '#F1FAF1' },
  { word: 'Silent', font: '#242424', fill: '#F0F0F0' },
] as const;

/** The five verdict cells of one KPI. Slip is a number; all else is text. */
export function verdictRow(kpi: WorkbookView['kpis'][number]): OwnRow {
  const { status, why, priceShort, nextStep } = kpi;
  const started = status.status !== 'not-started' && status.status !== 'stopped';
  const slip = started && status.float !== null ? Math.round(status.slip) : '';
  return {
    key: kpi.id,
    verdict: [STATUS_CELLS[status.status], safeText(why), slip, safeText(priceShort), safeText(nextStep)],
  };
}

/** Text that could begin a formula gets a harmless first character, even in a text cell (platform.md D6). */
export function safeText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `\u2019${text}` : text;
}
