import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { KpiView } from '../contract/kpi-view.ts';
import type { PriceView } from '../contract/price-view.ts';
import type { PricingView } from '../contract/tenant-view.ts';
import { localCosts, localPrice } from '../ui/local-price.ts';
import { MOST_DAYS } from '../ui/price-slider.tsx';
import { useFormat } from '../ui/reader.tsx';
import { useHost } from './host-context.ts';
import { LoadedPage } from './loaded-page.tsx';
import { useMoment, usePast } from './moment.ts';
import { KpiScreen } from './screens/kpi-screen.tsx';
import { useLoad } from './use-load.ts';

const TWO_WEEKS = 14;
const REST_MS = 300;

export function KpiPage({ kpi }: { readonly kpi: string }): ReactNode {
  return (
    <LoadedPage loaded={useLoad('readKpi', { params: { kpi }, query: usePast() })} what="The KPI" chart>
      {(view, online) => <Kpi key={kpi} view={view} online={online} />}
    </LoadedPage>
  );
}

function Kpi({ view, online }: { readonly view: KpiView; readonly online: boolean }): ReactNode {
  const host = useHost();
  const now = useMoment() === null;
  const [days, setDays] = useState(TWO_WEEKS);
  const pricing = useLoad('readPricing', { query: usePast() });
  const network = pricing.state.kind === 'full' ? pricing.state.value : null;
  const { kpi } = view;
  return (
    <KpiScreen
      view={view}
      price={useDelayPrice(view.price, network, days)}
      costs={useMemo(() => (network ? localCosts(network, kpi.id, MOST_DAYS) : []), [network, kpi.id])}
      onDays={setDays}
      mayAct={online && now}
      onCopyLink={() => void host.share(`kpi/${kpi.id}`, kpi.name)}
    />
  );
}

/**
 * The API's own price for its own days; every other delay is priced here at once, from the loaded network. The range
 * is the API's work: it comes when the slider has rested.
 */
function useDelayPrice(served: PriceView, network: PricingView | null, days: number): PriceView {
  const { reader } = useFormat();
  const rested = useRested(days);
  const asked = useLoad(
    'readPrice',
    { params: { kpi: served.kpi }, query: { days: String(rested), ...usePast() } },
    rested !== served.days,
  );
  const answer = asked.state.kind === 'full' ? asked.state.value : null;
  return useMemo(() => {
    if (days === served.days || network === null) return served;
    const range = answer?.days === days ? answer.range : null;
    return { ...localPrice(network, served.kpi, days)(reader), range };
  }, [served, network, days, reader, answer]);
}

/** The value once it has not changed for a moment. */
function useRested(value: number): number {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
