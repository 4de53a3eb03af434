import { mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { TreeRow } from '../../contract/portfolio-view.ts';
import { PlainLink } from '../../ui/plain-link.tsx';
import type { Format } from '../../ui/reader.tsx';
import { useTextStyles } from '../../ui/text-styles.ts';
import { href, recalibrationAddress } from './addresses.ts';
import type { PlacedRow } from './portfolio-filter.ts';

/** Days whole; a dash where there is nothing to measure yet. */
export function slipWords(row: TreeRow, format: Format): string {
  const none =
    row.status.float === null || row.status.status === 'not-started' || row.status.status === 'stopped';
  return none ? '–' : format.figure(Math.round(row.status.slip));
}

export function floatWords(row: TreeRow, format: Format): string {
  return row.status.float === null ? '–' : format.figure(Math.round(row.status.float));
}

/** An opened objective leaves its meeting to the KPI's row. */
export function NextMeeting({ placed }: { readonly placed: PlacedRow }): ReactNode {
  const text = useTextStyles();
  const meeting = placed.row.nextMeeting;
  if (!meeting || placed.isOpen) return null;
  const overdue = meeting.note?.startsWith('overdue') ?? false;
  return (
    <>
      <p className={text.body}>
        <PlainLink tabIndex={-1} href={href(recalibrationAddress(meeting.recalibration))}>
          {meeting.line}
        </PlainLink>
      </p>
      {meeting.note === null ? null : (
        <p
          className={mergeClasses(text.caption)}
          style={
            overdue
              ? { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold }
              : undefined
          }
        >
          {meeting.note}
        </p>
      )}
    </>
  );
}
