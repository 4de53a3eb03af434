import { type ReactNode, useState } from 'react';
import { CandourScreen } from './screens/candour-screen.tsx';
import { DependenciesScreen } from './screens/dependencies-screen.tsx';
import { dependencyNetwork } from './screens/dependency-network.ts';
import { type Proof, LedgerScreen } from './screens/ledger-screen.tsx';
import { RecalibrationsScreen } from './screens/recalibrations-screen.tsx';
import { LoadedPage } from './loaded-page.tsx';
import { usePast } from './moment.ts';
import { useClient, useLoad } from './use-load.ts';

export function RecalibrationsPage(): ReactNode {
  return (
    <LoadedPage
      loaded={useLoad('readRecalibrations', { query: usePast() })}
      what="The list of recalibrations"
    >
      {(view) => <RecalibrationsScreen view={view} />}
    </LoadedPage>
  );
}

export function DependenciesPage(): ReactNode {
  const query = usePast();
  const portfolio = useLoad('readPortfolio', { query });
  const pricing = useLoad('readPricing', { query });
  return (
    <LoadedPage loaded={portfolio} what="The network">
      {(rows) => (
        <LoadedPage loaded={pricing} what="The network">
          {(network) => <DependenciesScreen network={dependencyNetwork(rows, network)} />}
        </LoadedPage>
      )}
    </LoadedPage>
  );
}

export function CandourPage(): ReactNode {
  return (
    <LoadedPage loaded={useLoad('readCandour', { query: usePast() })} what="Candour">
      {(view) => <CandourScreen view={view} />}
    </LoadedPage>
  );
}

export function LedgerPage(): ReactNode {
  const [before, setBefore] = useState<number | undefined>();
  const client = useClient();
  const [proof, setProof] = useState<Proof>(null);
  const verify = async (): Promise<void> => {
    setProof('running');
    const result = await client('verifyLedger', {});
    setProof(result.ok ? result.value : 'failed');
  };
  return (
    <LoadedPage
      loaded={useLoad('readLedger', { query: before === undefined ? {} : { before } })}
      what="The ledger"
    >
      {(view) => (
        <LedgerScreen
          view={view}
          proof={proof}
          onVerify={() => void verify()}
          onOlder={view.next === null ? null : () => setBefore(view.next ?? undefined)}
        />
      )}
    </LoadedPage>
  );
}
