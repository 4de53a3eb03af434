import type { AttendeeView } from '../../contract/recalibration-view.ts';
import type { Recalibration } from '../../domain/recalibration.ts';
import { assertNever } from '../../domain/result.ts';
import { agendaAttendees, type AttendeeRole } from '../../domain/words/agenda-attendees.ts';
import { type IndexedView, personRef } from './view-index.ts';

/** Who is invited and why, the decision maker first (SCREENS.md 06). */
export function presentAttendees(view: IndexedView, recalibration: Recalibration): AttendeeView[] {
  return invited(view, recalibration).map(({ person, optional, roles }) => ({
    person: personRef(view.personOf(person)),
    optional,
    why: roles[0] ? whyOnScreen(roles[0]) : '',
  }));
}

/** The same people, each spoken to in the second person, for the invitation (SCREENS.md 7). */
export function presentWhyYou(
  view: IndexedView,
  recalibration: Recalibration,
): readonly { readonly name: string; readonly why: string }[] {
  return invited(view, recalibration).map(({ person, optional, roles }) => {
    const why = roles[0] ? whyYou(roles[0]) : 'You are invited.';
    return {
      name: view.personOf(person).name,
      why: optional ? `Optional: ${why.charAt(0).toLowerCase()}${why.slice(1)}` : why,
    };
  });
}

function invited(view: IndexedView, recalibration: Recalibration): ReturnType<typeof agendaAttendees> {
  const decides = (person: string): number => (person === recalibration.decisionMaker ? 0 : 1);
  return agendaAttendees(recalibration, view.facts.portfolio).toSorted(
    (a, b) => Number(a.optional) - Number(b.optional) || decides(a.person) - decides(b.person),
  );
}

function whyOnScreen(role: AttendeeRole): string {
  switch (role.role) {
    case 'decides':
      return role.objective === null ? 'decides' : `decides: owns ${role.objective}`;
    case 'owns':
      return 'owns this KPI';
    case 'joined':
      return `owns ${role.kpi}, which has the same cause`;
    case 'starts-when-this-ends':
      return `${role.kpi} starts when it ends`;
    case 'owns-objective':
      return `owns ${role.objective}`;
    default:
      return assertNever(role);
  }
}

function whyYou(role: AttendeeRole): string {
  switch (role.role) {
    case 'decides':
      return role.objective === null ? 'You decide.' : `You decide: you own ${role.objective}.`;
    case 'owns':
      return 'You own this KPI.';
    case 'joined':
      return `You own ${role.kpi}, which has the same cause.`;
    case 'starts-when-this-ends':
      return `Your ${role.kpi} starts when this ends.`;
    case 'owns-objective':
      return `You own ${role.objective}.`;
    default:
      return assertNever(role);
  }
}
