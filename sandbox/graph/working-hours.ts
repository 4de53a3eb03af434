import type { MailboxState } from './state.ts';
import { windowsNameOf } from './zones.ts';

/** Working hours as getSchedule and mailboxSettings print them; some mailboxes have none. */
export function hoursView(box: MailboxState): Record<string, unknown> | undefined {
  if (box.hours === 'missing') return undefined;
  return {
    daysOfWeek: box.workWeek.days,
    startTime: `${box.workWeek.start}:00.0000000`,
    endTime: `${box.workWeek.end}:00.0000000`,
    timeZone: box.hours === 'customized' ? CENTRAL_EUROPE : { name: windowsNameOf(box.timeZone) },
  };
}

/** What Exchange prints for a mailbox whose zone has no usable name: bias in minutes, and the two changes of clock. */
const CENTRAL_EUROPE = {
  '@odata.type': '#microsoft.graph.customTimeZone',
  name: 'Customized Time Zone',
  bias: -60,
  standardOffset: { time: '03:00:00.0000000', dayOccurrence: 5, dayOfWeek: 'sunday', month: 10, year: 0 },
  daylightOffset: {
    daylightBias: -60,
    time: '02:00:00.0000000',
    dayOccurrence: 5,
    dayOfWeek: 'sunday',
    month: 3,
    year: 0,
  },
};
