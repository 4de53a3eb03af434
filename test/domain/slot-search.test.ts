import { describe, expect, it } from 'vitest';
import { type SlotFound, type SlotSearch, findSlot } from '../../src/domain/slot-search.ts';
import type { AttendeeCalendar, BusyTime } from '../../src/domain/slot-search-calendar.ts';
import type { WorkCalendar, WorkWeek } from '../../src/domain/working-time.ts';
import { instantAt, localTime } from '../../src/domain/zoned-time.ts';

const WEEK: WorkWeek = {
  days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  start: '09:00',
  end: '17:00',
};
const BERLIN: WorkCalendar = { workWeek: WEEK, timeZone: 'Europe/Berlin', holidays: new Set() };

/** `11 10:30` is 11 March 2026, 10:30 in Berlin. */
function at(text: string, timeZone = BERLIN.timeZone): number {
  const [day = '', clock = ''] = text.split(' ');
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return instantAt(`2026-03-${day}`, hours * 60 + minutes, timeZone);
}

function busy(from: string, to: string, showAs: BusyTime['showAs'] = 'busy'): BusyTime {
  return { start: at(from), end: at(to), showAs };
}

function person(id: string, times: readonly BusyTime[] | null = [], calendar = BERLIN): AttendeeCalendar {
  return { person: id, workCalendar: calendar, busy: times };
}

/** Wed 11 Mar 09:00 to Fri 13 Mar 17:00, unless said. */
function search(more: Partial<SlotSearch>): SlotFound | null {
  return findSlot({
    required: [],
    optional: [],
    notBefore: at('11 09:00'),
    deadline: at('13 17:00'),
    ...more,
  });
}

