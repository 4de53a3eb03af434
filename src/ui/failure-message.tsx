import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Failure } from './load-state.ts';
import { Message } from './message.tsx';

export interface FailureProps {
  readonly failure: Failure;
  /** What was asked for, as the beginning of a sentence: "The portfolio". */
  readonly what: string;
  readonly onRetry: () => void;
}

/** What is safe, what to do, and a short number for the admin. SCREENS.md 8, sentence 24. */
export function FailureMessage({ failure, what, onRetry }: FailureProps): ReactNode {
  const retry = (
    <Button appearance="primary" onClick={onRetry}>
      {failure.reason === 'signed-out' ? 'Sign in' : 'Try again'}
    </Button>
  );
  return (
    <Message title={titleOf(failure, what)} {...(isFinal(failure) ? {} : { actions: retry })}>
      {sentenceOf(failure)}
    </Message>
  );
}

function isFinal({ reason }: Failure): boolean {
  return reason === 'not-allowed' || reason === 'not-found';
}

function titleOf({ reason }: Failure, what: string): string {
  if (reason === 'not-found') return `${what} does not exist`;
  if (reason === 'not-allowed') return `${what} is not open to you`;
  if (reason === 'signed-out') return 'Sign in to see this';
  return `${what} did not load`;
}

function sentenceOf(failure: Failure): ReactNode {
  if (failure.reason === 'not-found') return 'The link may be old. What waits for you is on the first page.';
  if (failure.reason === 'not-allowed') return failure.message ?? 'Ask your admin for the role that sees it.';
  if (failure.reason === 'signed-out') return 'Your organisation asks who you are. Nothing was lost.';
  if (failure.number === null) return 'Nothing was lost. Try again when the connection is back.';
  return (
    <>
      Nothing was lost. Try again; if it stays, give your admin this number: <strong>{failure.number}</strong>
      .
    </>
  );
}
