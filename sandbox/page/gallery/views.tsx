import { type ReactNode, useState } from 'react';
import type { KpiView } from '../../../src/contract/kpi-view.ts';
import { KpiScreen } from '../../../src/tab/screens/kpi-screen.tsx';
import { NO_FILTER, openAtFirst } from '../../../src/tab/screens/portfolio-filter.ts';
import { PortfolioScreen } from '../../../src/tab/screens/portfolio-screen.tsx';
import { KPI_DAY_TEN, KPI_KEEP, KPI_LATER } from './kpi.ts';
import { PORTFOLIO } from './portfolio.ts';
import { AUDIT_COSTS, auditPrice } from './prices.ts';

function Portfolio(): ReactNode {
  const [filter, setFilter] = useState(NO_FILTER);
  const [open, setOpen] = useState(openAtFirst(PORTFOLIO.rows));
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

/** Every view by name, with fixed data. `?view=portfolio&theme=dark`. */
export const VIEWS: Readonly<Record<string, () => ReactNode>> = {
  portfolio: Portfolio,
  'kpi-day-ten': () => <Kpi view={KPI_DAY_TEN} />,
  'kpi-later': () => <Kpi view={KPI_LATER} />,
  'kpi-keep': () => <Kpi view={KPI_KEEP} />,
};
