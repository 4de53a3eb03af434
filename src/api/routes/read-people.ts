import { ok } from '../../domain/result.ts';
import { folded } from '../adoption/folded.ts';
import type { Handler } from '../http/handler.ts';
import { personRef } from '../present/view-index.ts';

const MOST_SHOWN = 50;

/** People by a part of their name or mail, without case and accents; everyone's first names when nothing is asked. */
export const readPeople: Handler<'readPeople'> = async ({ tenants }, { caller, query }) => {
  const { facts } = await tenants.read(caller.tenant);
  const wanted = folded(query.search ?? '');
  const people = facts.portfolio.people
    .filter(({ name, mail }) => folded(name).includes(wanted) || folded(mail ?? '').includes(wanted))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
    .slice(0, MOST_SHOWN);
  return ok({ people: people.map(personRef) });
};
