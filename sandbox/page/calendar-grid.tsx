import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { minutesOf } from '../../src/domain/working-time.ts';
import { localTime } from '../../src/domain/zoned-time.ts';
import type { CalendarItem, CalendarWeek } from '../control.ts';

const FIRST_HOUR = 8;
const LAST_HOUR = 18;
const HOUR_PX = 22;

const useStyles = makeStyles({
  grid: {
    display: 'grid',
    gridTemplateColumns: '36px repeat(5, minmax(0, 1fr))',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    flexShrink: 0,
  },
  head: { padding: '8px', borderLeft: `1px solid ${tokens.colorNeutralStroke3}`, whiteSpace: 'nowrap' },
  today: { fontWeight: tokens.fontWeightSemibold },
  hours: { position: 'relative', height: `${(LAST_HOUR - FIRST_HOUR) * HOUR_PX}px` },
  hour: {
    position: 'absolute',
    right: '6px',
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
  },
  day: {
    position: 'relative',
    borderLeft: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundImage: `repeating-linear-gradient(${tokens.colorNeutralStroke3} 0 1px, transparent 1px ${HOUR_PX}px)`,
  },
  item: {
    position: 'absolute',
    left: '2px',
    right: '2px',
    padding: '0 5px',
    border: 'none',
    borderRadius: '3px',
    textAlign: 'left',
    font: 'inherit',
    lineHeight: '16px',
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    backgroundColor: tokens.colorNeutralBackground4,
    color: tokens.colorNeutralForeground1,
    cursor: 'pointer',
  },
  invitation: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontWeight: tokens.fontWeightSemibold,
  },
  cancelled: { textDecorationLine: 'line-through' },
});

interface CalendarGridProps {
  readonly week: CalendarWeek;
  readonly timeZone: string;
  readonly now: string;
  readonly open: string | null;
  readonly onOpen: (iCalUId: string) => void;
}

/** Five days of one person; invitations in the brand colour. */
export function CalendarGrid({ week, timeZone, now, open, onOpen }: CalendarGridProps): ReactElement {
  const styles = useStyles();
  const today = localTime(Date.parse(now), timeZone).date;
  const hours = Array.from({ length: LAST_HOUR - FIRST_HOUR }, (_, index) => FIRST_HOUR + index);
  return (
    <div className={styles.grid} role="group" aria-label="Calendar">
      <div />
      {week.days.map((date) => (
        <div key={date} className={mergeClasses(styles.head, date === today && styles.today)}>
          {dayHead(date)}
        </div>
      ))}
      <div className={styles.hours}>
        {hours.map((hour) => (
          <span key={hour} className={styles.hour} style={{ top: (hour - FIRST_HOUR) * HOUR_PX }}>
            {String(hour).padStart(2, '0')}
          </span>
        ))}
      </div>
      {week.days.map((date) => (
        <div key={date} className={styles.day}>
          {itemsOn(week, date, timeZone).map(({ item, top, height }) => (
            <button
              key={item.iCalUId}
              type="button"
              className={mergeClasses(
                styles.item,
                item.invitation && styles.invitation,
                item.cancelled && styles.cancelled,
              )}
              style={{ top, height }}
              aria-pressed={item.iCalUId === open}
              title={item.subject}
              onClick={() => onOpen(item.iCalUId)}
            >
              {item.subject}
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}

interface Placed {
  readonly item: CalendarItem;
  readonly top: number;
  readonly height: number;
}

function itemsOn(week: CalendarWeek, date: string, timeZone: string): readonly Placed[] {
  return week.items.flatMap((item): Placed[] => {
    const start = localTime(Date.parse(item.start), timeZone);
    if (start.date !== date) return [];
    const minutes = start.minutes - minutesOf(`${FIRST_HOUR}:00`);
    const length = (Date.parse(item.end) - Date.parse(item.start)) / 60_000;
    const top = Math.max(0, (minutes / 60) * HOUR_PX);
    return [{ item, top, height: Math.max(16, (length / 60) * HOUR_PX - 1) }];
  });
}

function dayHead(date: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', timeZone: 'UTC' });
  return format.format(Date.parse(`${date}T00:00:00Z`)).replace(',', '');
}
