import { ok } from '../../domain/result.ts';
import type { JobHandler } from './job-outcome.ts';
import { mailboxesOf } from './mailboxes.ts';

/** Brings the invitation up to date after somebody has joined. */
export const invitePeople: JobHandler<'invite'> = async (
  { calendar, tenants },
  tenant,
  { recalibration },
) => {
  const { facts } = await tenants.read(tenant);
  const found = facts.recalibrations.find(({ id }) => id === recalibration);
  if (!calendar || found?.state !== 'booked' || !found.meeting) return ok([]);
  const { eventId } = found.meeting;
  const sharing = facts.recalibrations.filter(
    (one) => one.state === 'booked' && one.meeting?.eventId === eventId,
  );
  const required = [...new Set(sharing.flatMap((one) => one.required))];
  const optional = [...new Set(sharing.flatMap((one) => one.optional))].filter(
    (id) => !required.includes(id),
  );
  const done = await calendar.invite(
    eventId,
    mailboxesOf(facts.portfolio, required),
    mailboxesOf(facts.portfolio, optional),
  );
  return done.ok ? ok([]) : done;
};
