import type { PriceView } from '../../../src/contract/price-view.ts';
import type { PersonRef, RichText } from '../../../src/contract/primitives.ts';
import { addDays } from '../../../src/domain/civil-date.ts';
import { days as dayWords, dayMonth, money, type Reader } from '../../../src/domain/words/format.ts';
import { PEOPLE } from './people.ts';

export const READER: Reader = {
  locale: 'en-GB',
  timeZone: 'Europe/Berlin',
  today: '2026-03-11',
  currency: 'EUR',
};

const PER_WEEK = 6_000_000;

/** The audit's price for any number of days: the launch moves day by day, €60,000 a week. */
export function auditPrice(days: number): PriceView {
  const launch = addDays('2026-04-20', days);
  const cost = auditCost(days);
  const parts = auditSentence(days, cost, launch);
  return {
    kpi: 'C1',
    days,
    parts,
    sentence: parts.map(({ text }) => text).join(''),
    context: 'Every day costs from the first: no float is left between the audit and the launch.',
    range:
      days === 0
        ? null
        : `At the pace so far: an even chance of ${money(cost, READER)} or less, four in five of ${money(auditCost(days + 3), READER)} or less.`,
    short: cost === 0 ? 'nothing yet' : money(cost, READER),
    cost,
    moves:
      days === 0
        ? []
        : [
            {
              id: 'L1',
              kind: 'kpi',
              name: 'Launch gates passed',
              owner: PEOPLE.dana,
              from: '2026-04-20',
              to: launch,
              cost: null,
            },
            {
              id: 'O1',
              kind: 'objective',
              name: 'Lending product earns revenue',
              owner: PEOPLE.erika,
              from: '2026-04-20',
              to: launch,
              cost,
            },
          ],
    owners: [PEOPLE.sam, PEOPLE.dana, PEOPLE.erika],
    room: 0,
    used: 0,
    alreadyLost: 0,
  };
}

export function auditCost(days: number): number {
  return Math.round((PER_WEEK * days) / 7);
}

export const AUDIT_COSTS: readonly number[] = Array.from({ length: 43 }, (_, day) => auditCost(day));

function auditSentence(days: number, cost: number, launch: string): RichText {
  if (days === 0)
    return [{ text: 'No further delay costs ' }, { text: 'nothing yet', strong: true }, { text: '.' }];
  const begin = days === 14 ? 'Two more weeks' : dayWords(days, READER).replace('\u00a0', ' more ');
  return [
    { text: `${begin} ${days === 1 ? 'costs' : 'cost'} ` },
    { text: money(cost, READER), strong: true },
    { text: `: the launch moves from ${dayMonth('2026-04-20', READER)} to ` },
    { text: dayMonth(launch, READER), strong: true },
    { text: '.' },
  ];
}

/** A price for show where only its sentence matters. */
export function plainPrice(
  kpi: string,
  cost: number | null,
  short: string,
  owners: readonly PersonRef[],
): PriceView {
  return {
    range: null,
    kpi,
    days: 14,
    parts: [{ text: 'Two more weeks cost ' }, { text: short, strong: true }, { text: '.' }],
    sentence: `Two more weeks cost ${short}.`,
    context: '',
    short,
    cost,
    moves: [],
    owners: [...owners],
    room: 0,
    used: 0,
    alreadyLost: 0,
  };
}
