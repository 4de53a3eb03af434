import { describe, expect, it } from 'vitest';
import { dateOf, dayOf } from '../../src/domain/civil-date.ts';
import { openReport } from '../../src/domain/silence.ts';
import { workDaysOf } from '../../src/domain/work-days.ts';
import { startOfDay } from '../../src/domain/zoned-time.ts';
import { cadenceFrom, checkInFrom } from '../support/case-line.ts';
import { day, portfolioOf } from '../support/network-builder.ts';
import { table } from '../support/table.ts';

const ZONE = 'Europe/Berlin';

describe('the oldest unanswered report', () => {
  it.each(table(new URL('cases/open-reports.tsv', import.meta.url)))(
    'of $cadence (off $off) after $sent is due on $due, silent from $silent, long silent from $long: $why',
    (line) => {
      const report = openReport(eventsOf(line['sent']).map(checkInFrom), ruleOf(line));
      expect(report).toEqual(line['due'] === 'never' ? null : expectedReport(line));
    },
  );
});

function ruleOf(line: Readonly<Record<string, string>>) {
  const off = eventsOf(line['off']).map((at) => day(Number(at)));
  const { workWeek, timeZone } = portfolioOf({});
  const workDays = workDaysOf({ workWeek, timeZone, holidays: new Set(off) });
  const [start, cadence] = [dayOf(day(0)), cadenceFrom(line['cadence'] ?? '')];
  const plan = { cadence, start, until: Infinity, knownSince: -Infinity, workDays };
  return { plan, timeZone: ZONE, graceDays: 2 };
}

function expectedReport(line: Readonly<Record<string, string>>) {
  const due = dayOf(day(Number(line['due'])));
  const at = (cell = ''): number => startOfDay(day(Number(cell)), ZONE);
  return {
    due,
    awaitedFrom: startOfDay(dateOf(due), ZONE),
    silentFrom: at(line['silent']),
    longSilentFrom: at(line['long']),
  };
}

function eventsOf(cell = ''): readonly string[] {
  return cell.split(' ').filter((token) => token !== '' && token !== '-');
}
