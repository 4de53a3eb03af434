import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { SPACE } from '../ui/spacing.ts';
import { useTextStyles } from '../ui/text-styles.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: { borderTop: `1px solid ${tokens.colorNeutralStroke3}`, padding: `${SPACE.m} 0` },
  row: { display: 'flex', justifyContent: 'space-between', columnGap: SPACE.m, alignItems: 'baseline' },
  end: { flexShrink: 0, textAlign: 'right' },
  problem: { display: 'grid', gridTemplateColumns: '40px 1fr', columnGap: SPACE.s, rowGap: SPACE.s },
  actions: { gridColumn: 2, display: 'flex', flexWrap: 'wrap', gap: SPACE.s },
  cell: { fontWeight: tokens.fontWeightSemibold, textDecorationLine: 'underline' },
  group: { display: 'grid', rowGap: SPACE.s },
});

export function Group(props: { readonly title: string; readonly children: ReactNode }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  return (
    <section className={classes.group}>
      <h2 className={text.strong}>{props.title}</h2>
      {props.children}
    </section>
  );
}

export function PlainList(props: { readonly children: ReactNode }): ReactNode {
  return <ul className={useStyles().list}>{props.children}</ul>;
}

export function PlainItem(props: { readonly children: ReactNode }): ReactNode {
  return <li className={useStyles().item}>{props.children}</li>;
}

/** Two ends of one line. */
export function Ends(props: { readonly left: ReactNode; readonly right: ReactNode }): ReactNode {
  const classes = useStyles();
  return (
    <div className={classes.row}>
      <span>{props.left}</span>
      <span className={classes.end}>{props.right}</span>
    </div>
  );
}

export interface ProblemProps {
  readonly cell: string;
  readonly message: string;
  readonly onCell: () => void;
  readonly children?: ReactNode;
}

/** A problem by its cell: the address selects it, one sentence, one or two small buttons. */
export function Problem({ cell, message, onCell, children }: ProblemProps): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  return (
    <div className={classes.problem}>
      <CellLink cell={cell} onCell={onCell} />
      <span className={text.body}>{message}</span>
      {children ? <div className={classes.actions}>{children}</div> : null}
    </div>
  );
}

export function CellLink(props: { readonly cell: string; readonly onCell: () => void }): ReactNode {
  return (
    <Link as="button" className={mergeClasses(useStyles().cell)} onClick={props.onCell}>
      {props.cell}
    </Link>
  );
}
