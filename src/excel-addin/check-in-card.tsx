import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { CheckInOutcome } from '../contract/check-in-batch.ts';
import { useFormat } from '../ui/reader.tsx';
import { RichSentence } from '../ui/rich-sentence.tsx';
import { SPACE } from '../ui/spacing.ts';
import { StatusText } from '../ui/status-text.tsx';
import { STATUS_WORDS } from '../ui/status-words.ts';
import { useTextStyles } from '../ui/text-styles.ts';
import type { ChangedReading } from './changed-readings.ts';
import type { Said } from './check-in-lines.ts';
import { CellLink, Ends } from './pane-lists.tsx';
import { SayMore } from './say-more.tsx';

const useStyles = makeStyles({
  card: {
    display: 'grid',
    rowGap: SPACE.s,
    paddingBottom: SPACE.l,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  inset: {
    padding: SPACE.m,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
});

export interface CheckInCardProps {
  readonly reading: ChangedReading;
  readonly outcome: CheckInOutcome | undefined;
  readonly said: Said;
  readonly today: string;
  readonly onSay: (said: Said) => void;
  readonly onCell: () => void;
}

/** One changed KPI: old and new value, the computed status, what follows, and what else can be said. */
export function CheckInCard(props: CheckInCardProps): ReactNode {
  const { reading, outcome, said, today, onSay, onCell } = props;
  const classes = useStyles();
  const text = useTextStyles();
  const format = useFormat();
  const { kpi, value, cell } = reading;
  const before = kpi.lastReading ? format.figure(kpi.lastReading.value) : 'none';
  return (
    <section className={classes.card} aria-label={kpi.name}>
      <Ends
        left={<span className={text.strong}>{kpi.name}</span>}
        right={<CellLink cell={cell} onCell={onCell} />}
      />
      <Ends
        left={
          <>
            <span className={text.quiet}>{before}, then </span>
            <strong>{format.quantity(value, kpi.unit)}</strong>
          </>
        }
        right={outcome && outcome.outcome !== 'refused' ? <NewStatus outcome={outcome} /> : null}
      />
      {said.waitingOn ? (
        <SaidLine
          strong={said.waitingOn.what}
          line={`third party, since ${format.day(said.waitingOn.since)}, expected ${format.weekday(said.waitingOn.expectedBy)}`}
          onDrop={() => onSay(without(said, 'waitingOn'))}
        />
      ) : null}
      {said.earlyWarning ? (
        <SaidLine
          strong={`You expect a slip of ${format.days(said.earlyWarning.slipDays)}`}
          line={said.earlyWarning.because}
          onDrop={() => onSay(without(said, 'earlyWarning'))}
        />
      ) : null}
      {said.objection ? (
        <SaidLine
          strong="You disagree"
          line={said.objection.claim}
          onDrop={() => onSay(without(said, 'objection'))}
        />
      ) : null}
      {kpi.waits.map((wait) => (
        <WaitLine
          key={wait.what}
          what={wait.what}
          over={said.waitOver === true}
          onOver={() => onSay({ ...said, waitOver: true })}
        />
      ))}
      {outcome ? <Consequence outcome={outcome} /> : null}
      <SayMore today={today} said={said} topics={topicsFor(said)} onSay={onSay} />
    </section>
  );
}

function NewStatus(props: { readonly outcome: Exclude<CheckInOutcome, { outcome: 'refused' }> }): ReactNode {
  const { before, after } = props.outcome.verdict;
  const note = before.status === after.status ? null : `was ${STATUS_WORDS[before.status]}`;
  return <StatusText status={after.status} note={note} />;
}

/** What sending does, in a sentence; for a refused line why, and the cure. */
function Consequence({ outcome }: { readonly outcome: CheckInOutcome }): ReactNode {
  const text = useTextStyles();
  if (outcome.outcome === 'refused') {
    return outcome.errors.map(({ rule, message }) => (
      <p key={rule} className={text.body} role="alert">
        {message}
      </p>
    ));
  }
  const { consequence, meeting, after } = outcome.verdict;
  const reason = after.reasons[0];
  const leftGreen = after.status === 'yellow' || after.status === 'red' || after.status === 'silent';
  return (
    <>
      {leftGreen && reason ? <p className={text.body}>{reason.sentence}</p> : null}
      {consequence.length > 0 ? (
        <p className={text.body}>
          <RichSentence parts={consequence} />
        </p>
      ) : null}
      {meeting ? (
        <p className={text.body}>
          <strong>{meeting.line}</strong> {meeting.caption}
        </p>
      ) : null}
    </>
  );
}

interface SaidLineProps {
  readonly strong: string;
  readonly line: string;
  readonly onDrop: () => void;
}

function SaidLine({ strong, line, onDrop }: SaidLineProps): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  return (
    <div className={classes.inset}>
      <Ends
        left={<span className={text.strong}>{strong}</span>}
        right={
          <Link as="button" onClick={onDrop}>
            Take back
          </Link>
        }
      />
      <div className={text.caption}>{line}</div>
    </div>
  );
}

function WaitLine(props: {
  readonly what: string;
  readonly over: boolean;
  readonly onOver: () => void;
}): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  return (
    <div className={classes.inset}>
      <Ends
        left={<span className={text.strong}>{props.what}</span>}
        right={
          props.over ? (
            'arrived'
          ) : (
            <Link as="button" onClick={props.onOver}>
              It arrived
            </Link>
          )
        }
      />
    </div>
  );
}

function topicsFor(said: Said): readonly ('wait' | 'warning' | 'objection')[] {
  return [
    ...(said.waitingOn ? [] : (['wait'] as const)),
    ...(said.earlyWarning ? [] : (['warning'] as const)),
    ...(said.objection ? [] : (['objection'] as const)),
  ];
}

function without(said: Said, key: keyof Said): Said {
  const { [key]: _dropped, ...rest } = said;
  return rest;
}