function told(found: SlotFound | null): string {
  if (!found) return 'none';
  const [start, end] = [found.start, found.end].map((one) => localTime(one, BERLIN.timeZone));
  const clock = (minutes = 0): string =>
    `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  const gaveUp = found.concessions.map(({ kind }) => kind).join(', ');
  return `${start?.date.slice(8)} ${clock(start?.minutes)}–${clock(end?.minutes)}${gaveUp && ` (${gaveUp})`}`;
}

/** Works when others stop. */
const LATER: WorkCalendar = { ...BERLIN, workWeek: { ...WEEK, start: '17:00', end: '22:00' } };
const ALL_DAY = [busy('11 00:00', '14 00:00')];

describe('the slot', () => {
  it('is the earliest in which all required are free', () => {
    const required = [
      person('a', [busy('11 09:00', '11 10:00')]),
      person('b', [busy('11 10:30', '11 12:00')]),
    ];
    expect(told(search({ required }))).toBe('11 12:00–12:45');
  });

  it('begins on the quarter after the earliest moment', () => {
    expect(told(search({ required: [person('a')], notBefore: at('11 10:07') }))).toBe('11 10:15–11:00');
  });

  it('waits for optional people as long as the deadline allows, then takes as many as possible', () => {
    const required = [person('a')];
    const late = person('b', [busy('11 00:00', '13 10:00')]);
    expect(told(search({ required, optional: [late] }))).toBe('13 10:00–10:45');
    expect(told(search({ required, optional: [late, person('c', ALL_DAY)] }))).toBe(
      '13 10:00–10:45 (optional-missing)',
    );
  });

  it('gives up optional people before tentative appointments', () => {
    const required = [person('a', [busy('11 00:00', '13 10:00', 'tentative')])];
    const optional = [person('b', [busy('13 10:00', '14 00:00')])];
    expect(told(search({ required, optional }))).toBe('13 10:00–10:45 (optional-missing)');
  });

  it('gives up tentative appointments, the fewest, before length', () => {
    const first = person('a', [busy('11 00:00', '14 00:00', 'tentative')]);
    const second = person('b', [busy('11 00:00', '12 00:00', 'tentative'), busy('12 09:30', '14 00:00')]);
    expect(told(search({ required: [first, second] }))).toBe('11 9:00–9:45 (tentative)');
    expect(
      search({ required: [first, person('c', [busy('11 00:00', '12 00:00', 'tentative')])] })?.concessions,
    ).toEqual([{ kind: 'tentative', people: ['a'] }]);
  });

  it('is as busy as the worst appointment in it', () => {
    const day = [busy('11 09:00', '11 09:30'), busy('11 09:30', '11 10:00', 'tentative')];
    const required = [person('a', [...day, busy('11 10:00', '14 00:00')])];
    // 9:15 to 9:40 would touch both; only 9:30 to 9:55 meets nothing but what is tentative.
    expect(told(search({ required }))).toBe('11 9:30–9:55 (tentative, shortened)');
  });

  it('shortens to 25 minutes before it takes conflicts', () => {
    const required = [person('a', [busy('11 00:00', '12 14:00'), busy('12 14:30', '14 00:00')])];
    expect(told(search({ required }))).toBe('12 14:00–14:25 (shortened)');
  });

  it('reads appointments in any order', () => {
    const required = [person('a', [busy('11 15:00', '11 16:00'), busy('11 09:00', '11 10:00')])];
    expect(told(search({ required }))).toBe('11 10:00–10:45');
  });

  it('takes no notice of an appointment without length, or that ends before it begins', () => {
    const required = [person('a', [busy('11 09:15', '11 09:15'), busy('11 09:30', '11 09:10')])];
    expect(told(search({ required }))).toBe('11 9:00–9:45');
  });

  it('tells the weightier reason of somebody who is busy and out of office', () => {
    const required = [person('a', [...ALL_DAY, busy('11 00:00', '14 00:00', 'oof')]), person('b')];
    expect(search({ required })?.concessions.at(-1)).toEqual({
      kind: 'conflict',
      conflicts: [{ person: 'a', presence: 'oof' }],
    });
  });

  it('begins on the grid that is asked for, and is as long as is asked for', () => {
    const required = [person('a', [busy('11 09:00', '11 09:05')])];
    expect(told(search({ required, stepMinutes: 5, minutes: 30 }))).toBe('11 9:05–9:35');
  });

  it('takes the fewest conflicts last', () => {
    const required = [person('a', ALL_DAY), person('b', [busy('11 00:00', '12 11:00', 'oof')]), person('c')];
    expect(told(search({ required }))).toBe('12 11:00–11:25 (shortened, conflict)');
  });

  it('counts a calendar that could not be read as free, and says so', () => {
    expect(told(search({ required: [person('a', null)] }))).toBe('11 9:00–9:45 (unknown-calendar)');
  });

  it('takes what is left of the working day when not even 25 minutes are', () => {
    const last = { notBefore: at('13 16:47'), deadline: at('13 17:00') };
    expect(told(search({ required: [person('a')], ...last }))).toBe('13 16:47–17:00 (shortened)');
  });

  it.each<[string, number | undefined, string, string]>([
    ['13 16:58:30', undefined, '13 16:59–17:00 (shortened)', 'from the first whole minute on'],
    ['13 16:59:00', undefined, '13 16:59–17:00 (shortened)', 'the last minute of the week'],
    ['13 16:59:30', undefined, 'none', 'half a minute is none'],
    ['13 16:47:00', 10, '13 16:47–16:57', 'ten minutes are wanted, thirteen are left'],
    [
      '13 16:20:00',
      undefined,
      '13 16:30–16:55 (shortened)',
      '25 minutes on a quarter hour come before the rest of the day',
    ],
    [
      '13 16:35:00',
      undefined,
      '13 16:35–17:00 (shortened)',
      'exactly 25 minutes are left, off the quarter hours',
    ],
    ['13 16:32:00', undefined, '13 16:32–16:57 (shortened)', '28 minutes are left: 25 are enough'],
    ['13 16:15:00', undefined, '13 16:15–17:00', 'exactly 45 minutes are left'],
    ['13 16:40:00', 20, '13 16:40–17:00', 'exactly what is wanted, off the quarter hours'],
  ])('from %s on, %s minutes wanted: %s (%s)', (from, minutes, expected, _why) => {
    const [day, clock = ''] = from.split(' ');
    const notBefore = at(`${day} ${clock.slice(0, 5)}`) + Number(clock.slice(6)) * 1000;
    const wanted = minutes === undefined ? {} : { minutes };
    expect(told(search({ required: [person('a')], notBefore, ...wanted }))).toBe(expected);
  });

  it.each<[string, readonly AttendeeCalendar[], string]>([
    [
      'of what is left it takes what hurts the fewest',
      [person('a', ALL_DAY), person('b', [], LATER)],
      '13 17:00–17:20',
    ],
    ['of equals the earlier', [person('a'), person('b', [], LATER)], '13 16:47–17:00'],
  ])('%s', (_why, required, expected) => {
    // `a` works until 17:00, `b` from 17:00 on: nobody has 25 minutes, and each is outside the hours of the other.
    const found = search({ required, notBefore: at('13 16:47'), deadline: at('13 17:20') });
    expect(told(found)).toBe(`${expected} (shortened, conflict)`);
  });

  it('is never shorter than what was wanted where that is less than 25 minutes', () => {
    const required = [person('a', [busy('11 00:00', '12 14:00'), busy('12 14:20', '14 00:00')])];
    expect(told(search({ required, minutes: 20 }))).toBe('12 14:00–14:20');
    expect(told(search({ required: [person('a', ALL_DAY)], minutes: 20 }))).toBe('11 9:00–9:20 (conflict)');
  });

  it('does not exist without a working minute', () => {
    expect(
      search({ required: [person('a')], notBefore: at('13 17:00'), deadline: at('15 23:00') }),
    ).toBeNull();
    expect(
      search({ required: [person('a')], notBefore: at('13 10:00'), deadline: at('12 10:00') }),
    ).toBeNull();
    expect(search({})).toBeNull();
    expect(search({ required: [person('a')], deadline: Number.NaN })).toBeNull();
  });

  it.each<[Partial<SlotSearch>, string, string]>([
    [{ minutes: 0 }, 'none', 'a meeting without length'],
    [{ minutes: 1 }, '11 9:00–9:01', 'the shortest'],
    [{ minutes: 1440 }, '11 9:00–9:25 (shortened)', 'a whole day is asked for, and nobody works it'],
    [{ minutes: 1441 }, 'none', 'more than a day'],
    [{ stepMinutes: 0 }, 'none', 'a grid without steps'],
    [{ stepMinutes: 1, notBefore: at('11 09:01') }, '11 9:01–9:46', 'every minute'],
    [{ stepMinutes: 1441 }, 'none', 'a grid wider than a day'],
    [{ notBefore: Number.NaN }, 'none', 'from no moment on'],
    [{ deadline: Infinity }, 'none', 'without a deadline'],
    [{ deadline: at('11 09:00') }, 'none', 'no time at all'],
  ])('for %j is %s: %s', (more, expected, _why) => {
    expect(told(search({ required: [person('a')], ...more }))).toBe(expected);
  });

  it('is sought among those who may come when nobody must', () => {
    expect(told(search({ optional: [person('a', [busy('11 09:00', '11 11:00')])] }))).toBe('11 11:00–11:45');
  });

  it('seats a person once who is both required and optional', () => {
    const found = search({ required: [person('a', ALL_DAY)], optional: [person('a', ALL_DAY)] });
    expect(found?.concessions.map(({ kind }) => kind)).toEqual(['shortened', 'conflict']);
  });
});

describe('working hours', () => {
  const NEW_YORK = { ...BERLIN, timeZone: 'America/New_York' };
  const TOKYO = { ...BERLIN, timeZone: 'Asia/Tokyo' };

  it('meet where each one’s hours overlap in their own zones', () => {
    expect(told(search({ required: [person('a'), person('b', [], NEW_YORK)] }))).toBe('11 14:00–14:45');
  });

  it('follow clocks that changed on one side only', () => {
    // On 11 March New York is an hour nearer than on 4 March: its clocks went forward on 8 March, Berlin's not yet.
    const before = { notBefore: at('04 09:00'), deadline: at('06 17:00') };
    expect(told(search({ required: [person('a'), person('b', [], NEW_YORK)], ...before }))).toBe(
      '04 15:00–15:45',
    );
  });

  it('have their true place on a day on which the clocks change', () => {
    const sunday = {
      ...BERLIN,
      workWeek: { ...WEEK, days: ['sunday'], start: '01:00', end: '04:00' },
    } as const;
    const required = [person('a', [{ start: at('29 01:00'), end: at('29 03:00'), showAs: 'busy' }], sunday)];
    const found = search({ required, notBefore: at('29 00:00'), deadline: at('29 12:00') });
    expect(told(found)).toBe('29 3:00–3:45');
    expect(found?.start).toBe(Date.UTC(2026, 2, 29, 1));
  });

  it('that never meet end with the slot nearest to everybody’s hours', () => {
    // Tokyo stops at 09:00 Berlin time, just when Berlin begins.
    const found = search({ required: [person('a'), person('b', [], TOKYO)] });
    expect(told(found)).toBe('12 9:00–9:25 (shortened, conflict)');
    expect(found?.concessions.at(-1)).toEqual({
      kind: 'conflict',
      conflicts: [{ person: 'b', presence: 'off-hours' }],
    });
  });

  it('leave out holidays of one person', () => {
    const off = { ...BERLIN, holidays: new Set(['2026-03-11', '2026-03-12']) };
    expect(told(search({ required: [person('a'), person('b', [], off)] }))).toBe('13 9:00–9:45');
  });
});

describe('people who are hard to bring together', () => {
  const AMMAN: WorkCalendar = {
    ...BERLIN,
    workWeek: { ...WEEK, days: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday'] },
    timeZone: 'Asia/Amman',
  };
  const kindsOf = (found: SlotFound | null) => found?.concessions.map(({ kind }) => kind);

  it('meet on Thursday where one works Sunday to Thursday and the other Monday to Friday', () => {
    // Amman is two hours ahead of Berlin in winter: Thursday 09:00 to 15:00 Berlin is all they share before Friday.
    const required = [person('a', [busy('11 00:00', '12 14:15')]), person('b', [], AMMAN)];
    expect(told(search({ required }))).toBe('12 14:15–15:00');
  });

  it('are not asked on a Thursday evening in a week that ends on Thursday', () => {
    // 16:30 in Amman, deadline Monday 17:00 there: Sunday is the first working day.
    const thursday = { notBefore: at('12 16:30', 'Asia/Amman'), deadline: at('16 17:00', 'Asia/Amman') };
    const found = search({ required: [person('a', [], AMMAN)], ...thursday });
    expect(found?.start).toBe(at('15 09:00', 'Asia/Amman'));
    expect(found?.concessions).toEqual([]);
  });

  it('are not asked on a Friday evening; Monday comes first', () => {
    const friday = { notBefore: at('13 16:30'), deadline: at('17 17:00') };
    expect(told(search({ required: [person('a')], ...friday }))).toBe('16 9:00–9:45');
  });

  it('meet without the one who is on leave all week, and it is said', () => {
    const required = [person('a', [busy('09 00:00', '14 00:00', 'oof')]), person('b'), person('c')];
    const found = search({ required });
    expect(told(found)).toBe('11 9:00–9:25 (shortened, conflict)');
    expect(found?.concessions.at(-1)).toEqual({
      kind: 'conflict',
      conflicts: [{ person: 'a', presence: 'oof' }],
    });
  });

  it('meet where the fewest of twelve full calendars are hurt', () => {
    // Person n is free on Thursday from n quarter hours after nine for 25 minutes: at most two are free at once.
    const required = Array.from({ length: 12 }, (_, n) => {
      const from = at('12 09:00') + n * 15 * 60_000;
      const free = from + 25 * 60_000;
      return person(`p${n}`, [
        { start: at('11 00:00'), end: from, showAs: 'busy' },
        { start: free, end: at('14 00:00'), showAs: 'busy' },
      ]);
    });
    const found = search({ required });
    expect(told(found)).toBe('12 9:00–9:25 (shortened, conflict)');
    expect(found?.concessions.at(-1)).toMatchObject({ kind: 'conflict', conflicts: { length: 11 } });
  });

  it.each<[string, string, string, string]>([
    // The Sunday on which clocks go forward an hour at two, back half an hour at two, and the Monday after.
    ['America/New_York', '08 00:30', '08 05:00', '2026-03-08T05:30:00Z'],
    ['Australia/Lord_Howe', '08 00:30', '08 05:00', '2026-03-07T13:30:00Z'],
    ['Europe/Berlin', '29 00:30', '29 05:00', '2026-03-28T23:30:00Z'],
  ])('meet in %s at night over a change of clocks, for 45 true minutes', (timeZone, from, until, start) => {
    const nights = {
      ...BERLIN,
      timeZone,
      workWeek: { days: ['sunday'], start: '00:00', end: '05:00' },
    } as const;
    const required = [person('a', [], nights)];
    const found = search({ required, notBefore: at(from, timeZone), deadline: at(until, timeZone) });
    expect(new Date(found?.start ?? 0).toISOString()).toBe(start.replace('Z', '.000Z'));
    expect((found?.end ?? 0) - (found?.start ?? 0)).toBe(45 * 60_000);
    expect(kindsOf(found)).toEqual([]);
  });
});
