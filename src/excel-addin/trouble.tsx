import type { ReactNode } from 'react';
import type { CallFailure } from '../contract/client.ts';
import { useTextStyles } from '../ui/text-styles.ts';
import { PaneFrame } from './pane-frame.tsx';

export interface Trouble {
  readonly failure: CallFailure;
  /** What did not work, as a sentence without its full stop. */
  readonly what: string;
  /** What happens with what was kept, where something was. */
  readonly kept?: string;
}

/** What is safe, what to do, and a short number for the admin (SCREENS.md 12). */
export function CallTrouble(props: { readonly trouble: Trouble; readonly onRetry: () => void }): ReactNode {
  const text = useTextStyles();
  const { failure, what, kept } = props.trouble;
  return (
    <PaneFrame title={what} takesFocus footer={{ label: 'Try again', caption: '', onClick: props.onRetry }}>
      <p className={text.body}>{kept ?? sentence(failure)}</p>
    </PaneFrame>
  );
}

function sentence(failure: CallFailure): string {
  if (failure.kind === 'offline') return 'There is no connection. Nothing was lost and nothing was written.';
  if (failure.kind === 'signed-out') return 'You are not signed in any more. Nothing was lost.';
  const { problem } = failure;
  if (problem.status < 500) return problem.detail ?? problem.title;
  const number = problem.instance ?? '';
  return `Nothing was lost. Try again; if it stays, give your admin this number: ${number}.`;
}
