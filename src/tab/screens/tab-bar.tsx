import {
  Button,
  CounterBadge,
  makeStyles,
  Menu,
  MenuButton,
  MenuItemLink,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  Tab,
  TabList,
  tokens,
} from '@fluentui/react-components';
import { HistoryRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useWidth } from '../../ui/measured.tsx';
import { useFormat } from '../../ui/reader.tsx';
import { SPACE, WIDTH } from '../../ui/spacing.ts';
import { useTextStyles } from '../../ui/text-styles.ts';
import { ADDRESS, href } from './addresses.ts';

const ITEMS = [
  { address: ADDRESS.waiting, name: 'Waiting for me' },
  { address: ADDRESS.portfolio, name: 'Portfolio' },
  { address: ADDRESS.dependencies, name: 'Dependencies' },
  { address: ADDRESS.recalibrations, name: 'Recalibrations' },
  { address: ADDRESS.candour, name: 'Candour' },
  { address: ADDRESS.ledger, name: 'Ledger' },
] as const;

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    minHeight: '48px',
    padding: `0 ${SPACE.xl}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  narrow: { padding: `0 ${SPACE.s}` },
  count: { marginLeft: SPACE.s },
  when: { whiteSpace: 'nowrap', fontWeight: tokens.fontWeightRegular },
  moment: { color: tokens.colorNeutralForeground2, marginLeft: SPACE.s },
});

export interface TabBarProps {
  /** The address of the page shown; below the first level that of the page it hangs under. */
  readonly current: string;
  readonly waiting: number;
  /** The moment shown, as an instant; null while nothing is loaded. */
  readonly moment: string | null;
  readonly isPast: boolean;
  readonly onGo: (address: string) => void;
  readonly onMoment: () => void;
}

/** One bar: the pages at the left, the moment at the right. Teams shows the name; we do not repeat it. */
export function TabBar(props: TabBarProps): ReactNode {
  const classes = useStyles();
  const width = useWidth();
  const narrow = width < WIDTH.oneColumn;
  return (
    <header className={mergeClasses(classes.bar, narrow && classes.narrow)}>
      <nav aria-label="Pages">{width < WIDTH.pages ? <PageMenu {...props} /> : <PageTabs {...props} />}</nav>
      <MomentButton {...props} />
    </header>
  );
}

function PageTabs({ current, waiting, onGo }: TabBarProps): ReactNode {
  return (
    <TabList selectedValue={current} onTabSelect={(_, data) => onGo(String(data.value))}>
      {ITEMS.map(({ address, name }) => (
        <Tab key={address} value={address}>
          {name}
          {address === ADDRESS.waiting ? <Count waiting={waiting} /> : null}
        </Tab>
      ))}
    </TabList>
  );
}

function Count({ waiting }: { readonly waiting: number }): ReactNode {
  const classes = useStyles();
  return waiting > 0 ? (
    <CounterBadge count={waiting} size="small" color="brand" className={classes.count} />
  ) : null;
}

function PageMenu({ current, waiting }: TabBarProps): ReactNode {
  const shown = ITEMS.find(({ address }) => address === current)?.name ?? 'Pages';
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="transparent">
          {shown}
          <Count waiting={waiting} />
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {ITEMS.map(({ address, name }) => (
            <MenuItemLink key={address} href={href(address)}>
              {name}
              {address === ADDRESS.waiting ? <Count waiting={waiting} /> : null}
            </MenuItemLink>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function MomentButton({ moment, isPast, onMoment }: TabBarProps): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  const format = useFormat();
  const narrow = useWidth() < WIDTH.network;
  return (
    <Button
      appearance="transparent"
      icon={<HistoryRegular />}
      onClick={onMoment}
      aria-expanded={isPast}
      className={mergeClasses(text.body, classes.when)}
    >
      {isPast ? 'As of' : 'Now'}
      {moment === null || narrow ? null : <span className={classes.moment}>{format.fullMoment(moment)}</span>}
    </Button>
  );
}
