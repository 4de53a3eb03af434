import {
  Button,
  makeStyles,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from '@fluentui/react-components';
import { DarkThemeRegular } from '@fluentui/react-icons';
import { useEffect, useEffectEvent, useRef, useState, type ReactElement } from 'react';
import type { SandboxPerson, SandboxState } from '../control.ts';
import { brokerAt } from '../teams/page/broker-client.ts';
import { TeamsHost } from '../teams/page/teams-host.ts';
import { WindowFrame } from './window-frame.tsx';

const useStyles = makeStyles({
  stage: {
    flex: 1,
    minHeight: 0,
    display: 'flex',
    backgroundColor: tokens.colorNeutralBackground2,
    '& iframe': { flex: 1, border: 'none', width: '100%', height: '100%' },
  },
});

const THEMES = { default: 'Light', dark: 'Dark', contrast: 'High contrast' } as const;
type Theme = keyof typeof THEMES;

/** The real tab in a simulated Teams, with its own person and theme. */
export function TeamsWindow({ state }: { readonly state: SandboxState }): ReactElement {
  const styles = useStyles();
  const stage = useRef<HTMLDivElement>(null);
  const host = useRef<TeamsHost | null>(null);
  const [person, setPerson] = useState('ruth');
  const [theme, setTheme] = useState<Theme>('default');

  // One host for the life of the window: people and themes change through it.
  const openFor = useEffectEvent((at: HTMLElement) => openTeams(state, at, personIn(state, 'ruth')));
  useEffect(() => {
    if (!stage.current) return undefined;
    const opened = openFor(stage.current);
    host.current = opened;
    return () => opened.dispose();
  }, []);

  return (
    <WindowFrame
      title="Teams"
      caption="simulated"
      people={state.people}
      person={person}
      onPerson={(id) => {
        setPerson(id);
        host.current?.switchPerson(personIn(state, id));
      }}
      actions={
        <ThemeMenu
          theme={theme}
          onTheme={(next) => {
            setTheme(next);
            host.current?.setTheme(next);
          }}
        />
      }
    >
      <div ref={stage} className={styles.stage} />
    </WindowFrame>
  );
}

function openTeams(state: SandboxState, stage: HTMLElement, person: SandboxPerson): TeamsHost {
  const { appId, tenantId, brokerPath } = state.teams;
  const { origin, host } = location;
  const opened = new TeamsHost({
    manifest: {
      id: appId,
      staticTabs: [
        {
          entityId: 'lastmile',
          name: 'Lastmile',
          contentUrl: `${origin}/tab/`,
          context: ['personalTab', 'meetingSidePanel'],
        },
      ],
      validDomains: [host],
    },
    stage,
    tenantId,
    environment: host,
    person,
    broker: brokerAt(`${origin}${brokerPath}`),
    openExternal: (url) => void window.open(url, '_blank', 'noopener'),
  });
  opened.openTab('lastmile');
  return opened;
}

function personIn(state: SandboxState, id: string): SandboxPerson {
  const person = state.people.find((one) => one.id === id) ?? state.people[0];
  if (!person) throw new Error('the sandbox has no people');
  return person;
}

interface ThemeMenuProps {
  readonly theme: Theme;
  readonly onTheme: (theme: Theme) => void;
}

function ThemeMenu({ theme, onTheme }: ThemeMenuProps): ReactElement {
  return (
    <Menu
      checkedValues={{ theme: [theme] }}
      onCheckedValueChange={(_, { checkedItems }) => onTheme((checkedItems[0] ?? 'default') as Theme)}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          size="small"
          appearance="subtle"
          icon={<DarkThemeRegular />}
          aria-label={`Theme: ${THEMES[theme]}`}
          title={`Theme: ${THEMES[theme]}`}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {Object.entries(THEMES).map(([value, label]) => (
            <MenuItemRadio key={value} name="theme" value={value}>
              {label}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
