import type { ReactNode } from 'react';
import { FailureMessage } from '../ui/failure-message.tsx';
import { Loading } from '../ui/loading.tsx';
import { LostConnection } from '../ui/lost-connection.tsx';
import { Page } from './screens/page.tsx';
import { useSignIn } from './sign-in-context.ts';
import { useTenantKnown } from './tenant-known.ts';
import type { Loaded } from './use-load.ts';

export interface LoadedPageProps<T> {
  readonly loaded: Loaded<T>;
  /** "The portfolio": the beginning of the sentence when it fails. */
  readonly what: string;
  readonly chart?: boolean;
  /** `mayAct` is false without a connection. */
  readonly children: (value: T, mayAct: boolean) => ReactNode;
}

/** The four states that every page has. SCREENS.md 12. */
export function LoadedPage<T>({ loaded, what, chart = false, children }: LoadedPageProps<T>): ReactNode {
  const { state, retry } = loaded;
  const signIn = useSignIn();
  const known = useTenantKnown();
  if (state.kind === 'loading' || (state.kind === 'full' && !known)) {
    return (
      <Page>
        <Loading label={`${what} is loading`} chart={chart} />
      </Page>
    );
  }
  if (state.kind === 'error') {
    const again = state.failure.reason === 'signed-out' ? () => signIn(retry) : retry;
    return (
      <Page>
        <FailureMessage failure={state.failure} what={what} onRetry={again} />
      </Page>
    );
  }
  return (
    <>
      {state.lost ? <LostConnection lost={state.lost} onRetry={retry} /> : null}
      {children(state.value, state.lost === null)}
    </>
  );
}
