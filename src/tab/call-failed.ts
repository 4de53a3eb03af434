import type { CallFailure } from '../contract/client.ts';
import type { Failure } from '../ui/load-state.ts';

/** The query library tells failures by throwing; this carries ours through it. */
export class CallFailed extends Error {
  readonly failure: CallFailure;

  constructor(failure: CallFailure) {
    super(failure.kind);
    this.failure = failure;
  }
}

/** What a view says of a failed call. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof CallFailed)) return { reason: 'server', message: null, number: null };
  const { failure } = error;
  if (failure.kind === 'offline') return { reason: 'offline', message: null, number: null };
  if (failure.kind === 'signed-out') return { reason: 'signed-out', message: failure.message, number: null };
  const { status, detail, instance } = failure.problem;
  const known = { message: detail ?? null, number: instance ?? null };
  if (status === 401) return { reason: 'signed-out', ...known };
  if (status === 403) return { reason: 'not-allowed', ...known };
  if (status === 404) return { reason: 'not-found', ...known };
  return { reason: 'server', ...known };
}
