import { makeStyles, tokens } from '@fluentui/react-components';
import { CalendarLtrRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { KpiView } from '../../contract/kpi-view.ts';
import { Panel } from '../../ui/panel.tsx';
import { PlainLink } from '../../ui/plain-link.tsx';
import { ReasonList } from '../../ui/reason-list.tsx';
import { SPACE } from '../../ui/spacing.ts';
import { STATUS_WORDS } from '../../ui/status-words.ts';
import { useTextStyles } from '../../ui/text-styles.ts';
import { href, recalibrationAddress } from './addresses.ts';

const useStyles = makeStyles({
  meeting: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: SPACE.s,
    marginTop: SPACE.l,
    paddingTop: SPACE.l,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
});

/** Why the status is what it is, the meeting that follows, and who decides. */
export function WhyPanel({ view }: { readonly view: KpiView }): ReactNode {
  const word = STATUS_WORDS[view.status.status];
  return (
    <Panel title={`Why it is ${word}`}>
      <ReasonList reasons={view.status.reasons} />
      {view.meeting ? <MeetingNote meeting={view.meeting} /> : null}
    </Panel>
  );
}

function MeetingNote({ meeting }: { readonly meeting: NonNullable<KpiView['meeting']> }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  return (
    <div className={classes.meeting}>
      <CalendarLtrRegular fontSize={20} aria-hidden="true" />
      <div>
        <p className={text.strong}>
          <PlainLink href={href(recalibrationAddress(meeting.recalibration))}>{meeting.line}</PlainLink>
        </p>
        <p className={text.caption}>{meeting.caption}</p>
      </div>
    </div>
  );
}
