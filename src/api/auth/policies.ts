import type { Initiative, Kpi, Person } from '../../domain/portfolio.ts';
import type { Recalibration } from '../../domain/recalibration.ts';

/** Who may do what, in short sentences. Abilities travel with the data; screens never recompute them. */

/** Everyone who can sign in sees everything of their tenant: the same facts for all is the point. */
export function maySeePortfolio(_person: Person): boolean {
  return true;
}

/** Readings come from the KPI's owner, from the owner of its initiative, or from an admin. */
export function mayCheckIn(person: Person, kpi: Kpi, initiative: Initiative | undefined): boolean {
  return person.id === kpi.owner || person.id === initiative?.owner || person.appRole === 'Admin';
}

/** Every manager, leader and admin may turn rows of a sheet into KPIs. */
export function mayAdopt(_person: Person): boolean {
  return true;
}

/** KPIs go into an initiative of one's own function or one's own; leaders and admins may use any. */
export function mayAdoptInto(person: Person, initiative: Initiative): boolean {
  return (
    person.appRole !== 'Manager' || person.id === initiative.owner || person.function === initiative.function
  );
}

/** The decision maker decides; nobody decides for them, not even an admin. DESIGN.md 3.9. */
export function mayDecide(person: Person, recalibration: Recalibration): boolean {
  return (
    person.id === recalibration.decisionMaker &&
    (recalibration.state === 'open' || recalibration.state === 'booked' || recalibration.state === 'alarm')
  );
}

export function mayAdminister(person: Person): boolean {
  return person.appRole === 'Admin';
}
