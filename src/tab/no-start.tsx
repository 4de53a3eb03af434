import { FluentProvider, teamsLightTheme } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { FailureMessage } from '../ui/failure-message.tsx';
import { Measured } from '../ui/measured.tsx';
import { Page } from './screens/page.tsx';

/** The server did not even say how to sign in. */
export function NoStart(): ReactNode {
  return (
    <FluentProvider theme={teamsLightTheme}>
      <Measured>
        <Page>
          <FailureMessage
            failure={{ reason: 'offline', message: null, number: null }}
            what="Lastmile"
            onRetry={() => location.reload()}
          />
        </Page>
      </Measured>
    </FluentProvider>
  );
}
