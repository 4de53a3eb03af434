import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ObjectionLine, RedatedLine, SilenceLine, WarningLine } from '../../contract/candour-view.ts';
import { useOneColumn } from '../../ui/measured.tsx';
import { SPACE } from '../../ui/spacing.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { StatusText } from '../../ui/status-text.tsx';
import { STATUS_WORDS } from '../../ui/status-words.ts';
import { useTextStyles } from '../../ui/text-styles.ts';
import { KpiLink } from './kpi-link.tsx';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'flex-start',
    gap: SPACE.l,
    padding: `${SPACE.m} ${SPACE.xxl}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  narrow: { flexDirection: 'column', rowGap: SPACE.s, padding: `${SPACE.m} ${SPACE.l}` },
  words: { display: 'grid', rowGap: '2px', minWidth: 0, overflowWrap: 'anywhere' },
  marked: { display: 'flex', columnGap: SPACE.s, minWidth: 0 },
  outcome: { display: 'grid', flexShrink: 0, textAlign: 'right' },
  outcomeNarrow: { display: 'flex', columnGap: SPACE.xs, alignItems: 'baseline', textAlign: 'start' },
  ask: { flexShrink: 0 },
  single: { flexShrink: 0, whiteSpace: 'nowrap' },
});

function Row(props: { readonly children: ReactNode; readonly aside?: ReactNode }): ReactNode {
  const classes = useStyles();
  const narrow = useOneColumn();
  return (
    <li className={mergeClasses(classes.row, narrow && classes.narrow)}>
      {props.children}
      {props.aside}
    </li>
  );
}

/** What was said, and the notice it gave. */
export function WarningRow({ line }: { readonly line: WarningLine }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  const narrow = useOneColumn();
  const counted = (line.noticeDays ?? 0) > 0;
  return (
    <Row
      aside={
        <div className={mergeClasses(classes.outcome, narrow && classes.outcomeNarrow)}>
          <span className={counted ? text.strong : mergeClasses(text.body, text.secondary)}>
            {line.outcome}
          </span>
          {line.outcomeNote === '' ? null : <span className={text.caption}>{line.outcomeNote}</span>}
        </div>
      }
    >
      <div className={classes.words}>
        <span className={text.strong}>
          <KpiLink kpi={line.kpi.id} name={line.kpi.name} />
        </span>
        <span className={text.body}>{line.said}</span>
        <span className={text.caption}>{line.caption}</span>
      </div>
    </Row>
  );
}

/** Who is silent since when, and one way to ask. */
export function SilenceRow({ line }: { readonly line: SilenceLine }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  const first = line.owner.name.split(' ')[0] ?? line.owner.name;
  return (
    <Row
      aside={
        line.ask === null ? null : (
          <Button as="a" size="small" href={line.ask} className={classes.ask}>
            Ask {first}
          </Button>
        )
      }
    >
      <div className={classes.words}>
        <span className={text.body}>
          <StatusText status="silent" note={line.sinceWords} />
        </span>
        <span className={text.strong}>
          <KpiLink kpi={line.kpi.id} name={line.kpi.name} />
        </span>
        <span className={text.body}>{line.sentence}</span>
        <span className={text.caption}>{line.caption}</span>
      </div>
    </Row>
  );
}

/** Beside the status, never over it. */
export function ObjectionRow({ line }: { readonly line: ObjectionLine }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  return (
    <Row
      aside={
        <span className={mergeClasses(text.body, classes.single, line.held === null && text.secondary)}>
          {line.outcome}
        </span>
      }
    >
      <Marked kpi={line.kpi} status={line.statusThen} words={line.said} note="when it was made" />
    </Row>
  );
}

export function RedatedRow({ line }: { readonly line: RedatedLine }): ReactNode {
  return (
    <Row>
      <Marked kpi={line.kpi} status={line.status} words={line.sentence} note="now" />
    </Row>
  );
}

interface MarkedProps {
  readonly kpi: ObjectionLine['kpi'];
  readonly status: ObjectionLine['statusThen'];
  readonly words: string;
  /** When it had this status, for those who do not see the mark. */
  readonly note: string;
}

function Marked({ kpi, status, words, note }: MarkedProps): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  return (
    <div className={classes.marked}>
      <span>
        <StatusMark status={status} />
        <span className={text.hidden}>
          {STATUS_WORDS[status]} {note}
        </span>
      </span>
      <div className={classes.words}>
        <span className={text.strong}>
          <KpiLink kpi={kpi.id} name={kpi.name} />
        </span>
        <span className={text.body}>{words}</span>
      </div>
    </div>
  );
}
