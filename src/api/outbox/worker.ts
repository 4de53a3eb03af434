import { assertNever } from '../../domain/result.ts';
import { inTenant } from '../database/tenant-transaction.ts';
import type { ApiContext } from '../context.ts';
import { bookMeeting } from './book-meeting.ts';
import { invitePeople } from './invite-people.ts';
import type { ClaimedJob, Job } from './job.ts';
import type { JobOutcome } from './job-outcome.ts';
import { claim, enqueue, giveBack, renew, settle } from './job-store.ts';
import { remindOwner } from './remind-owner.ts';
import { dueTenants } from './wake-store.ts';
import { watchMeeting } from './watch-meeting.ts';
import { withdrawMeeting } from './withdraw-meeting.ts';

export interface Worker {
  readonly sweep: () => Promise<void>;
  readonly drain: () => Promise<void>;
  readonly start: () => void;
  readonly stop: () => Promise<void>;
}

const BATCH = 20;
const LEASE_MS = 120_000;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 3_600_000;
/** `drain` gives up on what fails this often in a row; the ordinary worker tries it again later. */
const PATIENCE = 3;

/** Does due work. It can die at any point: leases run out and another worker takes over. DESIGN.md 4. */
export function createWorker(context: ApiContext): Worker {
  let running: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const look = (): void => {
    running = running
      .then(() => workOnce(context, false))
      .catch((error: unknown) => {
        context.log.write('error', 'worker-failed', { error: wordsOf(error) });
      });
  };
  return {
    sweep: async () => {
      for (const tenant of await dueTenants(context.database.kysely, context.clock.now())) {
        await context.tenants.sweep(tenant);
      }
    },
    drain: () => drain(context),
    start: () => {
      timer ??= setInterval(look, context.config.workEveryMs);
      timer.unref();
      look();
    },
    stop: async () => {
      clearInterval(timer);
      timer = undefined;
      await running;
    },
  };
}

async function drain(context: ApiContext): Promise<void> {
  let failures = 0;
  while (failures < PATIENCE) {
    const done = await workOnce(context, true);
    if (done.claimed === 0) return;
    failures = done.failed === done.claimed ? failures + 1 : 0;
  }
}

interface Done {
  readonly claimed: number;
  readonly failed: number;
}

/** One look at every tenant that is due: first what time has brought about, then the work it has caused. */
async function workOnce(context: ApiContext, impatient: boolean): Promise<Done> {
  let [claimed, failed] = [0, 0];
  for (const tenant of await dueTenants(context.database.kysely, context.clock.now())) {
    const done = await lookAt(context, tenant, impatient);
    claimed += done.claimed;
    failed += done.failed;
  }
  return { claimed, failed };
}

async function lookAt(context: ApiContext, tenant: string, impatient: boolean): Promise<Done> {
  try {
    await context.tenants.sweep(tenant);
    const done = await workFor(context, tenant, impatient);
    await context.tenants.sweep(tenant);
    return done;
  } catch (error) {
    // A fault in one tenant must not stop the others; it is logged and looked at again next time.
    context.log.write('error', 'tenant-failed', { tenant, error: wordsOf(error) });
    return { claimed: 1, failed: 1 };
  }
}

async function workFor(context: ApiContext, tenant: string, impatient: boolean): Promise<Done> {
  const { kysely } = context.database;
  const options = { now: context.clock.now(), most: BATCH, leaseMs: LEASE_MS, impatient };
  const { lease, jobs } = await inTenant(kysely, tenant, (tx) => claim(tx, options));
  let failed = 0;
  for (const claimed of jobs) {
    const ours = await inTenant(kysely, tenant, (tx) =>
      renew(tx, lease, { id: claimed.id, leaseMs: LEASE_MS }),
    );
    // The jobs before it took so long that somebody else has it now.
    if (!ours) continue;
    const outcome = await attempt(context, tenant, claimed.job);
    if (!outcome.ok) failed += 1;
    await inTenant(kysely, tenant, async (tx) => {
      if (!outcome.ok) return await giveBack(tx, lease, failureOf(claimed, outcome));
      if (await settle(tx, lease, claimed.id)) await enqueue(tx, outcome.value);
    });
    if (!outcome.ok) {
      const { kind, message } = outcome.error;
      context.log.write('warn', 'job-failed', {
        tenant,
        job: claimed.job,
        attempts: claimed.attempts,
        kind,
        message,
      });
    }
  }
  return { claimed: jobs.length, failed };
}

async function attempt(context: ApiContext, tenant: string, job: Job): Promise<JobOutcome> {
  try {
    return await handle(context, tenant, job);
  } catch (error) {
    // A fault in one job must not stop the others; it is logged, tried again, and buried after its last try.
    return { ok: false, error: { kind: 'refused', message: wordsOf(error) } };
  }
}

function handle(context: ApiContext, tenant: string, job: Job): Promise<JobOutcome> {
  switch (job.kind) {
    case 'book':
      return bookMeeting(context, tenant, job);
    case 'invite':
      return invitePeople(context, tenant, job);
    case 'withdraw':
      return withdrawMeeting(context, tenant, job);
    case 'watch':
      return watchMeeting(context, tenant, job);
    case 'remind':
      return remindOwner(context, tenant, job);
    default:
      return assertNever(job);
  }
}

function failureOf({ id, attempts }: ClaimedJob, { error }: Extract<JobOutcome, { ok: false }>) {
  const doubled = FIRST_PAUSE_MS * 2 ** (attempts - 1);
  const pauseMs = error.retryAfterMs ?? Math.min(doubled, LONGEST_PAUSE_MS);
  return { id, message: error.message, pauseMs, hopeful: error.kind === 'unavailable' };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
