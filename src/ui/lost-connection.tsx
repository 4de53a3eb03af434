import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Lost } from './load-state.ts';
import { useFormat } from './reader.tsx';

/** The last state is kept, its time is said, and what needs the server waits. SCREENS.md 12. */
export function LostConnection(props: { readonly lost: Lost; readonly onRetry: () => void }): ReactNode {
  const format = useFormat();
  const { lost } = props;
  const title = lost.failure.reason === 'offline' ? 'Not connected.' : 'Not up to date.';
  return (
    <MessageBar intent="warning">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle> You see the state of {format.time(lost.since)}. Decisions
        wait.
        {lost.failure.number === null ? null : ` Number for your admin: ${lost.failure.number}.`}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={props.onRetry}>
          Try now
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
