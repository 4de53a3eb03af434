import { type ReactNode, useState } from 'react';
import type { KpiView } from '../../../src/contract/kpi-view.ts';
import { CandourScreen } from '../../../src/tab/screens/candour-screen.tsx';
import { DecisionScreen } from '../../../src/tab/screens/decision-screen.tsx';
import { DependenciesScreen } from '../../../src/tab/screens/dependencies-screen.tsx';
import { dependencyNetwork } from '../../../src/tab/screens/dependency-network.ts';
import { KpiScreen } from '../../../src/tab/screens/kpi-screen.tsx';
import { LedgerScreen } from '../../../src/tab/screens/ledger-screen.tsx';
import { NO_FILTER, openAtFirst } from '../../../src/tab/screens/portfolio-filter.ts';
import { PortfolioScreen } from '../../../src/tab/screens/portfolio-screen.tsx';
import { RecalibrationsScreen } from '../../../src/tab/screens/recalibrations-screen.tsx';
import { TabBar } from '../../../src/tab/screens/tab-bar.tsx';
import { WaitingScreen } from '../../../src/tab/screens/waiting-screen.tsx';
import { useOneColumn } from '../../../src/ui/measured.tsx';
import { CANDOUR, NO_CANDOUR } from './candour.ts';
import { KPI_DAY_TEN, KPI_LATER } from './kpi.ts';
import { KPI_KEEP } from './kpi-keep.ts';
import { LEDGER } from './ledger.ts';
import { PRICING } from './network.ts';
import { PORTFOLIO } from './portfolio.ts';
import { AUDIT_COSTS, auditPrice } from './prices.ts';
import { DECISION_VIEW, RECALIBRATIONS } from './recalibrations.ts';
import { States } from './states.tsx';
import { DAY_TEN } from './statuses.ts';
import { WAITING } from './waiting.ts';

function Portfolio(): ReactNode {
  const [filter, setFilter] = useState(NO_FILTER);
  const narrow = useOneColumn();
  const [open, setOpen] = useState<ReadonlySet<string>>(() =>
    narrow ? new Set() : openAtFirst(PORTFOLIO.rows),
  );
  const toggle = (id: string, isOpen: boolean): void => {
    setOpen((before) => new Set(isOpen ? [...before, id] : [...before].filter((each) => each !== id)));
  };
  return (
    <PortfolioScreen
      view={PORTFOLIO}
      filter={filter}
      onFilter={setFilter}
      open={open}
      onToggle={toggle}
      onOpenKpi={(kpi) => {
        location.hash = `/kpi/${kpi}`;
      }}
    />
  );
}

function Kpi({ view }: { readonly view: KpiView }): ReactNode {
  const [days, setDays] = useState(14);
  return (
    <KpiScreen
      view={view}
      price={auditPrice(days)}
      costs={AUDIT_COSTS}
      onDays={setDays}
      mayAct
      onCopyLink={() => {}}
    />
  );
}

function Decision({ sidePanel }: { readonly sidePanel: boolean }): ReactNode {
  const [recorded, setRecorded] = useState('');
  return (
    <div data-recorded={recorded}>
      <DecisionScreen
        view={DECISION_VIEW}
        mayAct
        sidePanel={sidePanel}
        submission={{ busy: false, problems: {}, refusal: null }}
        receipt={null}
        onRecord={(request) => setRecorded(JSON.stringify(request))}
        onLeave={() => {}}
      />
    </div>
  );
}

/** A page under the common frame. */
function framed(current: string, page: ReactNode): () => ReactNode {
  return () => (
    <>
      <TabBar
        current={current}
        waiting={3}
        moment={DAY_TEN}
        isPast={false}
        onGo={(address) => {
          location.hash = address;
        }}
        onMoment={() => {}}
      />
      {page}
    </>
  );
}

/** Every view by name, with fixed data. `?view=portfolio&theme=dark`. */
export const VIEWS: Readonly<Record<string, () => ReactNode>> = {
  waiting: framed('/waiting', <WaitingScreen view={WAITING} mayAct />),
  'waiting-nothing': framed('/waiting', <WaitingScreen view={{ ...WAITING, items: [] }} mayAct />),
  portfolio: framed('/portfolio', <Portfolio />),
  'kpi-day-ten': framed('/portfolio', <Kpi view={KPI_DAY_TEN} />),
  'kpi-later': framed('/portfolio', <Kpi view={KPI_LATER} />),
  'kpi-keep': framed('/portfolio', <Kpi view={KPI_KEEP} />),
  dependencies: framed(
    '/dependencies',
    <DependenciesScreen network={dependencyNetwork(PORTFOLIO, PRICING)} />,
  ),
  recalibrations: framed('/recalibrations', <RecalibrationsScreen view={RECALIBRATIONS} />),
  decision: framed('/waiting', <Decision sidePanel={false} />),
  'decision-side-panel': () => <Decision sidePanel />,
  candour: framed('/candour', <CandourScreen view={CANDOUR} />),
  'candour-nothing': framed('/candour', <CandourScreen view={NO_CANDOUR} />),
  ledger: framed(
    '/ledger',
    <LedgerScreen view={LEDGER} proof={null} onVerify={() => {}} onOlder={() => {}} />,
  ),
  states: States,
};
