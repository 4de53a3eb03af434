import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { TreeRow } from '../../contract/portfolio-view.ts';
import { listing } from '../../domain/words/format.ts';
import { useWidth } from '../../ui/measured.tsx';
import { Message } from '../../ui/message.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useFormat } from '../../ui/reader.tsx';
import { SPACE, WIDTH } from '../../ui/spacing.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { leftGreen, STATUS_WORDS } from '../../ui/status-words.ts';
import { useTextStyles } from '../../ui/text-styles.ts';
import type { DependencyNetwork, Lane } from './dependency-network.ts';
import { KpiLink } from './kpi-link.tsx';
import { Page } from './page.tsx';

const useStyles = makeStyles({
  body: { display: 'grid', gap: SPACE.xxl, gridTemplateColumns: 'minmax(0, 1fr)' },
  columns: { gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)' },
  stack: { display: 'grid', gap: SPACE.xxl, alignContent: 'start', gridTemplateColumns: 'minmax(0, 1fr)' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr) auto',
    columnGap: SPACE.s,
    padding: '10px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    ':first-child': { borderTopStyle: 'none' },
  },
  ordered: { gridTemplateColumns: '20px 16px minmax(0, 1fr) auto' },
  mark: { paddingTop: '2px' },
});

/** What precedes what, in words; the drawing is not built yet. SCREENS.md 04, under 900 px. */
export function DependenciesScreen({ network }: { readonly network: DependencyNetwork }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  const columns = useWidth() >= WIDTH.network;
  if (network.objectives.length === 0) {
    return (
      <Page>
        <Message title="No dependencies yet">
          When one KPI must finish before another can start, both stand here with the days they have left.
        </Message>
      </Page>
    );
  }
  return (
    <Page>
      <h1 className={text.title}>What must finish before what</h1>
      <div className={mergeClasses(classes.body, columns && classes.columns)}>
        <div className={classes.stack}>
          {network.objectives.map((lane) => (
            <ObjectiveLane key={lane.objective.id} lane={lane} />
          ))}
        </div>
        <div className={classes.stack}>
          <Bottlenecks network={network} />
        </div>
      </div>
    </Page>
  );
}

function ObjectiveLane({ lane }: { readonly lane: Lane }): ReactNode {
  const text = useTextStyles();
  return (
    <Panel title={lane.objective.name}>
      <Kpis rows={lane.before} label={`First, for ${lane.objective.name}`} />
      {lane.next.length === 0 ? null : <h3 className={text.caption}>Then</h3>}
      <Kpis rows={lane.next} label={`Then, for ${lane.objective.name}`} />
    </Panel>
  );
}

function Kpis({ rows, label }: { readonly rows: readonly TreeRow[]; readonly label: string }): ReactNode {
  const classes = useStyles();
  const format = useFormat();
  if (rows.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={label}>
      {rows.map((row) => (
        <li key={row.id} className={classes.item}>
          <Kpi
            row={row}
            caption={`${row.functions.join(', ')}, ${floatOf(row)}, to ${format.day(row.due)}`}
          />
        </li>
      ))}
    </ul>
  );
}

function floatOf({ status }: TreeRow): string {
  const float = Math.round(status.float ?? 0);
  return float <= 0 ? 'no float' : `float ${float}`;
}

function Kpi({ row, caption }: { readonly row: TreeRow; readonly caption: string }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  const name = leftGreen(row.status.status) ? text.strong : text.body;
  return (
    <>
      <span className={classes.mark}>
        <StatusMark status={row.status.status} />
      </span>
      <div>
        <p className={name}>
          <span className={text.hidden}>{STATUS_WORDS[row.status.status]}: </span>
          <KpiLink kpi={row.id} name={row.name} />
        </p>
        <p className={text.caption}>{caption}</p>
      </div>
      <span className={name}>{row.price.short}</span>
    </>
  );
}

function Bottlenecks({ network }: { readonly network: DependencyNetwork }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  return (
    <Panel title="Bottlenecks">
      <p className={text.caption}>By what two more weeks cost. Amounts overlap: they do not add up.</p>
      <ol className={classes.list}>
        {network.bottlenecks.map((row, index) => (
          <li key={row.id} className={mergeClasses(classes.item, classes.ordered)}>
            <span className={mergeClasses(text.body, text.secondary)}>{index + 1}</span>
            <Kpi row={row} caption={captionOf(row)} />
          </li>
        ))}
      </ol>
      {network.carriers.map(({ person, kpis }) => (
        <p key={person} className={text.caption}>
          {person} carries {listing(kpis)}.
        </p>
      ))}
    </Panel>
  );
}

function captionOf(row: TreeRow): string {
  const slip = Math.round(row.status.slip);
  return `${row.owner.name}, ${floatOf(row)}${slip > 0 ? `, slip ${slip}` : ''}`;
}
