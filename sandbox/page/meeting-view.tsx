import { Button, Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactElement } from 'react';
import type { CalendarItem } from '../control.ts';

const useStyles = makeStyles({
  view: { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
  head: {
    padding: '12px 16px',
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  heading: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  answers: { display: 'flex', flexWrap: 'wrap', gap: '8px', paddingTop: '4px' },
  body: { flex: 1, border: 'none', width: '100%', backgroundColor: '#ffffff' },
});

interface MeetingViewProps {
  readonly item: CalendarItem;
  readonly timeZone: string;
  readonly onAnswer: (action: 'accepted' | 'declined' | 'cancel') => void;
}

/** The invitation as the attendee reads it: its HTML in a frame that may run nothing. */
export function MeetingView({ item, timeZone, onAnswer }: MeetingViewProps): ReactElement {
  const styles = useStyles();
  return (
    <article className={styles.view} aria-label={item.subject}>
      <div className={styles.head}>
        <Subtitle2 as="h3" className={styles.heading}>
          {item.subject}
        </Subtitle2>
        <Caption1>{when(item, timeZone)}</Caption1>
        {item.attendees.length > 0 && <Caption1 className={styles.quiet}>{attendeeLine(item)}</Caption1>}
        {item.invitation && (
          <div className={styles.answers}>
            <Button size="small" onClick={() => onAnswer('accepted')}>
              {item.response === 'accepted' ? 'Accepted' : 'Accept'}
            </Button>
            <Button size="small" onClick={() => onAnswer('declined')}>
              {item.response === 'declined' ? 'Declined' : 'Decline'}
            </Button>
            <Button size="small" appearance="subtle" onClick={() => onAnswer('cancel')}>
              Cancel the meeting
            </Button>
          </div>
        )}
      </div>
      {item.html !== '' && <Body html={item.html} subject={item.subject} />}
    </article>
  );
}

interface BodyProps {
  readonly html: string;
  readonly subject: string;
}

/** Links open in a new tab, as in Outlook. Scripts cannot run in it. */
function Body({ html, subject }: BodyProps): ReactElement {
  const styles = useStyles();
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const style = '<style>body{margin:16px;font-family:Segoe UI,Arial,sans-serif}</style>';
    if (frame.current) frame.current.srcdoc = `<base target="_blank">${style}${html}`;
  }, [html]);
  return (
    <iframe
      ref={frame}
      className={styles.body}
      title={`Invitation: ${subject}`}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
    />
  );
}

function when({ start, end }: CalendarItem, timeZone: string): string {
  const day = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone,
  });
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone });
  const [from, to] = [Date.parse(start), Date.parse(end)];
  return `${day.format(from).replace(',', '')}, ${clock.format(from)}–${clock.format(to)} (${timeZone})`;
}

function attendeeLine({ attendees }: CalendarItem): string {
  const names = (optional: boolean): string =>
    attendees
      .filter((one) => one.optional === optional)
      .map((one) => one.name)
      .join('; ');
  const optional = names(true);
  return `Required: ${names(false)}${optional === '' ? '' : `. Optional: ${optional}`}`;
}
