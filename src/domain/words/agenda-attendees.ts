import { downstreamKpis, objectivesAfter } from '../downstream.ts';
import { kpiOf, objectivesUp } from '../people.ts';
import type { PersonId, Portfolio } from '../portfolio.ts';
import type { Recalibration } from '../recalibration.ts';
import { assertNever } from '../result.ts';

/** Why somebody is asked to come; names, not ids, because they are read. */
export type AttendeeRole =
  | { readonly role: 'decides'; readonly objective: string | null }
  | { readonly role: 'owns'; readonly kpi: string }
  | { readonly role: 'joined'; readonly kpi: string }
  | { readonly role: 'starts-when-this-ends'; readonly kpi: string }
  | { readonly role: 'owns-objective'; readonly objective: string };

export interface AgendaAttendee {
  readonly person: PersonId;
  readonly optional: boolean;
  /** The weightiest first; empty only where the set-up changed since. */
  readonly roles: readonly AttendeeRole[];
}

/** Everyone who is asked, with the reasons why, required people first. SCREENS.md 7, "Why you". */
export function agendaAttendees(
  recalibration: Recalibration,
  portfolio: Portfolio,
): readonly AgendaAttendee[] {
  const seat = (person: PersonId, optional: boolean): AgendaAttendee => ({
    person,
    optional,
    roles: rolesOf(person, recalibration, portfolio),
  });
  return [
    ...recalibration.required.map((person) => seat(person, false)),
    ...recalibration.optional.map((person) => seat(person, true)),
  ];
}

function rolesOf(
  person: PersonId,
  recalibration: Recalibration,
  portfolio: Portfolio,
): readonly AttendeeRole[] {
  const { cause, covers, decisionMaker } = recalibration;
  const owned = (kpi: string): readonly string[] => {
    const found = kpiOf(portfolio, kpi);
    return found?.owner === person ? [found.name] : [];
  };
  const joined = covers.filter((kpi) => kpi !== cause);
  const after = downstreamKpis(portfolio, cause).filter((kpi) => !joined.includes(kpi));
  const goals = objectivesAfter(portfolio, [cause, ...after]).filter(({ owner }) => owner === person);
  const decides = person === decisionMaker;
  return [
    ...(decides ? [{ role: 'decides', objective: decidedObjective(recalibration, portfolio) } as const] : []),
    ...owned(cause).map((kpi) => ({ role: 'owns', kpi }) as const),
    ...joined.flatMap(owned).map((kpi) => ({ role: 'joined', kpi }) as const),
    ...after.flatMap(owned).map((kpi) => ({ role: 'starts-when-this-ends', kpi }) as const),
    ...(decides ? [] : goals.map(({ name }) => ({ role: 'owns-objective', objective: name }) as const)),
  ];
}

/** The objective by which the decision maker decides: the nearest one they own. */
function decidedObjective({ objective, decisionMaker }: Recalibration, portfolio: Portfolio): string | null {
  return objectivesUp(portfolio, objective).find(({ owner }) => owner === decisionMaker)?.name ?? null;
}

/** A role in the second person, without the name of the reader. */
export function whyYou(role: AttendeeRole): string {
  switch (role.role) {
    case 'decides':
      return role.objective === null ? 'You decide.' : `You decide: you own ${role.objective}.`;
    case 'owns':
      return `You own ${role.kpi}.`;
    case 'joined':
      return `Your ${role.kpi} is held up by it.`;
    case 'starts-when-this-ends':
      return `Your ${role.kpi} starts when this ends.`;
    case 'owns-objective':
      return `You own ${role.objective}, which waits for this.`;
    default:
      return assertNever(role);
  }
}
