import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { MatrixEntry } from '../../contract/portfolio-view.ts';
import { useOneColumn } from '../../ui/measured.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useRowStyles } from '../../ui/row-styles.ts';
import { SPACE } from '../../ui/spacing.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { STATUS_WORDS } from '../../ui/status-words.ts';
import { useTextStyles } from '../../ui/text-styles.ts';
import { KpiLink } from './kpi-link.tsx';

const RISKS = [
  { risk: 'severe', name: 'Severe', span: '15–25' },
  { risk: 'high', name: 'High', span: '10–14' },
  { risk: 'medium', name: 'Medium', span: '5–9' },
  { risk: 'low', name: 'Low', span: '1–4' },
] as const;

const REACHES = [
  { reach: 'none', name: 'Inside one function', short: 'inside one function' },
  { reach: 'one', name: 'One other function', short: 'one other function' },
  { reach: 'two-or-more', name: 'Two or more functions', short: 'two or more functions' },
] as const;

const useStyles = makeStyles({
  risk: { width: '8.6%' },
  ruled: {
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingLeft: SPACE.l,
    paddingRight: SPACE.l,
  },
  row: { borderTopColor: tokens.colorNeutralStroke2 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: SPACE.s },
  entry: {
    display: 'grid',
    gridTemplateColumns: '14px minmax(0, 1fr) auto',
    columnGap: SPACE.s,
    alignItems: 'start',
  },
  mark: { paddingTop: '3px', lineHeight: '14px' },
  group: {
    padding: SPACE.l,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    ':first-child': { borderTopStyle: 'none' },
  },
  groupHead: { marginBottom: SPACE.s },
});

interface MatrixProps {
  readonly entries: readonly MatrixEntry[];
}

/** Risk by reach across functions; position carries the risk, no heat colours. SCREENS.md 02. */
export function RiskMatrix({ entries }: MatrixProps): ReactNode {
  const narrow = useOneColumn();
  return <Panel flush>{narrow ? <MatrixList entries={entries} /> : <MatrixTable entries={entries} />}</Panel>;
}

function MatrixTable({ entries }: MatrixProps): ReactNode {
  const classes = useStyles();
  const rows = useRowStyles();
  const text = useTextStyles();
  return (
    <table className={rows.table} aria-label="Risk and reach across functions">
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(rows.head, rows.first, classes.risk)}>
            Risk
          </th>
          {REACHES.map(({ reach, name }) => (
            <th key={reach} scope="col" className={mergeClasses(rows.head, classes.ruled)}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {RISKS.map(({ risk, name, span }) => (
          <tr key={risk}>
            <th scope="row" className={mergeClasses(rows.cell, rows.first, classes.row)}>
              <p className={text.strong}>{name}</p>
              <p className={text.caption}>{span}</p>
            </th>
            {REACHES.map(({ reach }) => (
              <td key={reach} className={mergeClasses(rows.cell, classes.ruled, classes.row)}>
                <Entries entries={within(entries, risk, reach)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function within(
  entries: readonly MatrixEntry[],
  risk: MatrixEntry['risk'],
  reach: MatrixEntry['reach'],
): readonly MatrixEntry[] {
  return entries.filter((entry) => entry.risk === risk && entry.reach === reach);
}

function Entries({ entries }: MatrixProps): ReactNode {
  const classes = useStyles();
  if (entries.length === 0) return null;
  return (
    <ul className={classes.list}>
      {entries.map((entry) => (
        <Entry key={entry.initiative} entry={entry} />
      ))}
    </ul>
  );
}

function Entry({ entry }: { readonly entry: MatrixEntry }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  const priced = entry.price.cost !== null && entry.price.cost > 0;
  return (
    <li className={classes.entry}>
      <span className={classes.mark}>
        <StatusMark status={entry.status} size={14} />
      </span>
      <span className={entry.leftGreen ? text.strong : text.body}>
        <span className={text.hidden}>{STATUS_WORDS[entry.status]}: </span>
        {entry.kpi === null ? entry.name : <KpiLink kpi={entry.kpi} name={entry.name} />}
      </span>
      {priced ? (
        <span className={mergeClasses(text.body, !entry.leftGreen && text.secondary)}>
          {entry.price.short}
        </span>
      ) : null}
    </li>
  );
}

function MatrixList({ entries }: MatrixProps): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  const groups = RISKS.flatMap(({ risk, name }) =>
    REACHES.toReversed().map(({ reach, short }) => ({
      title: `${name} risk · ${short}`,
      entries: within(entries, risk, reach),
    })),
  );
  return groups
    .filter((group) => group.entries.length > 0)
    .map((group) => (
      <div key={group.title} className={classes.group}>
        <h3 className={mergeClasses(text.caption, classes.groupHead)}>{group.title}</h3>
        <Entries entries={group.entries} />
      </div>
    ));
}
