import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useOneColumn } from '../../ui/measured.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SPACE } from '../../ui/spacing.ts';
import { useTextStyles } from '../../ui/text-styles.ts';

const useStyles = makeStyles({
  head: { display: 'grid', rowGap: SPACE.xs, padding: `${SPACE.xl} ${SPACE.xxl} ${SPACE.m}` },
  headNarrow: { padding: `${SPACE.l} ${SPACE.l} ${SPACE.m}` },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  foot: { padding: `${SPACE.m} ${SPACE.xxl}`, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  footNarrow: { padding: `${SPACE.m} ${SPACE.l}` },
});

export interface CandourPanelProps {
  readonly title: string;
  readonly caption: string;
  /** Stands in place of rows. */
  readonly empty: string;
  readonly note?: string;
  /** List items. */
  readonly children: readonly ReactNode[];
}

/** A titled list that draws up to the edges, with a line below it. */
export function CandourPanel({ title, caption, empty, note, children }: CandourPanelProps): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  const narrow = useOneColumn();
  const foot = mergeClasses(text.body, text.secondary, classes.foot, narrow && classes.footNarrow);
  return (
    <Panel flush>
      <div className={mergeClasses(classes.head, narrow && classes.headNarrow)}>
        <h2 className={text.section}>{title}</h2>
        {caption === '' ? null : <p className={text.caption}>{caption}</p>}
      </div>
      {children.length === 0 ? <p className={foot}>{empty}</p> : <ul className={classes.list}>{children}</ul>}
      {note === undefined ? null : <p className={foot}>{note}</p>}
    </Panel>
  );
}
