import { ok } from '../../domain/result.ts';
import { inTenant } from '../database/tenant-transaction.ts';
import type { Handler } from '../http/handler.ts';
import { sentReminders } from '../outbox/sent-reminders.ts';
import { presentCandour } from '../present/present-candour.ts';
import { viewFor } from '../view.ts';

/** Early warnings, silence, objections, re-dated to green. SCREENS.md 07. */
export const readCandour: Handler<'readCandour'> = async (context, call) => {
  const view = await viewFor(context, call, call.query.asOf);
  // Without a notifier nobody was told, whatever the jobs say.
  const reminders = context.notifier
    ? await inTenant(context.database.kysely, call.caller.tenant, sentReminders)
    : [];
  return ok(presentCandour(view, reminders));
};
