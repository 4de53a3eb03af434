import type { TenantTransaction } from '../database/tenant-transaction.ts';
import type { SentReminder } from '../present/present-silences.ts';
import type { Job } from './job.ts';

/** The reminders that went out, oldest first. */
export async function sentReminders({ tenant, db }: TenantTransaction): Promise<readonly SentReminder[]> {
  const rows = await db
    .selectFrom('job')
    .select(['payload', 'run_at'])
    .where('tenant', '=', tenant)
    .where('kind', '=', 'remind')
    .where('state', '=', 'done')
    .orderBy('run_at')
    .execute();
  return rows.flatMap(({ payload, run_at: at }) => {
    const job = JSON.parse(payload) as Job;
    return job.kind === 'remind' ? [{ kpi: job.kpi, report: job.report, at }] : [];
  });
}
