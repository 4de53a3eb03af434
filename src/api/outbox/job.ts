import type { Instant } from '../../domain/zoned-time.ts';

/** Work that must happen because something was accepted. Closed: each kind has one handler. */
export type Job =
  | { readonly kind: 'book'; readonly recalibration: string }
  | { readonly kind: 'invite'; readonly recalibration: string }
  | { readonly kind: 'withdraw'; readonly eventId: string; readonly comment: string }
  /** Looks whether a booked meeting was cancelled or moved. */
  | { readonly kind: 'watch'; readonly recalibration: string; readonly eventId: string }
  | { readonly kind: 'remind'; readonly kpi: string; readonly report: string };

export type JobKind = Job['kind'];

export interface JobDraft {
  readonly job: Job;
  /** Makes it single within the tenant: the same key is never queued twice. */
  readonly key: string;
  /** On the application's clock. */
  readonly runAt: Instant;
}

export interface ClaimedJob {
  readonly id: number;
  readonly job: Job;
  readonly attempts: number;
}
