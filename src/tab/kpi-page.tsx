import { type ReactNode, useMemo, useState } from 'react';
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

/** The API's own price for its own days; every other delay is priced here, from the loaded network. */
function useDelayPrice(served: PriceView, network: PricingView | null, days: number): PriceView {
  const { reader } = useFormat();
  return useMemo(() => {
    if (days === served.days || network === null) return served;
    return localPrice(network, served.kpi, days)(reader);
  }, [served, network, days, reader]);
}
