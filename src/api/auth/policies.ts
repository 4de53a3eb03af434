import type { Initiative, Kpi, Person } from '../../domain/portfolio.ts';

/**
 * Who may do what, in short sentences. Abilities travel with the data; screens never recompute them. Who may decide is
 * a rule of the domain: `whoMayDecide`, DESIGN.md 3.9.
 */

/** Everyone who can sign in sees everything of their tenant: the same facts for all is the point. */
export function maySeePortfolio(_person: Person): boolean {
  return true;
}

/** Everyone may report on what is theirs. */
export function mayReport(_person: Person): boolean {
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

export function mayAdminister(person: Person): boolean {
  return person.appRole === 'Admin';
}
