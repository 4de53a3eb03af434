import type { Result } from '../../domain/result.ts';
import type { ApiContext } from '../context.ts';
import type { CalendarFailure } from '../ports.ts';
import type { Job, JobDraft, JobKind } from './job.ts';

/** A job that is done may ask for later ones; a failed one says whether and when to try again. */
export type JobOutcome = Result<readonly JobDraft[], CalendarFailure>;

/** Does one job. It may run again after a crash at any point, so it must look before it acts. */
export type JobHandler<K extends JobKind> = (
  context: ApiContext,
  tenant: string,
  job: Extract<Job, { readonly kind: K }>,
) => Promise<JobOutcome>;
