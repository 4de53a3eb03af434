import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { KpiView } from '../../contract/kpi-view.ts';
import type { PriceView } from '../../contract/price-view.ts';
import { HistoryList } from '../../ui/history-list.tsx';
import { useWidth } from '../../ui/measured.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PricePanel } from '../../ui/price-panel.tsx';
import { SPACE, WIDTH } from '../../ui/spacing.ts';
import { useTextStyles } from '../../ui/text-styles.ts';
import { DependencyPanel } from './kpi-dependencies.tsx';
import { KpiHead } from './kpi-head.tsx';
import { ReadingPanel } from './kpi-readings.tsx';
import { WhyPanel } from './kpi-why.tsx';
import { Page } from './page.tsx';

const useStyles = makeStyles({
  middle: { display: 'grid', gap: SPACE.xxl, gridTemplateColumns: 'minmax(0, 1fr)' },
  columns: { gridTemplateColumns: 'minmax(0, 1fr) minmax(300px, 26%)' },
  side: { display: 'grid', gap: SPACE.xxl, alignContent: 'start' },
});

export interface KpiScreenProps {
  readonly view: KpiView;
  readonly price: PriceView;
  /** Cost in minor units for 0 to 42 days; empty where there is no price. */
  readonly costs: readonly number[];
  readonly onDays: (days: number) => void;
  /** False on a past day and without a connection. */
  readonly mayAct: boolean;
  readonly onCopyLink: (() => void) | null;
}

/** One KPI: what a delay costs, why it stands where it stands, what waits. SCREENS.md 03. */
export function KpiScreen(props: KpiScreenProps): ReactNode {
  const classes = useStyles();
  const width = useWidth();
  const { view } = props;
  const columns = width >= WIDTH.network;
  return (
    <Page>
      <KpiHead view={view} mayAct={props.mayAct} onCopyLink={props.onCopyLink} />
      <PricePanel price={props.price} costs={props.costs} onDays={props.onDays} />
      {columns ? (
        <div className={mergeClasses(classes.middle, classes.columns)}>
          <ReadingPanel view={view} />
          <div className={classes.side}>
            <WhyPanel view={view} />
            <DependencyPanel view={view} />
          </div>
        </div>
      ) : (
        <div className={classes.middle}>
          <WhyPanel view={view} />
          <ReadingPanel view={view} />
          <DependencyPanel view={view} />
        </div>
      )}
      <History view={view} />
    </Page>
  );
}

function History({ view }: { readonly view: KpiView }): ReactNode {
  const text = useTextStyles();
  const note = <span className={text.caption}>Nothing here can be edited. A correction is a new line.</span>;
  return (
    <Panel title="History" aside={note}>
      <HistoryList entries={view.history} />
    </Panel>
  );
}
