import { makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useState, type ReactElement } from 'react';
import type { CalendarItem, CalendarWeek, SandboxState } from '../control.ts';
import { CalendarGrid } from './calendar-grid.tsx';
import { act, readCalendar } from './control-client.ts';
import { MeetingView } from './meeting-view.tsx';
import { WindowFrame } from './window-frame.tsx';

const useStyles = makeStyles({
  empty: { padding: '16px 20px', color: tokens.colorNeutralForeground3 },
});

/** A person's week and the invitation as the attendee sees it. */
export function OutlookWindow({ state }: { readonly state: SandboxState }): ReactElement {
  const styles = useStyles();
  const [person, setPerson] = useState('sam');
  const [chosen, setChosen] = useState<string | null>(null);
  const { week, refresh } = useCalendar(person, state.now);
  const open = openItem(week, chosen);
  const answer = async (action: 'accepted' | 'declined' | 'cancel'): Promise<void> => {
    if (!open) return;
    await act(person, { action, iCalUId: open.iCalUId });
    refresh();
  };
  return (
    <WindowFrame
      title="Outlook"
      caption="simulated"
      people={state.people}
      person={person}
      onPerson={(id) => {
        setPerson(id);
        setChosen(null);
      }}
    >
      <CalendarGrid
        week={week}
        timeZone={state.timeZone}
        now={state.now}
        open={open?.iCalUId ?? null}
        onOpen={setChosen}
      />
      {open ? (
        <MeetingView item={open} timeZone={state.timeZone} onAnswer={(action) => void answer(action)} />
      ) : (
        <div className={styles.empty}>No invitation yet. When a KPI leaves Green, it appears here.</div>
      )}
    </WindowFrame>
  );
}

const NO_WEEK: CalendarWeek = { days: [], items: [] };

function useCalendar(
  person: string,
  now: string,
): { readonly week: CalendarWeek; readonly refresh: () => void } {
  const [shown, setShown] = useState({ person, week: NO_WEEK });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let stopped = false;
    const load = (): void => {
      readCalendar(person).then(
        (week) => !stopped && setShown({ person, week }),
        // The page's header says that the server is gone.
        () => undefined,
      );
    };
    load();
    const timer = setInterval(load, 3000);
    return () => {
      stopped = true;
      clearInterval(timer);
    };
  }, [person, now, round]);
  // Nobody sees the week of the person who sat here before.
  const week = shown.person === person ? shown.week : NO_WEEK;
  return { week, refresh: useCallback(() => setRound((count) => count + 1), []) };
}

/** The one that was clicked, else the newest invitation. */
function openItem(week: CalendarWeek, chosen: string | null): CalendarItem | undefined {
  const clicked = week.items.find(({ iCalUId }) => iCalUId === chosen);
  return clicked ?? week.items.findLast(({ invitation, cancelled }) => invitation && !cancelled);
}
