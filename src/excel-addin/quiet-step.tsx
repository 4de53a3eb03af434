import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { WorkbookView } from '../contract/adoption.ts';
import { useFormat } from '../ui/reader.tsx';
import { SPACE } from '../ui/spacing.ts';
import { StatusText } from '../ui/status-text.tsx';
import { useTextStyles } from '../ui/text-styles.ts';
import { PaneFrame } from './pane-frame.tsx';
import { Ends, PlainItem, PlainList } from './pane-lists.tsx';

const useStyles = makeStyles({ item: { display: 'grid', rowGap: SPACE.s } });

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
  const classes = useStyles();
  const text = useTextStyles();
  const format = useFormat();
  const left = workbook.kpis.filter(({ status }) =>
    ['yellow', 'red', 'silent'].includes(status.status),
  ).length;
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
            <div className={classes.item}>
              <Ends
                left={<span className={text.strong}>{kpi.name}</span>}
                right={<StatusText status={kpi.status.status} />}
              />
              <span className={text.body}>{kpi.why}</span>
              <span className={text.caption}>
                {kpi.nextStep}
                {kpi.priceShort === '' ? '' : `; two more weeks: ${kpi.priceShort}`}
              </span>
              {kpi.mine && kpi.lastReading ? (
                <div>
                  <Button size="small" onClick={() => onSay(kpi.id)}>
                    {kpi.waits.length > 0 ? 'It arrived, or a new date' : 'Check in early'}
                  </Button>
                </div>
              ) : null}
            </div>
          </PlainItem>
        ))}
      </PlainList>
    </PaneFrame>
  );
}

function titleOf(left: number): string {
  if (left === 0) return 'Every KPI of this sheet is where it should be';
  return left === 1 ? 'One KPI has left Green' : `${left} KPIs have left Green`;
}
