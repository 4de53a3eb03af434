import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { WaitingView } from '../../contract/waiting-view.ts';
import { PersonLine } from '../../ui/person-line.tsx';
import { PlainLink } from '../../ui/plain-link.tsx';
import { useFormat } from '../../ui/reader.tsx';
import { SPACE } from '../../ui/spacing.ts';
import { useTextStyles } from '../../ui/text-styles.ts';
import { href } from './addresses.ts';

const useStyles = makeStyles({
  head: { marginBottom: SPACE.s },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: '56px minmax(0, 1fr)',
    columnGap: SPACE.s,
    padding: '10px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  warned: {
    display: 'grid',
    rowGap: SPACE.s,
    padding: '12px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** A dated list, no calendar grid. */
export function YourWeek({ view }: { readonly view: WaitingView }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  if (view.week.length === 0) return null;
  return (
    <section aria-labelledby="week-title">
      <h2 id="week-title" className={mergeClasses(text.section, classes.head)}>
        Your week
      </h2>
      <ul className={classes.list}>
        {view.week.map((line) => (
          <WeekLine key={`${line.date}-${line.line}-${line.caption}`} line={line} />
        ))}
      </ul>
      {view.weekNote === null ? null : <p className={text.caption}>{view.weekNote}</p>}
    </section>
  );
}

function WeekLine({ line }: { readonly line: WaitingView['week'][number] }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  const format = useFormat();
  const day = line.date === format.reader.today ? 'Today' : shortDay(format.weekday(line.date));
  return (
    <li className={classes.item}>
      <time dateTime={line.date} className={mergeClasses(text.body, text.secondary)}>
        {day}
      </time>
      <div>
        <p className={text.body}>
          {line.link === null ? line.line : <PlainLink href={href(`/${line.link}`)}>{line.line}</PlainLink>}
        </p>
        <p className={text.caption}>{line.caption}</p>
      </div>
    </li>
  );
}

/** "Thu 12": the month is this one. */
function shortDay(weekday: string): string {
  return weekday.split('\u00a0').slice(0, 2).join('\u00a0');
}

/** Thanks stand here, for those who spoke before the numbers did. */
export function WarnedEarly({ view }: { readonly view: WaitingView }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  if (view.warnedEarly.length === 0) return null;
  return (
    <section aria-labelledby="warned-title">
      <h2 id="warned-title" className={mergeClasses(text.section, classes.head)}>
        Warned early
      </h2>
      {view.warnedEarly.map((warning) => (
        <div key={`${warning.person.id}-${warning.caption}`} className={classes.warned}>
          <PersonLine person={warning.person} caption={warning.caption} />
          <p className={text.body}>{warning.sentence}</p>
        </div>
      ))}
    </section>
  );
}
