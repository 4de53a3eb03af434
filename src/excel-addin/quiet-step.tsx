import { Button, makeStyles } from '@fluentui/react-components';
import { CalendarLtrRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { WorkbookView } from '../contract/adoption.ts';
import { useFormat } from '../ui/reader.tsx';
import { SPACE } from '../ui/spacing.ts';
import { StatusText } from '../ui/status-text.tsx';
import { leftGreen } from '../ui/status-words.ts';
import { useTextStyles } from '../ui/text-styles.ts';
import { PaneFrame } from './pane-frame.tsx';
import { Ends, PlainItem, PlainList } from './pane-lists.tsx';

const useStyles = makeStyles({
  item: { display: 'grid', rowGap: SPACE.s },
  meeting: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: SPACE.s },
});

export interface QuietStepProps {
  readonly workbook: WorkbookView;
  /** Check-ins kept on this device. */
  readonly waiting: number;
  readonly onReread: () => void;
  /** The owner wants to say something about this KPI without a new number. */
  readonly onSay: (kpi: string) => void;
}

/** Nothing changed: where every KPI stands, the waits that may have ended, and when the next report is due. */
export function QuietStep({ workbook, waiting, onReread, onSay }: QuietStepProps): ReactNode {
  const format = useFormat();
  const left = workbook.kpis.filter(({ status }) => leftGreen(status.status)).length;
  const due = workbook.kpis
    .flatMap(({ mine, reportDue }) => (mine && reportDue !== null ? [reportDue] : []))
    .toSorted()[0];
  return (
    <PaneFrame
      title={titleOf(left)}
      caption={
        waiting > 0
          ? `${waiting} waiting to be sent`
          : due === undefined
            ? ''
            : `Next report due ${format.weekday(due)}`
      }
      footer={{
        label: 'Read the sheet again',
        caption: 'Nothing in the sheet has changed since the last check-in.',
        quiet: true,
        onClick: onReread,
      }}
    >
      <PlainList>
        {workbook.kpis.map((kpi) => (
          <PlainItem key={kpi.id}>
            <Standing kpi={kpi} onSay={() => onSay(kpi.id)} />
          </PlainItem>
        ))}
      </PlainList>
    </PaneFrame>
  );
}

interface StandingProps {
  readonly kpi: WorkbookView['kpis'][number];
  readonly onSay: () => void;
}

/** One KPI: its status and why; what has left Green also says what it costs and who decides when. */
function Standing({ kpi, onSay }: StandingProps): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  const left = leftGreen(kpi.status.status);
  const why = left ? (kpi.status.reasons[0]?.sentence ?? kpi.why) : kpi.why;
  return (
    <div className={classes.item}>
      <Ends
        left={<span className={text.strong}>{kpi.name}</span>}
        right={<StatusText status={kpi.status.status} />}
      />
      <p className={text.body}>
        {why}
        {left ? <TwoWeeks short={kpi.priceShort} /> : null}
      </p>
      {kpi.recalibration === null ? (
        <span className={text.caption}>{kpi.nextStep}</span>
      ) : (
        <span className={classes.meeting}>
          <CalendarLtrRegular fontSize={20} aria-hidden="true" />
          <span className={text.strong}>{kpi.nextStep}</span>
        </span>
      )}
      {kpi.mine && kpi.lastReading ? (
        <div>
          <Button size="small" onClick={onSay}>
            {sayLabel(kpi)}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** "Two more weeks cost €120,000.", in words where there is no amount. */
function TwoWeeks({ short }: { readonly short: string }): ReactNode {
  if (short === 'no price' || short === '') return null;
  return (
    <>
      {' '}
      Two more weeks cost <strong>{short}</strong>.
    </>
  );
}

function sayLabel({ waits, status }: WorkbookView['kpis'][number]): string {
  if (waits.length > 0) return 'It arrived, or a new date';
  return status.status === 'silent' ? 'Check in now' : 'Check in early';
}

function titleOf(left: number): string {
  if (left === 0) return 'Every KPI of this sheet is where it should be';
  return left === 1 ? 'One KPI has left Green' : `${left} KPIs have left Green`;
}
