import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useFormat } from '../../ui/reader.tsx';
import { SPACE } from '../../ui/spacing.ts';
import { StatusText } from '../../ui/status-text.tsx';
import { leftGreen } from '../../ui/status-words.ts';
import { useTextStyles } from '../../ui/text-styles.ts';
import { KpiLink } from './kpi-link.tsx';
import { floatWords, NextMeeting, slipWords } from './objective-cells.tsx';
import type { PlacedRow } from './portfolio-filter.ts';
import type { TreeActions } from './tree-keys.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    rowGap: '2px',
    padding: SPACE.l,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    ':first-child': { borderTopStyle: 'none' },
  },
  head: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: SPACE.s },
  due: { display: 'flex', alignItems: 'center', columnGap: SPACE.xs },
});

/** The same tree in one column. */
export function ObjectiveList(props: TreeActions & { readonly rows: readonly PlacedRow[] }): ReactNode {
  const classes = useStyles();
  return (
    <ul className={classes.list} aria-label="Objectives and KPIs">
      {props.rows.map((placed) => (
        <Item key={placed.row.id} placed={placed} onToggle={props.onToggle} />
      ))}
    </ul>
  );
}

function Item({
  placed,
  onToggle,
}: Pick<TreeActions, 'onToggle'> & { readonly placed: PlacedRow }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  const format = useFormat();
  const { row, level, isOpen, hasChildren } = placed;
  return (
    <li className={classes.item} style={{ paddingLeft: 16 + (level - 1) * 16 }}>
      <div className={classes.head}>
        <StatusText status={row.status.status} />
        <span className={mergeClasses(text.body, classes.due)}>
          due {format.day(row.due)}
          {hasChildren ? (
            <Button
              appearance="transparent"
              size="small"
              icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
              aria-expanded={isOpen}
              aria-label={`What is below ${row.name}`}
              onClick={() => onToggle(row.id, !isOpen)}
            />
          ) : null}
        </span>
      </div>
      <p className={text.strong}>
        {row.kind === 'kpi' ? <KpiLink kpi={row.id} name={row.name} /> : row.name}
      </p>
      {leftGreen(row.status.status) ? <Facts placed={placed} /> : null}
      <NextMeeting placed={placed} />
    </li>
  );
}

function Facts({ placed }: { readonly placed: PlacedRow }): ReactNode {
  const text = useTextStyles();
  const format = useFormat();
  const { row } = placed;
  const measured = row.status.float !== null;
  return (
    <>
      <p className={text.body}>
        {row.decidedBy ? `Decided by ${row.decidedBy.name}` : row.caption}
        {measured ? `; slip ${slipWords(row, format)}, float ${floatWords(row, format)}` : ''}
      </p>
      <p className={text.body}>Two weeks cost {row.price.short}</p>
    </>
  );
}
