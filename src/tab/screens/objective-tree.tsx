import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { type ReactNode, useState } from 'react';
import { useFormat } from '../../ui/reader.tsx';
import { useRowStyles } from '../../ui/row-styles.ts';
import { StatusText } from '../../ui/status-text.tsx';
import { leftGreen, STATUS_WORDS } from '../../ui/status-words.ts';
import { useContrast } from '../../ui/surface.tsx';
import { useTextStyles } from '../../ui/text-styles.ts';
import { KpiLink } from './kpi-link.tsx';
import { NextMeeting, slipWords, floatWords } from './objective-cells.tsx';
import type { PlacedRow } from './portfolio-filter.ts';
import { type TreeActions, treeKeys } from './tree-keys.ts';

const INDENT = 24;

const useStyles = makeStyles({
  row: {
    cursor: 'default',
    outlineStyle: 'none',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  rowContrast: { ':hover': { backgroundColor: 'transparent' } },
  name: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: '4px' },
  chevron: { display: 'flex', paddingTop: '2px', cursor: 'pointer', color: tokens.colorNeutralForeground2 },
  tree: { paddingLeft: '20px' },
  wName: { width: '30%' },
  wStatus: { width: '10%' },
  wDecided: { width: '18.5%' },
  wDays: { width: '6.5%' },
  wCost: { width: '9%' },
  wDue: { width: '6%' },
});

export interface TreeProps extends TreeActions {
  readonly rows: readonly PlacedRow[];
}

/** Objectives and KPIs as a treegrid: up and down, right opens, left closes, Enter opens the page. SCREENS.md 6. */
export function ObjectiveTree(props: TreeProps): ReactNode {
  const rows = useRowStyles();
  const [current, setCurrent] = useState<string | null>(null);
  const stop = props.rows.some(({ row }) => row.id === current) ? current : props.rows[0]?.row.id;
  return (
    <table
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a treegrid is a table with keys
      role="treegrid"
      aria-label="Objectives and KPIs"
      className={rows.table}
      onKeyDown={(event) => treeKeys(event, props.rows, props)}
    >
      <TreeHead />
      <tbody>
        {props.rows.map((placed) => (
          <TreeLine
            key={placed.row.id}
            placed={placed}
            onToggle={props.onToggle}
            tabIndex={placed.row.id === stop ? 0 : -1}
            onFocus={() => setCurrent(placed.row.id)}
          />
        ))}
      </tbody>
    </table>
  );
}

function TreeHead(): ReactNode {
  const classes = useStyles();
  const rows = useRowStyles();
  const number = mergeClasses(rows.head, rows.number);
  return (
    <thead>
      <tr>
        <th scope="col" className={mergeClasses(rows.head, rows.first, classes.wName)}>
          Objective, KPI
        </th>
        <th scope="col" className={mergeClasses(rows.head, classes.wStatus)}>
          Status
        </th>
        <th scope="col" className={mergeClasses(rows.head, classes.wDecided)}>
          Decided by
        </th>
        <th scope="col" className={mergeClasses(number, classes.wDays)}>
          Slip, days
        </th>
        <th scope="col" className={mergeClasses(number, classes.wDays)}>
          Float, days
        </th>
        <th scope="col" className={mergeClasses(number, classes.wCost)}>
          Two weeks cost
        </th>
        <th scope="col" className={mergeClasses(number, classes.wDue)}>
          Due
        </th>
        <th scope="col" className={mergeClasses(rows.head, rows.last)}>
          Next meeting
        </th>
      </tr>
    </thead>
  );
}

interface LineProps {
  readonly placed: PlacedRow;
  readonly tabIndex: 0 | -1;
  readonly onFocus: () => void;
  readonly onToggle: (id: string, open: boolean) => void;
}

function TreeLine({ placed, tabIndex, onFocus, onToggle }: LineProps): ReactNode {
  const classes = useStyles();
  const contrast = useContrast();
  const { row } = placed;
  return (
    <tr
      id={`row-${row.id}`}
      aria-level={placed.level}
      aria-posinset={placed.position}
      aria-setsize={placed.siblings}
      {...(placed.hasChildren ? { 'aria-expanded': placed.isOpen } : {})}
      aria-label={`${row.name}, ${STATUS_WORDS[row.status.status]}, two weeks cost ${row.price.short}`}
      tabIndex={tabIndex}
      onFocus={onFocus}
      className={mergeClasses(classes.row, contrast && classes.rowContrast)}
    >
      <NameCell placed={placed} onToggle={onToggle} />
      <FactCells placed={placed} />
    </tr>
  );
}

function NameCell({ placed, onToggle }: Pick<LineProps, 'placed' | 'onToggle'>): ReactNode {
  const classes = useStyles();
  const rows = useRowStyles();
  const text = useTextStyles();
  const contrast = useContrast();
  const { row, level, isOpen, hasChildren } = placed;
  const Chevron = isOpen ? ChevronDownRegular : ChevronRightRegular;
  return (
    // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- the text lies deeper than the rule looks
    <td className={mergeClasses(rows.cell, contrast && rows.contrast, classes.tree)}>
      <div className={classes.name} style={{ paddingLeft: (level - 1) * INDENT }}>
        <span
          className={classes.chevron}
          aria-hidden="true"
          onClick={() => hasChildren && onToggle(row.id, !isOpen)}
        >
          {hasChildren ? <Chevron fontSize={16} /> : null}
        </span>
        <div>
          <p className={level === 1 ? text.strong : text.body}>
            {row.kind === 'kpi' ? <KpiLink kpi={row.id} name={row.name} tabIndex={-1} /> : row.name}
          </p>
          <p className={text.caption}>{row.caption}</p>
        </div>
      </div>
    </td>
  );
}

function FactCells({ placed }: { readonly placed: PlacedRow }): ReactNode {
  const rows = useRowStyles();
  const format = useFormat();
  const contrast = useContrast();
  const { row } = placed;
  const cell = mergeClasses(rows.cell, contrast && rows.contrast);
  const number = mergeClasses(cell, rows.number);
  const dear = leftGreen(row.status.status) && row.price.cost !== null && row.price.cost > 0;
  return (
    <>
      <td className={cell}>
        <StatusText status={row.status.status} />
      </td>
      <td className={cell}>
        {row.decidedBy ? (
          <KpiLink kpi={row.decidedBy.id} name={row.decidedBy.name} tabIndex={-1} />
        ) : row.kind === 'objective' ? (
          '–'
        ) : null}
      </td>
      <td className={number}>{slipWords(row, format)}</td>
      <td className={number}>{floatWords(row, format)}</td>
      <td className={mergeClasses(number, dear ? rows.strong : rows.quiet)}>{row.price.short}</td>
      <td className={number}>{format.day(row.due)}</td>
      <td className={mergeClasses(cell, rows.last)}>
        <NextMeeting placed={placed} />
      </td>
    </>
  );
}
