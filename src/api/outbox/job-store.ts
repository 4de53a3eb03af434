import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { assertNever } from '../../domain/result.ts';
import type { Instant } from '../../domain/zoned-time.ts';
import type { TenantTransaction } from '../database/tenant-transaction.ts';
import type { ClaimedJob, Job, JobDraft } from './job.ts';

export interface Claim {
  readonly lease: string;
  readonly jobs: readonly ClaimedJob[];
}

export interface ClaimOptions {
  readonly now: Instant;
  readonly most: number;
  /** How long the claimer may take before others may try, in wall milliseconds. */
  readonly leaseMs: number;
  /** Takes failed jobs again without their pause; only `drain` does. */
  readonly impatient: boolean;
}

/** Queues work in the transaction of its cause; a key that was ever queued is left alone. */
export async function enqueue({ tenant, db }: TenantTransaction, drafts: readonly JobDraft[]): Promise<void> {
  if (drafts.length === 0) return;
  await db
    .insertInto('job')
    .values(drafts.map((draft) => ({ tenant, ...jobRow(draft), lease: null, last_error: null })))
    .onConflict((conflict) => conflict.columns(['tenant', 'key']).doNothing())
    .execute();
}

/** What a job's own columns hold. */
export function jobRow({ job, key, runAt }: JobDraft) {
  return { kind: job.kind, key, payload: JSON.stringify(job), run_at: runAt, lane: laneOf(job) };
}

/** Jobs on the same meeting or KPI follow one another; between the others there is no order. */
function laneOf(job: Job): string {
  switch (job.kind) {
    case 'book':
    case 'invite':
    case 'watch':
      return job.recalibration;
    case 'withdraw':
      return job.eventId;
    case 'remind':
      return job.kpi;
    default:
      return assertNever(job);
  }
}

/**
 * Takes due jobs and those whose worker died. Two workers never hold the same one, nor two of one lane: claims of a
 * tenant come one after the other, and a lane that somebody works on is left alone.
 */
export async function claim({ tenant, db }: TenantTransaction, options: ClaimOptions): Promise<Claim> {
  const lease = randomUUID();
  await sql`select pg_advisory_xact_lock(hashtext('lastmile-claim'), hashtext(${tenant}))`.execute(db);
  const { rows } = await sql<{ id: number; payload: string; attempts: number }>`
    update job set state = 'running', attempts = attempts + 1, lease = ${lease},
      lease_until = clock_timestamp() + ${options.leaseMs}::int * interval '1 millisecond'
    where tenant = ${tenant} and id in (
      select id from job due
      where tenant = ${tenant} and run_at <= ${options.now} and (
        (state = 'ready' and (${options.impatient} or retry_after is null or retry_after <= clock_timestamp()))
        or (state = 'running' and lease_until <= clock_timestamp()))
      and not exists (select 1 from job busy where busy.tenant = ${tenant} and busy.lane = due.lane
        and busy.state = 'running' and busy.lease_until > clock_timestamp())
      order by run_at, id limit ${options.most} for update skip locked)
    returning id, payload, attempts`.execute(db);
  const jobs = rows
    .toSorted((a, b) => a.id - b.id)
    .map(({ id, payload, attempts }) => ({ id, attempts, job: JSON.parse(payload) as Job }));
  return { lease, jobs };
}

/** Takes the full time again before the work on one job begins. False when the lease was lost meanwhile. */
export async function renew(
  { tenant, db }: TenantTransaction,
  lease: string,
  { id, leaseMs }: { readonly id: number; readonly leaseMs: number },
): Promise<boolean> {
  const { rows } = await sql`update job
    set lease_until = clock_timestamp() + ${leaseMs}::int * interval '1 millisecond'
    where tenant = ${tenant} and id = ${id} and lease = ${lease} and state = 'running' returning id`.execute(
    db,
  );
  return rows.length === 1;
}

/** Marks a job done. False when the lease was lost: somebody else has it now. */
export async function settle({ tenant, db }: TenantTransaction, lease: string, id: number): Promise<boolean> {
  const { rows } = await sql`update job set state = 'done', lease = null
    where tenant = ${tenant} and id = ${id} and lease = ${lease} and state = 'running' returning id`.execute(
    db,
  );
  return rows.length === 1;
}

export interface Failure {
  readonly id: number;
  readonly message: string;
  /** Wall milliseconds until the next try. */
  readonly pauseMs: number;
  /** True: what failed will be there again some day, so the job is never buried. */
  readonly hopeful: boolean;
}

/** Gives a job back for another try, or buries it after its last: an outage of days must not lose a meeting. */
export async function giveBack(
  { tenant, db }: TenantTransaction,
  lease: string,
  { id, message, pauseMs, hopeful }: Failure,
): Promise<void> {
  await sql`update job set
      state = case when attempts >= max_attempts and not ${hopeful}::boolean then 'dead' else 'ready' end,
      last_error = ${message.slice(0, 2000)}, lease = null,
      retry_after = clock_timestamp() + ${Math.round(pauseMs)}::bigint * interval '1 millisecond'
    where tenant = ${tenant} and id = ${id} and lease = ${lease} and state = 'running'`.execute(db);
}

/** When the next job falls due; null when none waits. */
export async function nextRunAt({ tenant, db }: TenantTransaction): Promise<Instant | null> {
  const row = await db
    .selectFrom('job')
    .select((eb) => eb.fn.min('run_at').as('at'))
    .where('tenant', '=', tenant)
    .where('state', 'in', ['ready', 'running'])
    .executeTakeFirst();
  return row?.at ?? null;
}
