import {
  Button,
  Caption1,
  makeStyles,
  Menu,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  Subtitle2,
  tokens,
} from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Misbehaviour, SandboxState, StoryStep } from '../control.ts';
import type { Sandbox } from './use-sandbox.ts';

const useStyles = makeStyles({
  header: {
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: '12px 20px 10px',
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
  },
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px' },
  name: { flex: '1 1 auto', display: 'flex', flexDirection: 'column' },
  heading: { margin: 0 },
  /** As wide as the longest day, so that the buttons stay under the pointer. */
  clock: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: '196px',
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  next: { minWidth: '300px', fontVariantNumeric: 'tabular-nums' },
  quiet: { color: tokens.colorNeutralForeground3 },
  steps: { display: 'flex', gap: '16px', margin: 0, padding: 0, listStyle: 'none' },
  step: {
    flex: '1 1 0',
    minWidth: 0,
    borderTop: `2px solid ${tokens.colorNeutralStroke2}`,
    paddingTop: '6px',
    display: 'flex',
    flexDirection: 'column',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  done: { borderTopColor: tokens.colorNeutralForeground2 },
  now: { borderTopColor: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  later: { color: tokens.colorNeutralForeground3, '@media (max-width: 1199px)': { display: 'none' } },
  past: { '@media (max-width: 1199px)': { display: 'none' } },
});

interface HeaderProps {
  readonly sandbox: Sandbox;
  readonly state: SandboxState;
}

/** Name, clock, what can be done to time, and the story in five steps. */
export function StoryHeader({ sandbox, state }: HeaderProps): ReactElement {
  const styles = useStyles();
  const working = sandbox.busy !== null;
  return (
    <header className={styles.header}>
      <div className={styles.top}>
        <div className={styles.name}>
          <Subtitle2 as="h1" className={styles.heading}>
            Lastmile sandbox
          </Subtitle2>
          <Caption1 className={styles.quiet}>
            Real client libraries, simulated hosts. Nothing leaves this machine.
          </Caption1>
        </div>
        <div className={styles.clock} role="status">
          <Subtitle2>{state.clock}</Subtitle2>
          <Caption1 className={styles.quiet}>{state.day}</Caption1>
        </div>
        <Button disabledFocusable={working} onClick={() => void sandbox.move('hour')}>
          One hour on
        </Button>
        <Button disabledFocusable={working} onClick={() => void sandbox.move('working-day')}>
          One working day on
        </Button>
        <Button disabledFocusable={working} onClick={() => void sandbox.move('week')}>
          One week on
        </Button>
        <Button
          className={styles.next}
          appearance="primary"
          disabledFocusable={working || !state.nextEvent}
          onClick={() => void sandbox.move('next-event')}
        >
          {state.nextEvent?.label ?? 'Nothing more happens by itself'}
        </Button>
        <MisbehaveMenu wish={state.misbehaviour} onWish={(wish) => void sandbox.misbehave(wish)} />
        <Button appearance="subtle" disabledFocusable={working} onClick={() => void sandbox.startAgain()}>
          Start again
        </Button>
      </div>
      <ol className={styles.steps} aria-label="The story">
        {state.steps.map((step) => (
          <Step key={step.line} step={step} />
        ))}
      </ol>
    </header>
  );
}

function Step({ step }: { readonly step: StoryStep }): ReactElement {
  const styles = useStyles();
  const look = { done: mergeClasses(styles.done, styles.past), now: styles.now, later: styles.later }[
    step.state
  ];
  return (
    <li className={mergeClasses(styles.step, look)} aria-current={step.state === 'now' ? 'step' : undefined}>
      <Caption1>{step.state === 'done' ? `✓ ${step.caption}` : step.caption}</Caption1>
      {step.line}
    </li>
  );
}

interface MisbehaveProps {
  readonly wish: Misbehaviour;
  readonly onWish: (wish: Misbehaviour) => void;
}

const SLOW_GRAPH_MS = 2000;
const SLOW_EXCEL_MS = 120;

/** Faults of the simulated hosts, to see that nothing is lost by them. */
function MisbehaveMenu({ wish, onWish }: MisbehaveProps): ReactElement {
  const checked = [
    ...(wish.graphLatency > 0 ? ['graph'] : []),
    ...(wish.throttled ? ['throttled'] : []),
    ...(wish.excelLatency > 0 ? ['excel'] : []),
  ];
  return (
    <Menu
      checkedValues={{ faults: checked }}
      onCheckedValueChange={(_, { checkedItems }) =>
        onWish({
          graphLatency: checkedItems.includes('graph') ? SLOW_GRAPH_MS : 0,
          throttled: checkedItems.includes('throttled'),
          excelLatency: checkedItems.includes('excel') ? SLOW_EXCEL_MS : 0,
        })
      }
    >
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle">Misbehave</Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItemCheckbox name="faults" value="graph">
            Outlook answers after two seconds
          </MenuItemCheckbox>
          <MenuItemCheckbox name="faults" value="throttled">
            Outlook refuses the next request (429)
          </MenuItemCheckbox>
          <MenuItemCheckbox name="faults" value="excel">
            Excel takes 120 ms for each step
          </MenuItemCheckbox>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
