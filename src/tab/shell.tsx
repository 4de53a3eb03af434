import { Button } from '@fluentui/react-components';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Redirect, Route, Router, Switch } from 'wouter';
import { Loading } from '../ui/loading.tsx';
import { Message } from '../ui/message.tsx';
import { useFormat } from '../ui/reader.tsx';
import { goTo, useAddress, useHashPath } from './address.ts';
import { useHost } from './host-context.ts';
import { endOfDay } from './end-of-day.ts';
import { useWaitingCount, WaitingPage } from './waiting-page.tsx';
import { ADDRESS, href, recalibrationAddress } from './screens/addresses.ts';
import { Page } from './screens/page.tsx';
import { TabBar } from './screens/tab-bar.tsx';

// The first page is loaded at once, the others when they are opened.
const PortfolioPage = lazy(async () => ({ default: (await import('./portfolio-page.tsx')).PortfolioPage }));
const DependenciesPage = lazy(async () => ({ default: (await import('./pages.tsx')).DependenciesPage }));
const RecalibrationsPage = lazy(async () => ({ default: (await import('./pages.tsx')).RecalibrationsPage }));
const CandourPage = lazy(async () => ({ default: (await import('./pages.tsx')).CandourPage }));
const LedgerPage = lazy(async () => ({ default: (await import('./pages.tsx')).LedgerPage }));
const MomentLine = lazy(async () => ({ default: (await import('./screens/moment-line.tsx')).MomentLine }));
const KpiPage = lazy(async () => ({ default: (await import('./kpi-page.tsx')).KpiPage }));
const DecisionPage = lazy(async () => ({ default: (await import('./decision-page.tsx')).DecisionPage }));

export interface ShellProps {
  /** The tenant's clock. */
  readonly now: string | null;
  /** The past moment shown; null for now. */
  readonly moment: string | null;
  readonly onMoment: (moment: string | null) => void;
}

/** The common frame and the pages in it. In a meeting's side panel the frame is left out. */
export function Shell(props: ShellProps): ReactNode {
  const host = useHost();
  return (
    // oxlint-disable-next-line react/hooks -- the router takes its hook as a value
    <Router hook={useHashPath}>
      {host.sidePanel ? null : <Bar {...props} />}
      <Suspense fallback={<PageLoading />}>
        <Switch>
          <Route path={ADDRESS.waiting} component={WaitingPage} />
          <Route path={ADDRESS.portfolio} component={PortfolioPage} />
          <Route path={ADDRESS.dependencies} component={DependenciesPage} />
          <Route path={ADDRESS.recalibrations} component={RecalibrationsPage} />
          <Route path={ADDRESS.candour} component={CandourPage} />
          <Route path={ADDRESS.ledger} component={LedgerPage} />
          <Route path="/kpi/:kpi">{({ kpi }) => <KpiPage key={kpi} kpi={kpi} />}</Route>
          <Route path="/recalibration/:id">{({ id }) => <DecisionPage key={id} recalibration={id} />}</Route>
          <Route path="/recalibrations/:id">
            {({ id }) => <Redirect to={recalibrationAddress(id)} replace />}
          </Route>
          <Route path="/">
            <Redirect to={ADDRESS.waiting} replace />
          </Route>
          <Route>
            <NoSuchPage />
          </Route>
        </Switch>
      </Suspense>
    </Router>
  );
}

function Bar({ now, moment, onMoment }: ShellProps): ReactNode {
  const { path } = useAddress();
  const { reader } = useFormat();
  const [waiting, setWaiting] = useState(0);
  const [choosing, setChoosing] = useState(false);
  const [day, setDay] = useState('');
  useWaitingCount(setWaiting);
  const choose = (chosen: string): void => {
    setDay(chosen);
    onMoment(chosen === '' || chosen >= reader.today ? null : endOfDay(chosen, reader.timeZone));
  };
  const backToNow = (): void => {
    setChoosing(false);
    choose('');
  };
  return (
    <>
      <TabBar
        current={pageOf(path)}
        waiting={waiting}
        moment={moment ?? now}
        isPast={moment !== null}
        onGo={goTo}
        onMoment={() => (choosing ? backToNow() : setChoosing(true))}
      />
      {choosing ? (
        <Suspense fallback={null}>
          <MomentLine moment={moment} day={day} today={reader.today} onDay={choose} onNow={backToNow} />
        </Suspense>
      ) : null}
    </>
  );
}

/** Pages below the first level hang under one of the bar. */
function pageOf(path: string): string {
  if (path.startsWith('/kpi/')) return ADDRESS.portfolio;
  return path.startsWith('/recalibration/') || path === '/' ? ADDRESS.waiting : path;
}

function PageLoading(): ReactNode {
  return (
    <Page>
      <Loading label="The page is loading" />
    </Page>
  );
}

function NoSuchPage(): ReactNode {
  return (
    <Page>
      <Message
        title="This page does not exist"
        actions={
          <Button as="a" href={href(ADDRESS.waiting)}>
            What waits for me
          </Button>
        }
      >
        The link may be old. What waits for you is on the first page.
      </Message>
    </Page>
  );
}
