import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SlotSearch, findSlot } from '../../src/domain/slot-search.ts';
import type { AttendeeCalendar, BusyTime } from '../../src/domain/slot-search-calendar.ts';
import type { Weekday } from '../../src/domain/working-time.ts';
import { type Span, lettersAt, slotByMinutes } from '../support/slot-oracle.ts';

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Amman',
  'Asia/Kolkata',
  'Asia/Tokyo',
];
/** Three days from a Friday, UTC: clocks change in New York, in Berlin, on Lord Howe Island by half an hour. */
const FRIDAYS = [Date.UTC(2026, 2, 6), Date.UTC(2026, 2, 27), Date.UTC(2026, 3, 3)];
const MINUTES = 3 * 24 * 60;
const WEEKS: readonly (readonly Weekday[])[] = [
  ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday'],
  ['saturday', 'sunday'],
];
const RUNS = { numRuns: 60 };

/** Half of all appointments begin and end on quarter hours, where slots do. */
const appointment = fc
  .record({
    from: fc.nat(MINUTES),
    length: fc.oneof(fc.integer({ min: 1, max: 600 }), fc.constant(MINUTES)),
    showAs: fc.constantFrom<BusyTime['showAs']>('busy', 'tentative', 'oof'),
    onQuarters: fc.boolean(),
  })
  .map(({ from, length, showAs, onQuarters }) => {
    const step = onQuarters ? 15 : 1;
    return { from: Math.floor(from / step) * step, length: Math.ceil(length / step) * step, showAs };
  });

const attendee = fc.record({
  timeZone: fc.constantFrom(...ZONES),
  days: fc.constantFrom(...WEEKS),
  times: fc.option(fc.array(appointment, { maxLength: 8 }), { freq: 8 }),
});

const randomSearch = fc
  .record({
    start: fc.constantFrom(...FRIDAYS),
    required: fc.array(attendee, { minLength: 1, maxLength: 4 }),
    optional: fc.array(attendee, { maxLength: 3 }),
    from: fc.nat(MINUTES),
    length: fc.nat(MINUTES),
  })
  .map(({ start, required, optional, from, length }) => {
    const at = (minutes: number): number => start + minutes * 60_000;
    const seat =
      (group: string) =>
      (one: Drawn, i: number): AttendeeCalendar => ({
        person: `${group}${i}`,
        workCalendar: {
          workWeek: { days: one.days, start: '09:00', end: '17:00' },
          timeZone: one.timeZone,
          holidays: new Set(),
        },
        busy:
          one.times &&
          one.times.map((time) => ({
            start: at(time.from),
            end: at(time.from + time.length),
            showAs: time.showAs,
          })),
      });
    const search: SlotSearch = {
      required: required.map(seat('r')),
      optional: optional.map(seat('o')),
      notBefore: at(from),
      deadline: at(Math.min(MINUTES, from + length)),
    };
    const span: Span = { start, minutes: MINUTES };
    return { search, span };
  });
type Drawn = typeof attendee extends fc.Arbitrary<infer T> ? T : never;

describe('on random calendars, over weekends on which clocks change', { timeout: 60_000 }, () => {
  it('the slot equals what trying every quarter hour of everybody’s minutes finds', () => {
    fc.assert(
      fc.property(randomSearch, ({ search, span }) => {
        const found = findSlot(search);
        expect(found && [found.start, found.end]).toEqual(slotByMinutes(search, span));
      }),
      RUNS,
    );
  });

  it('the slot lies before the deadline, and says exactly what it gave up', () => {
    fc.assert(
      fc.property(randomSearch, ({ search, span }) => {
        const found = findSlot(search);
        if (!found) return;
        expect(found.start).toBeGreaterThanOrEqual(search.notBefore);
        expect(found.end).toBeLessThanOrEqual(search.deadline);
        const slot = [found.start, found.end] as const;
        const required = lettersAt(search.required, search, { span, slot });
        const optional = lettersAt(search.optional, search, { span, slot });
        const those = (letters: ReadonlyMap<string, string>, wanted: string): readonly string[] =>
          [...letters].filter(([, letter]) => wanted.includes(letter)).map(([person]) => person);
        const all = [...search.required, ...search.optional];
        const minutes = (found.end - found.start) / 60_000;
        const told = new Map<string, unknown>(
          found.concessions.map((one) => {
            if (one.kind === 'conflict') return [one.kind, one.conflicts.map(({ person }) => person)];
            return [one.kind, one.kind === 'shortened' ? one.minutes : one.people];
          }),
        );
        expect({
          conflict: told.get('conflict') ?? [],
          tentative: told.get('tentative') ?? [],
          missing: told.get('optional-missing') ?? [],
          unknown: told.get('unknown-calendar') ?? [],
          minutes: told.get('shortened') ?? 45,
        }).toEqual({
          conflict: those(required, 'x-'),
          tentative: those(required, 't'),
          missing: those(optional, 'x-t'),
          unknown: all.filter(({ busy }) => busy === null).map(({ person }) => person),
          minutes,
        });
      }),
      RUNS,
    );
  });
});
