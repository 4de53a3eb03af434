import type { ReactNode } from 'react';
import { Page } from '../../../src/tab/screens/page.tsx';
import { FailureMessage } from '../../../src/ui/failure-message.tsx';
import { Loading } from '../../../src/ui/loading.tsx';
import { LostConnection } from '../../../src/ui/lost-connection.tsx';
import { Message } from '../../../src/ui/message.tsx';
import { DAY_TEN } from './statuses.ts';

const nothing = (): void => {};

/** The states that are not full. SCREENS.md 12. */
export function States(): ReactNode {
  return (
    <Page>
      <LostConnection
        lost={{ since: DAY_TEN, failure: { reason: 'offline', message: null, number: null } }}
        onRetry={nothing}
      />
      <FailureMessage
        failure={{ reason: 'server', message: null, number: '7f3a-19c2' }}
        what="The portfolio"
        onRetry={nothing}
      />
      <Message as="h2" title="Nothing waits for you">
        Your next report is due Fri 13 Mar.
      </Message>
      <Loading label="The portfolio is loading" rows={4} />
    </Page>
  );
}
