import { type ReactNode, useEffect, useState } from 'react';
import type { PortfolioView } from '../contract/portfolio-view.ts';
import { useLists } from '../ui/measured.tsx';
import { shownStatus } from './shown-status.ts';
import { goTo, useAddress } from './address.ts';
import { LoadedPage } from './loaded-page.tsx';
import { usePast } from './moment.ts';
import { ADDRESS, kpiAddress } from './screens/addresses.ts';
import { openAtFirst, type TreeFilter, withDescendants } from './screens/portfolio-filter.ts';
import { PortfolioScreen } from './screens/portfolio-screen.tsx';
import { useHeldOrder } from './held-order.ts';
import { useLoad } from './use-load.ts';

/** Opened rows are kept for the session, across pages. */
let opened: ReadonlySet<string> | null = null;

export function PortfolioPage(): ReactNode {
  return (
    <LoadedPage loaded={useLoad('readPortfolio', { query: usePast() })} what="The portfolio">
      {(view) => <Portfolio view={view} />}
    </LoadedPage>
  );
}

function Portfolio({ view }: { readonly view: PortfolioView }): ReactNode {
  const { query } = useAddress();
  const held = useHeldOrder(view);
  const [open, setOpen] = useOpenRows(view, query.get('open'));
  return (
    <PortfolioScreen
      view={held.view}
      changes={held.changes}
      onShowChanges={held.show}
      filter={filterOf(query)}
      onFilter={(filter) => goTo(addressOf(filter), { replace: true })}
      open={open}
      onToggle={(id, isOpen) =>
        setOpen(isOpen ? new Set([...open, id]) : new Set([...open].filter((each) => each !== id)))
      }
      onOpenKpi={(kpi) => goTo(kpiAddress(kpi))}
    />
  );
}

function useOpenRows(
  view: PortfolioView,
  asked: string | null,
): readonly [ReadonlySet<string>, (open: ReadonlySet<string>) => void] {
  const lists = useLists();
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => opened ?? (lists ? new Set() : openAtFirst(view.rows)),
  );
  useEffect(() => {
    opened = open;
  }, [open]);
  useEffect(() => {
    if (asked !== null) setOpen((before) => new Set([...before, ...withDescendants(view.rows, asked)]));
    // Only when the link changes: later closing must not be undone by fresh data.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [asked]);
  return [open, setOpen];
}

function filterOf(query: URLSearchParams): TreeFilter {
  const status = query.get('status') ?? '';
  return {
    search: query.get('search') ?? '',
    function: query.get('function') ?? '',
    status: shownStatus(status),
  };
}

function addressOf(filter: TreeFilter): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''));
  return query.size > 0 ? `${ADDRESS.portfolio}?${query}` : ADDRESS.portfolio;
}
