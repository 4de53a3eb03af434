import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { PortfolioView } from '../../contract/portfolio-view.ts';
import { useLists } from '../../ui/measured.tsx';
import { Message } from '../../ui/message.tsx';
import { Panel } from '../../ui/panel.tsx';
import { HeroSentence } from '../../ui/price-sentence.tsx';
import { SPACE } from '../../ui/spacing.ts';
import { useTextStyles } from '../../ui/text-styles.ts';
import { kpiHref } from './addresses.ts';
import { CostPanel } from './cost-table.tsx';
import { ObjectiveList } from './objective-list.tsx';
import { ObjectiveTree } from './objective-tree.tsx';
import { Page } from './page.tsx';
import { isFiltered, NO_FILTER, placeRows, type TreeFilter } from './portfolio-filter.ts';
import { PortfolioFilters } from './portfolio-filters.tsx';
import { RiskMatrix } from './risk-matrix.tsx';
import { SetUpNotice } from './set-up-notice.tsx';
import type { TreeActions } from './tree-keys.ts';

const useStyles = makeStyles({
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: SPACE.m, marginTop: SPACE.s },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: SPACE.m,
  },
});

export interface PortfolioScreenProps extends TreeActions {
  readonly view: PortfolioView;
  readonly filter: TreeFilter;
  readonly onFilter: (filter: TreeFilter) => void;
  readonly open: ReadonlySet<string>;
  /** More than zero: the order would change; nothing moves until the reader asks. */
  readonly changes?: number;
  readonly onShowChanges?: () => void;
}

/** The ten-second answer, the objective tree, the risk matrix. SCREENS.md 02. */
export function PortfolioScreen(props: PortfolioScreenProps): ReactNode {
  if (props.view.rows.length === 0) return <NoObjectives />;
  return (
    <Page>
      <HeroSentence as="h1" parts={props.view.sentence} kpiHref={kpiHref} />
      <Changes {...props} />
      <CostPanel view={props.view} />
      <SetUpNotice findings={props.view.findings} />
      <Objectives {...props} />
      <Matrix view={props.view} />
    </Page>
  );
}

function NoObjectives(): ReactNode {
  return (
    <Page>
      <Message title="No objectives yet">
        Start with one objective and its due date, or let a manager adopt the sheet they already have in
        Excel.
      </Message>
    </Page>
  );
}

function Changes({ changes = 0, onShowChanges }: PortfolioScreenProps): ReactNode {
  if (changes === 0 || !onShowChanges) return null;
  return (
    <div>
      <Button size="small" onClick={onShowChanges}>
        {changes === 1 ? '1 change' : `${changes} changes`}, show
      </Button>
    </div>
  );
}

function Objectives(props: PortfolioScreenProps): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  const lists = useLists();
  const rows = placeRows(props.view.rows, props.filter, props.open);
  const Rows = lists ? ObjectiveList : ObjectiveTree;
  return (
    <section className={classes.section} aria-labelledby="objectives-title">
      <div className={classes.head}>
        <h2 id="objectives-title" className={text.section}>
          Objectives
        </h2>
        <PortfolioFilters filter={props.filter} functions={props.view.functions} onFilter={props.onFilter} />
      </div>
      {rows.length === 0 ? (
        <NothingFound {...props} />
      ) : (
        <Panel flush>
          <Rows rows={rows} onToggle={props.onToggle} onOpenKpi={props.onOpenKpi} />
        </Panel>
      )}
    </section>
  );
}

function NothingFound({ filter, onFilter }: PortfolioScreenProps): ReactNode {
  const text = useTextStyles();
  if (!isFiltered(filter)) return null;
  return (
    <Panel>
      <p className={text.body}>No objective, KPI or person matches.</p>
      <Button size="small" onClick={() => onFilter(NO_FILTER)}>
        Show all
      </Button>
    </Panel>
  );
}

function Matrix({ view }: { readonly view: PortfolioView }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  if (view.matrix.length === 0) return null;
  return (
    <section className={classes.section} aria-labelledby="matrix-title">
      <div className={classes.head}>
        <h2 id="matrix-title" className={text.section}>
          Risk and reach across functions
        </h2>
        <span className={mergeClasses(text.caption)}>
          Bold: has left Green. Amount: two more weeks on its dearest KPI.
        </span>
      </div>
      <RiskMatrix entries={view.matrix} />
    </section>
  );
}
