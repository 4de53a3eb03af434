import { addDays, weekdayOf } from '../src/domain/civil-date.ts';
import { localTime, startOfDay } from '../src/domain/zoned-time.ts';
import type { CalendarItem, CalendarWeek } from './control.ts';
import type { StoredEvent } from './graph/state.ts';
import type { World } from './world.ts';

const DAYS_SHOWN = 5;

/** Monday to Friday of the week the clock stands in; from Saturday on, of the next one. */
export function calendarWeek(world: World, person: string): CalendarWeek {
  const { timeZone } = world.story.portfolio;
  const today = localTime(world.clock.now(), timeZone).date;
  const weekday = weekdayOf(today);
  const monday = addDays(today, weekday === 6 ? 2 : 1 - weekday);
  const days = Array.from({ length: DAYS_SHOWN }, (_, index) => addDays(monday, index));
  const mail = world.directory.people.find(({ id }) => id === person)?.mail;
  if (mail === undefined) return { days, items: [] };
  const to = startOfDay(addDays(monday, DAYS_SHOWN), timeZone);
  const events = world.graph.mailboxes.calendar(mail, startOfDay(monday, timeZone), to);
  return { days, items: events.map((event) => presentItem(world, event)) };
}

function presentItem({ directory }: World, event: StoredEvent): CalendarItem {
  return {
    iCalUId: event.iCalUId,
    subject: event.subject,
    start: new Date(event.start).toISOString(),
    end: new Date(event.end).toISOString(),
    invitation: event.organizer.address === directory.organiser.mail,
    cancelled: event.isCancelled,
    response: event.response.response,
    attendees: event.attendees.map(({ name, type }) => ({ name, optional: type === 'optional' })),
    html: event.html,
  };
}
