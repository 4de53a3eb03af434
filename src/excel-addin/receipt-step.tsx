import type { ReactNode } from 'react';
import type { CheckInReceipt } from '../contract/check-in-batch.ts';
import type { WorkbookView } from '../contract/adoption.ts';
import { countWord } from '../domain/words/format.ts';
import { useFormat } from '../ui/reader.tsx';
import { RichSentence } from '../ui/rich-sentence.tsx';
import { StatusText } from '../ui/status-text.tsx';
import { useTextStyles } from '../ui/text-styles.ts';
import { PaneFrame } from './pane-frame.tsx';
import { Ends, PlainItem, PlainList } from './pane-lists.tsx';

export interface ReceiptStepProps {
  readonly receipt: CheckInReceipt;
  readonly workbook: WorkbookView;
  readonly onShowVerdict: () => void;
  readonly onReread: () => void;
}

/** What was booked, what happens next, how to correct, what is still open. */
export function ReceiptStep(props: ReceiptStepProps): ReactNode {
  const { receipt, workbook, onShowVerdict, onReread } = props;
  const text = useTextStyles();
  const format = useFormat();
  const accepted = receipt.outcomes.filter((one) => one.outcome !== 'refused');
  const refused = receipt.outcomes.filter((one) => one.outcome === 'refused');
  const entries = accepted.flatMap(({ entry }) => (entry === null ? [] : [format.figure(entry)]));
  const names = new Map(workbook.kpis.map((kpi) => [kpi.id, kpi]));
  return (
    <PaneFrame
      title={accepted.length === 1 ? 'One check-in is in' : `${countWord(accepted.length)} check-ins are in`}
      caption={`${format.moment(receipt.at)} · ${entries.length === 1 ? 'entry' : 'entries'} ${entries.join(' and ')}`}
      takesFocus
      onReread={onReread}
      footer={{ label: 'Show the verdict in the sheet', caption: '', quiet: true, onClick: onShowVerdict }}
    >
      <PlainList>
        {accepted.map((one) => (
          <PlainItem key={one.ref}>
            <Ends
              left={<span className={text.strong}>{names.get(one.kpi)?.name ?? one.kpi}</span>}
              right={<StatusText status={one.verdict.after.status} />}
            />
            <p className={text.body}>
              {names.get(one.kpi)?.nextStep}
              {one.verdict.consequence.length > 0 ? '. ' : ''}
              <RichSentence parts={one.verdict.consequence} />
            </p>
          </PlainItem>
        ))}
        {refused.map((one) => (
          <PlainItem key={one.ref}>
            <span className={text.strong}>{names.get(one.kpi)?.name ?? one.kpi}</span>
            <p className={text.body}>{one.errors[0]?.message}</p>
          </PlainItem>
        ))}
      </PlainList>
      <div>
        <div className={text.caption}>Something wrong?</div>
        <p className={text.body}>
          Change the cell and send again. The new reading replaces this one; both stay on record.
        </p>
      </div>
    </PaneFrame>
  );
}
