import { describe, expect, it } from 'vitest';
import { deadlineFor, oneWorkingDayAfter } from '../../src/domain/recalibration-deadline.ts';
import { parseStoryTime, printStoryTime } from '../../src/domain/story/story-time.ts';
import type { WorkCalendar, Weekday } from '../../src/domain/working-time.ts';

const MON_TO_FRI: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
const SUN_TO_THU: readonly Weekday[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday'];
const NO_WEDNESDAY: readonly Weekday[] = ['monday', 'tuesday', 'thursday', 'friday'];

function calendar(
  days: readonly Weekday[],
  off: readonly string[] = [],
  timeZone = 'Europe/Berlin',
): WorkCalendar {
  return { workWeek: { days, start: '09:00', end: '17:00' }, timeZone, holidays: new Set(off) };
}

function at(text: string, timeZone: string): number {
  return parseStoryTime(text, timeZone) ?? Number.NaN;
}

describe('the deadline of a recalibration', () => {
  const week = calendar(MON_TO_FRI);
  it.each<[string, WorkCalendar, string, string]>([
    ['is Friday evening for one that opens on Wednesday', week, '2026-03-11T00:00', '2026-03-13T17:00'],
    ['is the same evening with exactly four hours left', week, '2026-03-13T13:00', '2026-03-13T17:00'],
    ['is the second working day after with less', week, '2026-03-13T13:01', '2026-03-17T17:00'],
    ['counts a weekend to the week that is over', week, '2026-03-14T10:00', '2026-03-17T17:00'],
    [
      'lies before a holiday that ends the week',
      calendar(MON_TO_FRI, ['2026-03-13']),
      '2026-03-11T00:00',
      '2026-03-12T17:00',
    ],
    ['steps over holidays', calendar(MON_TO_FRI, ['2026-03-16']), '2026-03-13T14:00', '2026-03-18T17:00'],
    [
      'is Thursday where Friday and Saturday are free',
      calendar(SUN_TO_THU),
      '2026-03-09T00:00',
      '2026-03-12T17:00',
    ],
    ['starts with Sunday there', calendar(SUN_TO_THU), '2026-03-08T10:00', '2026-03-12T17:00'],
    [
      'does not end a week at a single free day',
      calendar(NO_WEDNESDAY),
      '2026-03-10T10:00',
      '2026-03-13T17:00',
    ],
    [
      'keeps a free day inside the week in that week',
      calendar(NO_WEDNESDAY),
      '2026-03-11T10:00',
      '2026-03-13T17:00',
    ],
    [
      'moves on where the whole rest of the week is off',
      calendar(MON_TO_FRI, ['2026-03-12', '2026-03-13']),
      '2026-03-12T08:00',
      '2026-03-17T17:00',
    ],
  ])('%s', (_, owner, openedAt, expected) => {
    const given = deadlineFor(at(openedAt, owner.timeZone), owner, 4);
    expect(printStoryTime(given, owner.timeZone)).toBe(expected);
  });

  it('is in the owner’s hours and zone', () => {
    const tokyo = calendar(MON_TO_FRI, [], 'Asia/Tokyo');
    const given = deadlineFor(at('2026-03-11T00:00', 'Europe/Berlin'), tokyo, 4);
    expect(printStoryTime(given, 'Europe/Berlin')).toBe('2026-03-13T09:00');
  });

  it('escalates one working day after, at the same time of day, across the change of clocks', () => {
    const end = at('2026-03-27T10:45', 'Europe/Berlin');
    expect(printStoryTime(oneWorkingDayAfter(end, week), 'Europe/Berlin')).toBe('2026-03-30T10:45');
  });
});
