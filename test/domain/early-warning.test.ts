import { describe, expect, it } from 'vitest';
import { openWarning } from '../../src/domain/early-warning.ts';
import { startOfDay } from '../../src/domain/zoned-time.ts';
import { checkInFrom, momentFrom } from '../support/case-line.ts';
import { day } from '../support/network-builder.ts';
import { table } from '../support/table.ts';

const ZONE = 'Europe/Berlin';
const WARNED = checkInFrom('4=1#w+warn:10');
const FACTS = { owner: 'olga', due: day(42), timeZone: ZONE, decidedAt: [] };

describe('an open early warning', () => {
  it.each(table(new URL('cases/open-warnings.tsv', import.meta.url)))(
    'after $sent, decided $decided, is of so many days until $ends: $why',
    (line) => {
      const checkIns = (line['sent'] ?? '').split(' ').map(checkInFrom);
      const decided = (line['decided'] ?? '').split(' ').filter(Boolean);
      const decidedAt = decided.map((at) => momentFrom(`${at}@12:00`));
      const warning = openWarning(checkIns, { ...FACTS, decidedAt });
      expect(warning?.slipDays ?? 'none').toBe(line['ends'] === '' ? 'none' : Number(line['warned days']));
      expect(warning?.endsAt).toBe(
        line['ends'] === '' ? undefined : startOfDay(day(Number(line['ends'])), ZONE),
      );
    },
  );

  it('is what was said, by whom and when', () => {
    expect(openWarning([{ ...WARNED, by: 'nils' }], FACTS)).toMatchObject({
      checkIn: 'w',
      at: WARNED.at,
      by: 'nils',
      because: 'reasons',
    });
  });

  it("is the owner's where the sender is not known", () => {
    expect(openWarning([WARNED], FACTS)?.by).toBe('olga');
  });
});
