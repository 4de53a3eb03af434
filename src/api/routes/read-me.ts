import { ok } from '../../domain/result.ts';
import { mayAdminister, mayAdopt, mayAdoptInto, mayReport, maySeePortfolio } from '../auth/policies.ts';
import type { Handler } from '../http/handler.ts';
import { presentMe } from '../present/present-tenant.ts';
import { viewFor } from '../view.ts';

/** Who I am and what I may do. */
export const readMe: Handler<'readMe'> = async (context, call) => {
  const { person } = call.caller;
  const view = await viewFor(context, call);
  const open = new Set(
    view.facts.portfolio.initiatives.filter((one) => mayAdoptInto(person, one)).map(({ id }) => id),
  );
  const me = presentMe(view, {
    adopt: mayAdopt(person),
    checkIn: mayReport(person),
    seePortfolio: maySeePortfolio(person),
    administer: mayAdminister(person),
  });
  return ok({ ...me, initiatives: me.initiatives.filter(({ id }) => open.has(id)) });
};
