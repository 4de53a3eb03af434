import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judge, total } from '../../bench/history-judgement.ts';
import { type Indicator, isMiss, readIndicators } from '../../bench/history-months.ts';
import { replay } from '../../bench/history-replay.ts';

const FOLDER = resolve(import.meta.dirname, '../../../shared/workbooks/history');
/** One in so many: all of them take too long for a test. */
const SAMPLED = 15;
const present = existsSync(FOLDER);
if (!present)
  console.warn(`SKIPPED: the real monthly history is not in ${FOLDER}; its replay is not tested.`);

/** Months that should stay above 90, from the one so many months after January 2025 on. */
function indicatorOf(actuals: readonly number[], from = 0): Indicator {
  const months = actuals.map((actual, at) => {
    const date = new Date(Date.UTC(2025, from + at + 1, 0)).toISOString().slice(0, 10);
    return { date, actual, target: 90 };
  });
  return { id: '1', agency: 'A', name: 'Lifts that run', good: 'above', months };
}

describe('a monthly history replayed as a keep KPI', { timeout: 60_000 }, () => {
  it('meets once for a quarter of misses, and again when they outlast the review', () => {
    // Misses from the second month to the sixth. Met about it in February; the review, 91 days after the deadline in
    // the first days of March, comes in June, when May has missed too.
    const meetings = replay(indicatorOf([95, 80, 81, 80, 82, 80, 95, 95]));
    expect(meetings).toEqual([
      { month: 1, cause: 'outside-band' },
      { month: 4, cause: 'outside-band' },
    ]);
  });

  it('tells a meeting that opens on the morning of a report by the months known then', () => {
    // Thursday, 31 July 2025 is met about by Friday, 1 August; 91 days on is 31 October, whose report comes at three.
    const meetings = replay(indicatorOf([80, 80, 80, 95, 95], 6));
    expect(meetings.at(1)).toEqual({ month: 2, cause: 'outside-band' });
  });

  it('does not meet while the target is kept', () => {
    expect(replay(indicatorOf([95, 94, 95, 96, 95, 94]))).toEqual([]);
  });

  it('counts a meeting as followed by a miss within three months, and a miss as announced by one', () => {
    // Missed in the second, the fifth and the ninth month; only the ninth comes after three months on target.
    const indicator = indicatorOf([95, 80, 95, 95, 80, 95, 95, 95, 80, 95]);
    const onMiss = judge(indicator, [{ month: 1, cause: 'outside-band' }]);
    expect(onMiss).toMatchObject({ misses: 3, firstMisses: 1 });
    expect(onMiss.meetings).toEqual({ count: 1, judged: 1, followed: 1, announced: 1, foreseen: 0 });
    const onSignal = judge(indicator, [{ month: 7, cause: 'signal' }]);
    expect(onSignal.signals).toEqual({ count: 1, judged: 0, followed: 0, announced: 1, foreseen: 1 });
  });

  describe.skipIf(!present)('of real indicators', () => {
    const found = present ? readIndicators(FOLDER) : [];
    const sampled = found.filter((_, at) => at % SAMPLED === 0);

    it('has a direction, a target and a figure for every month', () => {
      expect(found.length).toBeGreaterThan(100);
      for (const { months } of found) {
        for (const { actual, target } of months) expect([actual, target].every(Number.isFinite)).toBe(true);
      }
    });

    it('meets by the first miss, at most once a quarter, and much less often than it misses', () => {
      const judgements = sampled.map((indicator) => {
        const meetings = replay(indicator);
        const firstMiss = indicator.months.findIndex((month) => isMiss(month, indicator.good));
        expect(meetings[0]?.month).toBeLessThanOrEqual(firstMiss);
        return judge(indicator, meetings);
      });
      // A cover lasts 91 days and the meeting some more: five in a year of misses is the most that fits.
      for (const { meetings, months } of judgements) {
        expect(meetings.count / (months / 12)).toBeLessThanOrEqual(5);
      }
      const { meetings, misses } = total(judgements);
      expect(meetings.count).toBeLessThan(misses / 2);
    });
  });
});
