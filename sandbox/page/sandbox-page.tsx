import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  Tab,
  TabList,
  tokens,
} from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { SandboxState } from '../control.ts';
import { ExcelWindow } from './excel-window.tsx';
import { OutlookWindow } from './outlook-window.tsx';
import { StoryHeader } from './story-header.tsx';
import { TeamsWindow } from './teams-window.tsx';
import { type Sandbox, useSandbox } from './use-sandbox.ts';
import { useWide } from './use-wide.ts';

const useStyles = makeStyles({
  page: {
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  windows: { flex: 1, minHeight: 0, display: 'flex', gap: '12px', padding: '12px' },
  tabs: { padding: '4px 8px 0' },
  hidden: { display: 'none' },
  excel: { flex: '1.9 1 0', minWidth: 0, display: 'flex' },
  window: { flex: '1 1 0', minWidth: 0, display: 'flex' },
});

const WINDOWS = ['excel', 'teams', 'outlook'] as const;
type WindowName = (typeof WINDOWS)[number];
const TITLES: Readonly<Record<WindowName, string>> = { excel: 'Excel', teams: 'Teams', outlook: 'Outlook' };

/** Excel, Teams and Outlook side by side, each with its own person (SCREENS.md 11). */
export function SandboxPage(): ReactElement {
  const styles = useStyles();
  const sandbox = useSandbox();
  if (!sandbox.state) {
    return (
      <div className={styles.page}>
        {sandbox.failure ? <Failure text={sandbox.failure} /> : <Spinner label="The sandbox opens" />}
      </div>
    );
  }
  return (
    <div className={styles.page}>
      <StoryHeader sandbox={sandbox} state={sandbox.state} />
      {sandbox.failure && <Failure text={sandbox.failure} />}
      <Windows key={sandbox.round} sandbox={sandbox} state={sandbox.state} />
    </div>
  );
}

interface WindowsProps {
  readonly sandbox: Sandbox;
  readonly state: SandboxState;
}

/** All three stay mounted under 1200 px, so that switching a tab loses nothing. */
function Windows({ sandbox, state }: WindowsProps): ReactElement {
  const styles = useStyles();
  const wide = useWide(1200);
  const [shown, setShown] = useState<WindowName>('excel');
  const classFor = (name: WindowName): string => {
    if (!wide && name !== shown) return styles.hidden;
    return name === 'excel' ? styles.excel : styles.window;
  };
  return (
    <>
      {!wide && (
        <TabList
          className={styles.tabs}
          selectedValue={shown}
          onTabSelect={(_, { value }) => setShown(value as WindowName)}
        >
          {WINDOWS.map((name) => (
            <Tab key={name} value={name}>
              {TITLES[name]}
            </Tab>
          ))}
        </TabList>
      )}
      <main className={styles.windows}>
        <div className={classFor('excel')}>
          <ExcelWindow state={state} onOpened={sandbox.replace} />
        </div>
        <div className={classFor('teams')}>
          <TeamsWindow state={state} />
        </div>
        <div className={classFor('outlook')}>
          <OutlookWindow state={state} />
        </div>
      </main>
    </>
  );
}

function Failure({ text }: { readonly text: string }): ReactElement {
  return (
    <MessageBar intent="error">
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  );
}
