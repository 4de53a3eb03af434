import { isOpen } from '../../domain/recalibration.ts';
import { ok } from '../../domain/result.ts';
import type { JobHandler } from './job-outcome.ts';

/** Cancels a meeting that nothing needs any more; one that another open case shares stays. */
export const withdrawMeeting: JobHandler<'withdraw'> = async (
  { calendar, tenants },
  tenant,
  { eventId, comment },
) => {
  const { facts } = await tenants.read(tenant);
  const shared = facts.recalibrations.some((one) => isOpen(one) && one.meeting?.eventId === eventId);
  if (!calendar || shared) return ok([]);
  const done = await calendar.cancel(eventId, comment);
  return done.ok ? ok([]) : done;
};
