import { type ReactNode, useEffect } from 'react';
import { LoadedPage } from './loaded-page.tsx';
import { useMoment, usePast } from './moment.ts';
import { WaitingScreen } from './screens/waiting-screen.tsx';
import { useLoad } from './use-load.ts';

export function WaitingPage(): ReactNode {
  const now = useMoment() === null;
  return (
    <LoadedPage loaded={useLoad('readWaiting', { query: usePast() })} what="What waits for you">
      {(view, online) => <WaitingScreen view={view} mayAct={online && now} />}
    </LoadedPage>
  );
}

/** Keeps the count of the bar; the same query as the first page, so it costs nothing more. */
export function useWaitingCount(onCount: (count: number) => void): void {
  const { state } = useLoad('readWaiting', { query: usePast() });
  const count = state.kind === 'full' ? state.value.items.length : 0;
  useEffect(() => onCount(count), [count, onCount]);
}
