import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { WaitingItem } from '../../contract/waiting-view.ts';
import { useOneColumn } from '../../ui/measured.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RichSentence } from '../../ui/rich-sentence.tsx';
import { SPACE } from '../../ui/spacing.ts';
import { useTextStyles } from '../../ui/text-styles.ts';
import { kpiHref } from './addresses.ts';
import { WaitingAction } from './waiting-action.tsx';
import { KindLine } from './waiting-first.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'flex-start',
    gap: SPACE.l,
    padding: `${SPACE.l} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    ':first-child': { borderTopStyle: 'none', paddingTop: 0 },
    ':last-child': { paddingBottom: 0 },
  },
  narrow: { flexDirection: 'column' },
  words: { display: 'grid', rowGap: SPACE.xs, minWidth: 0 },
  action: { flexShrink: 0 },
});

export interface WaitingRowsProps {
  readonly items: readonly WaitingItem[];
  readonly mayAct: boolean;
}

/** All further items: rows of one panel, each with a secondary button. */
export function WaitingRows({ items, mayAct }: WaitingRowsProps): ReactNode {
  const classes = useStyles();
  return (
    <Panel>
      <ul className={classes.list}>
        {items.map((item) => (
          <Row key={`${item.kind}-${item.kpi.id}-${item.recalibration ?? ''}`} item={item} mayAct={mayAct} />
        ))}
      </ul>
    </Panel>
  );
}

function Row({ item, mayAct }: { readonly item: WaitingItem; readonly mayAct: boolean }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  const narrow = useOneColumn();
  return (
    <li className={mergeClasses(classes.item, narrow && classes.narrow)}>
      <div className={classes.words}>
        <KindLine item={item} />
        <p className={text.strong}>
          <RichSentence quiet parts={item.sentence} kpiHref={kpiHref} />
        </p>
        <p className={mergeClasses(text.body, text.secondary)}>
          {[item.reason, item.deadline].filter((words) => words !== '').join(' ')}
        </p>
      </div>
      <div className={classes.action}>
        <WaitingAction item={item} mayAct={mayAct} />
      </div>
    </li>
  );
}
