import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { CostRow, PortfolioView } from '../../contract/portfolio-view.ts';
import { useLists } from '../../ui/measured.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RichSentence } from '../../ui/rich-sentence.tsx';
import { useRowStyles } from '../../ui/row-styles.ts';
import { SPACE } from '../../ui/spacing.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { StatusText } from '../../ui/status-text.tsx';
import { STATUS_WORDS } from '../../ui/status-words.ts';
import { useContrast } from '../../ui/surface.tsx';
import { useTextStyles } from '../../ui/text-styles.ts';
import { kpiHref } from './addresses.ts';
import { KpiLink } from './kpi-link.tsx';

const useStyles = makeStyles({
  name: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    columnGap: SPACE.s,
    alignItems: 'start',
  },
  mark: { paddingTop: '2px' },
  price: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  columnName: { width: '30%' },
  columnPrice: { width: '11%' },
  columnHappens: { width: '23%' },
  columnHurts: { width: '17%' },
  foot: {
    padding: `${SPACE.m} ${SPACE.xxl}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  footNarrow: { padding: SPACE.l },
  noFoot: { borderTopStyle: 'none' },
  gap: { paddingLeft: SPACE.l },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    rowGap: '2px',
    padding: SPACE.l,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    ':first-child': { borderTopStyle: 'none' },
  },
  itemHead: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'baseline',
    marginBottom: SPACE.xs,
  },
});

/** What is about to cost money, what happens, whom it hurts, who decides. SCREENS.md 02. */
export function CostPanel({ view }: { readonly view: PortfolioView }): ReactNode {
  const lists = useLists();
  if (view.costs.length === 0 && view.costless.length === 0) return null;
  return (
    <Panel flush>
      {view.costs.length === 0 ? null : lists ? (
        <CostList rows={view.costs} />
      ) : (
        <CostTable rows={view.costs} />
      )}
      <Costless view={view} />
    </Panel>
  );
}

function Costless({ view }: { readonly view: PortfolioView }): ReactNode {
  const classes = useStyles();
  const narrow = useLists();
  if (view.costless.length === 0) return null;
  return (
    <p
      style={{ margin: 0 }}
      className={mergeClasses(
        classes.foot,
        narrow && classes.footNarrow,
        view.costs.length === 0 && classes.noFoot,
      )}
    >
      <RichSentence parts={view.costless} kpiHref={kpiHref} />
    </p>
  );
}

function CostTable({ rows }: { readonly rows: readonly CostRow[] }): ReactNode {
  const classes = useStyles();
  const row = useRowStyles();
  return (
    <table className={row.table}>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(row.head, row.first, classes.columnName)}>
            About to cost money
          </th>
          <th scope="col" className={mergeClasses(row.head, row.number, classes.columnPrice)}>
            Two more weeks
          </th>
          <th scope="col" className={mergeClasses(row.head, classes.gap, classes.columnHappens)}>
            What happens
          </th>
          <th scope="col" className={mergeClasses(row.head, classes.columnHurts)}>
            Whom it hurts
          </th>
          <th scope="col" className={mergeClasses(row.head, row.last)}>
            Who decides
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((cost) => (
          <CostTableRow key={cost.kpi} cost={cost} />
        ))}
      </tbody>
    </table>
  );
}

function CostTableRow({ cost }: { readonly cost: CostRow }): ReactNode {
  const classes = useStyles();
  const row = useRowStyles();
  const text = useTextStyles();
  const cell = mergeClasses(row.cell, useContrast() && row.contrast);
  return (
    <tr>
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- the text lies deeper than the rule looks */}
      <th scope="row" className={mergeClasses(cell, row.first)}>
        <div className={classes.name}>
          <span className={classes.mark}>
            <StatusMark status={cost.status.status} />
          </span>
          <div>
            <p className={text.strong}>
              <KpiLink kpi={cost.kpi} name={cost.name} />
            </p>
            <p className={text.caption}>{cost.caption}</p>
          </div>
        </div>
      </th>
      <td className={mergeClasses(cell, row.number, classes.price)}>{cost.price.short}</td>
      <td className={mergeClasses(cell, classes.gap)}>{cost.happens}</td>
      <td className={cell}>
        {cost.hurts.map((person) => (
          <p key={person.id} className={text.body}>
            {person.name}
          </p>
        ))}
      </td>
      <td className={mergeClasses(cell, row.last)}>
        <p className={text.body}>{cost.decides?.name ?? '–'}</p>
        <p className={text.caption}>{cost.when}</p>
      </td>
    </tr>
  );
}

function CostList({ rows }: { readonly rows: readonly CostRow[] }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  return (
    <ul className={classes.list} aria-label="About to cost money, two more weeks">
      {rows.map((cost) => (
        <li
          key={cost.kpi}
          className={classes.item}
          aria-label={`${cost.name}, ${STATUS_WORDS[cost.status.status]}`}
        >
          <div className={classes.itemHead}>
            <StatusText status={cost.status.status} />
            <span className={classes.price}>{cost.price.short}</span>
          </div>
          <p className={text.strong}>
            <KpiLink kpi={cost.kpi} name={cost.name} />
          </p>
          <p className={text.body}>{cost.happens}</p>
          <p className={text.caption}>Hurts {cost.hurts.map(({ name }) => name).join(', ')}</p>
          <p className={text.caption}>
            Decides: {cost.decides?.name ?? 'nobody yet'}, {cost.when}
          </p>
        </li>
      ))}
    </ul>
  );
}
