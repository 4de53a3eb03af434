import { GraphError, accessDenied, invalidToken, mailboxMissing } from './graph-error.ts';

/** What the sandbox can be told to do wrong. */
export type Misbehaviour =
  | { readonly kind: 'latency'; readonly ms: number }
  /** 429; `retryAfter` in seconds, may be fractional. */
  | { readonly kind: 'throttled'; readonly retryAfter?: number }
  | { readonly kind: 'unavailable'; readonly retryAfter?: number }
  /** 504; `after`: the work is done all the same. */
  | { readonly kind: 'timeout'; readonly when: 'before' | 'after' }
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'mailbox-missing' }
  /** `isOnlineMeeting` is dropped without an error. */
  | { readonly kind: 'no-online-meeting' };

export interface FaultMatch {
  readonly method?: string;
  /** Part of the path, such as `/events` or an address. */
  readonly path?: string;
}

export type Fault = Misbehaviour & {
  readonly match?: FaultMatch;
  /** How many requests it strikes; one by default. */
  readonly times?: number;
};

/** The faults one request has met. */
export interface Struck {
  readonly latency: number;
  readonly before?: GraphError;
  readonly after?: GraphError;
  readonly withoutOnlineMeeting: boolean;
}

/** A queue of scripted faults. A request meets at most one of each kind. */
export class Faults {
  #pending: (Fault & { readonly times: number })[] = [];

  add(...faults: readonly Fault[]): void {
    this.#pending.push(...faults.map((fault) => ({ ...fault, times: fault.times ?? 1 })));
  }

  clear(): void {
    this.#pending = [];
  }

  pending(): readonly Fault[] {
    return structuredClone(this.#pending);
  }

  strike(method: string, path: string): Struck {
    const met: Fault[] = [];
    for (const fault of this.#pending) {
      // Of two failures the first in the queue strikes; latency and a dropped meeting may come on top.
      const taken = met.some((other) => slot(other) === slot(fault));
      if (!taken && matches(fault.match, method, path)) met.push(fault);
    }
    this.#pending = this.#pending
      .map((fault) => (met.includes(fault) ? { ...fault, times: fault.times - 1 } : fault))
      .filter((fault) => fault.times > 0);
    return struckBy(met);
  }
}

function struckBy(met: readonly Fault[]): Struck {
  const failure = met.find((fault) => slot(fault) === 'failure');
  const error = failure ? errorOf(failure) : undefined;
  const late = failure?.kind === 'timeout' && failure.when === 'after';
  return {
    latency: met.reduce((sum, fault) => sum + (fault.kind === 'latency' ? fault.ms : 0), 0),
    withoutOnlineMeeting: met.some((fault) => fault.kind === 'no-online-meeting'),
    ...(error && !late ? { before: error } : {}),
    ...(error && late ? { after: error } : {}),
  };
}

function slot(fault: Fault): string {
  return fault.kind === 'latency' || fault.kind === 'no-online-meeting' ? fault.kind : 'failure';
}

function matches(match: FaultMatch | undefined, method: string, path: string): boolean {
  return (match?.method ?? method) === method && path.includes(match?.path ?? '');
}

function errorOf(fault: Fault): GraphError | undefined {
  switch (fault.kind) {
    case 'throttled':
      return throttled(fault.retryAfter ?? 1);
    case 'unavailable':
      return new GraphError(503, 'UnknownError', '', { headers: retryAfter(fault.retryAfter) });
    case 'timeout':
      return new GraphError(504, 'UnknownError', '');
    case 'unauthorized':
      return invalidToken('Lifetime validation failed, the token is expired.');
    case 'forbidden':
      return accessDenied();
    case 'mailbox-missing':
      return mailboxMissing();
    case 'latency':
    case 'no-online-meeting':
    default:
      return undefined;
  }
}

export function throttled(seconds: number): GraphError {
  return new GraphError(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.', {
    headers: retryAfter(seconds),
  });
}

function retryAfter(seconds: number | undefined): Readonly<Record<string, string>> {
  return seconds === undefined ? {} : { 'Retry-After': String(seconds) };
}
