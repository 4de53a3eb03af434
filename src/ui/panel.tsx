import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useOneColumn } from './measured.tsx';
import { SPACE } from './spacing.ts';
import { useTextStyles } from './text-styles.ts';

const useStyles = makeStyles({
  panel: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: '6px',
    minWidth: 0,
  },
  padded: { padding: `${SPACE.xl} ${SPACE.xxl}` },
  narrow: { padding: SPACE.l },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    columnGap: SPACE.xxl,
    rowGap: SPACE.s,
    marginBottom: SPACE.m,
  },
  inset: {
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: '4px',
    padding: `${SPACE.m} ${SPACE.l}`,
  },
});

export interface PanelProps {
  readonly children: ReactNode;
  readonly title?: string;
  readonly aside?: ReactNode;
  /** True: the content draws up to the edges, e.g. a table. */
  readonly flush?: boolean;
  readonly className?: string | undefined;
}

/** The one surface. No shadow; its stroke becomes the border in high contrast. */
export function Panel(props: PanelProps): ReactNode {
  const classes = useStyles();
  const narrow = useOneColumn();
  const padding = props.flush ? undefined : narrow ? classes.narrow : classes.padded;
  return (
    <section className={mergeClasses(classes.panel, padding, props.className)} aria-label={props.title}>
      {props.title === undefined ? null : <PanelHead title={props.title} aside={props.aside} />}
      {props.children}
    </section>
  );
}

function PanelHead(props: { readonly title: string; readonly aside: ReactNode }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  return (
    <div className={classes.head}>
      <h2 className={text.section}>{props.title}</h2>
      {props.aside}
    </div>
  );
}

/** A quiet box inside a panel. */
export function Inset(props: { readonly children: ReactNode }): ReactNode {
  return <div className={useStyles().inset}>{props.children}</div>;
}
