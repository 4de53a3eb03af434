import { FluentProvider, teamsLightTheme } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTextStyles } from '../ui/text-styles.ts';
import { PaneFrame } from './pane-frame.tsx';
import { forgetStaleHost } from './workbook.ts';

/** The pane outside Excel, or where Excel or our server does not answer. */
export function Outside({ offline = false }: { readonly offline?: boolean }): ReactNode {
  return (
    <FluentProvider theme={teamsLightTheme}>
      <OutsideMessage offline={offline} />
    </FluentProvider>
  );
}

function OutsideMessage({ offline }: { readonly offline: boolean }): ReactNode {
  const text = useTextStyles();
  const again = (): void => {
    forgetStaleHost();
    location.reload();
  };
  return (
    <PaneFrame
      title={offline ? 'Lastmile cannot be reached' : 'Open Lastmile in Excel'}
      footer={{ label: 'Try again', caption: '', quiet: true, onClick: again }}
    >
      <p className={text.body}>
        {offline
          ? 'There is no connection to the server. Nothing was lost and nothing was written.'
          : 'This page is the task pane of an Excel add-in. Open your workbook in Excel, then choose Lastmile on the Home tab.'}
      </p>
    </PaneFrame>
  );
}
