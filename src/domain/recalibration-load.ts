import type { MinorUnits, PersonId, Portfolio } from './portfolio.ts';
import { calendarOf } from './people.ts';
import { lastDayOfWeek } from './working-time.ts';
import { type Instant, localDate } from './zoned-time.ts';

/** A meeting that stands in calendars; 45 minutes hold three cases. */
export interface BookedMeeting {
  readonly id: string;
  readonly start: Instant;
  readonly decisionMaker: PersonId;
  readonly required: readonly PersonId[];
  /** Recalibrations it is about. */
  readonly cases: number;
}

/** A recalibration that needs a meeting. */
export interface LoadCase {
  readonly recalibration: string;
  readonly decisionMaker: PersonId;
  readonly required: readonly PersonId[];
  readonly deadline: Instant;
  /** What two more weeks cost; null: no price. */
  readonly cost: MinorUnits | null;
}

/** Where a case goes: a meeting of its own, one already booked, or a meeting of its own beyond somebody's cap. */
export type Placement =
  | { readonly kind: 'own'; readonly recalibration: string }
  | { readonly kind: 'onto'; readonly recalibration: string; readonly meeting: string }
  | { readonly kind: 'excess'; readonly recalibration: string; readonly people: readonly PersonId[] };

export const CASES_PER_MEETING = 3;

/**
 * Fits cases into the weeks of those who must come (DESIGN.md 3.8): at most `meetingsPerPersonPerWeek` recalibration
 * meetings each; beyond it a case goes onto a booked meeting of the same decision maker before its deadline, dearest
 * case first; else it is booked all the same and the excess is told. The week is that of the deadline. Pure.
 */
export function fitLoad(
  portfolio: Portfolio,
  booked: readonly BookedMeeting[],
  cases: readonly LoadCase[],
): readonly Placement[] {
  const held = new Map(booked.map((meeting) => [meeting.id, meeting.cases]));
  const load = new Map<string, number>();
  const count = (person: PersonId, moment: Instant, more: number): number => {
    const key = `${person} ${weekOf(portfolio, person, moment)}`;
    load.set(key, (load.get(key) ?? 0) + more);
    return load.get(key) ?? 0;
  };
  for (const { start, required } of booked) for (const person of required) count(person, start, 1);
  return dearestFirst(cases).map((one): Placement => {
    const { recalibration, required, deadline } = one;
    const cap = portfolio.settings.meetingsPerPersonPerWeek;
    const full = required.filter((person) => count(person, deadline, 0) >= cap);
    const meeting = full.length > 0 ? roomIn(booked, held, one) : undefined;
    if (meeting) {
      held.set(meeting.id, (held.get(meeting.id) ?? 0) + 1);
      return { kind: 'onto', recalibration, meeting: meeting.id };
    }
    for (const person of required) count(person, deadline, 1);
    return full.length > 0 ? { kind: 'excess', recalibration, people: full } : { kind: 'own', recalibration };
  });
}

function roomIn(
  booked: readonly BookedMeeting[],
  held: ReadonlyMap<string, number>,
  { decisionMaker, deadline }: LoadCase,
): BookedMeeting | undefined {
  return booked
    .filter((meeting) => meeting.decisionMaker === decisionMaker && meeting.start < deadline)
    .filter(({ id }) => (held.get(id) ?? 0) < CASES_PER_MEETING)
    .toSorted((a, b) => a.start - b.start)[0];
}

/** Equals keep their order. */
function dearestFirst(cases: readonly LoadCase[]): readonly LoadCase[] {
  return cases.toSorted((a, b) => (b.cost ?? -1) - (a.cost ?? -1));
}

/** A week by its last working day, where and as the person works: Sunday begins some weeks. */
function weekOf(portfolio: Portfolio, person: PersonId, moment: Instant): string {
  const { timeZone, workWeek } = calendarOf(portfolio, person);
  return lastDayOfWeek(localDate(moment, timeZone), workWeek);
}
