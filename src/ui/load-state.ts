/** What a view has: nothing yet, a failure with nothing to show, or data that may be old. */
export type LoadState<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'error'; readonly failure: Failure }
  | { readonly kind: 'full'; readonly value: T; readonly lost: Lost | null };

/** Why nothing came. `number` is short enough to tell an admin. */
export interface Failure {
  readonly reason: 'offline' | 'signed-out' | 'not-allowed' | 'not-found' | 'server';
  readonly message: string | null;
  readonly number: string | null;
}

/** The last good state is kept; this is since when nothing newer came. */
export interface Lost {
  readonly since: string;
  readonly failure: Failure;
}
