import type { ScheduleInformation, ScheduleItem } from '@microsoft/microsoft-graph-types';
import { ok, type Result } from '../../domain/result.ts';
import { WEEKDAYS, type WorkWeek } from '../../domain/working-time.ts';
import type { Instant, TimeZone } from '../../domain/zoned-time.ts';
import type { Availability, BusyInterval, Mailbox } from '../ports.ts';
import type { Graph, GraphFailure } from './graph-client.ts';
import { clockOf, fromGraphTime, timeZoneOf, toGraphTime } from './graph-time.ts';

/** getSchedule takes 20 addresses and less than 62 days a call. */
const PEOPLE_PER_CALL = 20;
const INTERVAL_MINUTES = 15;

export interface Window {
  readonly from: Instant;
  readonly to: Instant;
}

/** Free/busy and working hours of people, asked on the organiser's mailbox; an error of one person stays theirs. */
export async function readSchedules(
  graph: Graph,
  organiser: string,
  { people, window }: { readonly people: readonly Mailbox[]; readonly window: Window },
): Promise<Result<readonly Availability[], GraphFailure>> {
  const found: Availability[] = [];
  for (let start = 0; start < people.length; start += PEOPLE_PER_CALL) {
    const group = people.slice(start, start + PEOPLE_PER_CALL);
    const answer = await graph({
      method: 'POST',
      path: `/users/${organiser}/calendar/getSchedule`,
      body: {
        schedules: group.map(({ mail }) => mail),
        startTime: toGraphTime(window.from),
        endTime: toGraphTime(window.to),
        availabilityViewInterval: INTERVAL_MINUTES,
      },
    });
    if (!answer.ok) return answer;
    const { value = [] } = answer.value as { readonly value?: readonly ScheduleInformation[] };
    found.push(...group.map((mailbox) => availabilityOf(mailbox, value)));
  }
  return ok(found);
}

function availabilityOf({ person, mail }: Mailbox, schedules: readonly ScheduleInformation[]): Availability {
  const schedule = schedules.find(({ scheduleId }) => scheduleId?.toLowerCase() === mail.toLowerCase());
  if (!schedule || schedule.error) {
    return { person, error: schedule?.error?.responseCode ?? 'no answer for this mailbox' };
  }
  const hours = hoursOf(schedule);
  return { person, busy: (schedule.scheduleItems ?? []).flatMap(intervalOf), ...(hours ? { hours } : {}) };
}

const KINDS: Readonly<Record<string, BusyInterval['kind']>> = {
  busy: 'busy',
  tentative: 'tentative',
  oof: 'out-of-office',
};

/** Free and working elsewhere do not stand in the way. */
function intervalOf({ status, start, end }: ScheduleItem): BusyInterval[] {
  const kind = KINDS[status ?? ''];
  return kind ? [{ kind, start: fromGraphTime(start), end: fromGraphTime(end) }] : [];
}

function hoursOf({ workingHours }: ScheduleInformation): { workWeek: WorkWeek; timeZone: TimeZone } | null {
  const timeZone = timeZoneOf(workingHours?.timeZone ?? {});
  const [start, end] = [clockOf(workingHours?.startTime), clockOf(workingHours?.endTime)];
  const days = WEEKDAYS.filter((day) => workingHours?.daysOfWeek?.includes(day));
  if (timeZone === null || start === null || end === null || days.length === 0) return null;
  return { timeZone, workWeek: { days, start, end } };
}
