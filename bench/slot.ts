import type { AttendeeCalendar, BusyTime } from '../src/domain/slot-search-calendar.ts';
import { type SlotSearch, findSlot } from '../src/domain/slot-search.ts';
import { opensAt } from '../src/domain/working-time.ts';
import { type Row, medianMs, seeded } from './measure.ts';
import { ZONE, day } from './portfolio.ts';

const PEOPLE = 8;
const REQUIRED = 5;
const DAYS = 5;
const BUSY_PER_PERSON = 40;
const ROUNDS = 21;
const MINUTE = 60_000;

/** One search among eight full calendars over a week, beside the plainest look at every quarter hour. */
export async function slotRows(): Promise<readonly Row[]> {
  const search = crowded();
  return [
    {
      what: `slot for ${PEOPLE} people over ${DAYS} days, ${BUSY_PER_PERSON} appointments each`,
      ours: await medianMs(ROUNDS, () => findSlot(search)),
      beside: await medianMs(ROUNDS, () => mostFree(search)),
      besideWhat: 'counting who is free at every quarter hour, no hours, no ladder',
      unit: 'ms',
    },
  ];
}

function crowded(): SlotSearch {
  const random = seeded(8);
  const workWeek = {
    days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    start: '09:00',
    end: '17:00',
  } as const;
  const workCalendar = { workWeek, timeZone: ZONE, holidays: new Set<string>() };
  const notBefore = opensAt(day(7), workCalendar);
  const appointment = (): BusyTime => {
    const start = notBefore + Math.floor(random() * DAYS * 96) * 15 * MINUTE;
    const showAs = random() < 0.2 ? 'tentative' : 'busy';
    return { start, end: start + (1 + Math.floor(random() * 6)) * 15 * MINUTE, showAs };
  };
  const people = Array.from({ length: PEOPLE }, (_, n): AttendeeCalendar => {
    return { person: `P${n}`, workCalendar, busy: Array.from({ length: BUSY_PER_PERSON }, appointment) };
  });
  const deadline = notBefore + ((DAYS - 1) * 24 + 8) * 60 * MINUTE;
  return { required: people.slice(0, REQUIRED), optional: people.slice(REQUIRED), notBefore, deadline };
}

function mostFree({ required, optional, notBefore, deadline }: SlotSearch): number {
  const people = [...required, ...optional];
  const length = 45 * MINUTE;
  let [best, most] = [0, -1];
  for (let start = notBefore; start + length <= deadline; start += 15 * MINUTE) {
    const isBusy = (one: BusyTime): boolean => one.start < start + length && start < one.end;
    const free = people.filter(({ busy }) => !(busy ?? []).some(isBusy)).length;
    if (free > most) [best, most] = [start, free];
  }
  return best;
}
