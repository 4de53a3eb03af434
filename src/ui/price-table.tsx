import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { MoveView } from '../contract/price-view.ts';
import { useOneColumn } from './measured.tsx';
import { useFormat } from './reader.tsx';
import { useRowStyles } from './row-styles.ts';
import { SPACE } from './spacing.ts';
import { useTextStyles } from './text-styles.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    justifyContent: 'space-between',
    columnGap: SPACE.m,
    padding: '10px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  columnName: { width: '38%' },
  columnOwner: { width: '24%' },
});

/** What moves: every later KPI and objective with its new date, whom it hits and what it loses. */
export function PriceTable(props: { readonly moves: readonly MoveView[] }): ReactNode {
  const narrow = useOneColumn();
  if (props.moves.length === 0) return null;
  return narrow ? <MoveList moves={props.moves} /> : <MoveTable moves={props.moves} />;
}

function MoveTable({ moves }: { readonly moves: readonly MoveView[] }): ReactNode {
  const rows = useRowStyles();
  const classes = useStyles();
  const head = mergeClasses(rows.head, rows.flushLeft);
  const number = mergeClasses(rows.head, rows.number);
  return (
    <table className={rows.table}>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(head, classes.columnName)}>
            What moves
          </th>
          <th scope="col" className={mergeClasses(head, classes.columnOwner)}>
            Owner hit
          </th>
          <th scope="col" className={number}>
            From
          </th>
          <th scope="col" className={number}>
            To
          </th>
          <th scope="col" className={mergeClasses(number, rows.flushRight)}>
            Cost
          </th>
        </tr>
      </thead>
      <tbody>
        {moves.map((move) => (
          <MoveRow key={move.id} move={move} />
        ))}
      </tbody>
    </table>
  );
}

function MoveRow({ move }: { readonly move: MoveView }): ReactNode {
  const rows = useRowStyles();
  const format = useFormat();
  const number = mergeClasses(rows.cell, rows.number);
  return (
    <tr>
      <th scope="row" className={mergeClasses(rows.cell, rows.flushLeft)}>
        {move.name}
      </th>
      <td className={mergeClasses(rows.cell, rows.flushLeft)}>{move.owner.name}</td>
      <td className={number}>{format.day(move.from)}</td>
      <td className={number}>{format.day(move.to)}</td>
      <td className={mergeClasses(number, rows.flushRight, move.cost !== null && rows.strong)}>
        {move.cost === null ? '–' : format.money(move.cost)}
      </td>
    </tr>
  );
}

function MoveList({ moves }: { readonly moves: readonly MoveView[] }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  const format = useFormat();
  return (
    <ul className={classes.list}>
      {moves.map((move) => (
        <li key={move.id} className={classes.item}>
          <div>
            <p className={text.body}>{move.name}</p>
            <p className={text.caption}>
              {move.owner.name} · {format.day(move.from)} to {format.day(move.to)}
            </p>
          </div>
          {move.cost === null ? null : <span className={text.strong}>{format.money(move.cost)}</span>}
        </li>
      ))}
    </ul>
  );
}
