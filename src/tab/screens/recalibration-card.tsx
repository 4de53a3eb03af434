import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { RecalibrationCard } from '../../contract/recalibration-view.ts';
import { PlainLink } from '../../ui/plain-link.tsx';
import { type Format, useFormat } from '../../ui/reader.tsx';
import { SPACE } from '../../ui/spacing.ts';
import { StatusText } from '../../ui/status-text.tsx';
import { STATUS_WORDS } from '../../ui/status-words.ts';
import { useTextStyles } from '../../ui/text-styles.ts';
import { href, recalibrationAddress } from './addresses.ts';

const SHOWN = 3;

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: SPACE.m },
  card: {
    padding: SPACE.l,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: '6px',
  },
  head: { display: 'flex', justifyContent: 'space-between', columnGap: SPACE.s, marginBottom: SPACE.s },
  when: { marginTop: SPACE.m, paddingTop: SPACE.m, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
});

/** Cards of one column; they cannot be dragged: state follows from facts. */
export function CardList({ cards }: { readonly cards: readonly RecalibrationCard[] }): ReactNode {
  const classes = useStyles();
  const [all, setAll] = useState(false);
  const shown = all ? cards : cards.slice(0, SHOWN);
  return (
    <>
      <ul className={classes.list}>
        {shown.map((card) => (
          <li key={card.id} className={classes.card}>
            <Card card={card} />
          </li>
        ))}
      </ul>
      {shown.length < cards.length ? (
        <Button appearance="transparent" onClick={() => setAll(true)}>
          Show all {cards.length}
        </Button>
      ) : null}
    </>
  );
}

function Card({ card }: { readonly card: RecalibrationCard }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  const format = useFormat();
  const when = whenOf(card, format);
  return (
    <>
      <div className={classes.head}>
        <StatusText status={card.status.status} />
        <span className={mergeClasses(/\d/.test(card.priceShort) ? text.strong : text.body)}>
          {card.priceShort}
        </span>
      </div>
      <p className={text.strong}>
        <PlainLink href={href(recalibrationAddress(card.id))}>{card.kpi.name}</PlainLink>
      </p>
      <p className={mergeClasses(text.body, text.secondary)}>{card.headline}</p>
      <div className={classes.when}>
        <p className={text.strong}>{when.title}</p>
        <p className={text.caption}>{when.caption}</p>
        <p className={mergeClasses(text.caption, text.secondary)}>{when.who}</p>
      </div>
    </>
  );
}

function thenAndNow(
  { status }: RecalibrationCard,
  { statusThen }: NonNullable<RecalibrationCard['decision']>,
): string {
  return `${statusThen} then, ${STATUS_WORDS[status.status]} now`;
}

interface When {
  readonly title: string;
  readonly caption: string;
  readonly who: string;
}

function whenOf(card: RecalibrationCard, format: Format): When {
  const { decision, meeting, decideBy, decisionMaker } = card;
  if (decision) {
    const who = `${decision.by.name}, after ${format.days(decision.latencyDays)}`;
    if (decision.worked === null)
      return {
        title: `Review ${format.weekday(decision.reviewDate)}`,
        caption: thenAndNow(card, decision),
        who,
      };
    const title = decision.worked ? 'It worked' : 'It did not work';
    return { title, caption: `reviewed ${format.day(decision.reviewDate)}`, who };
  }
  const title = meeting ? format.moment(meeting.start) : 'Not booked yet';
  const rule = [
    ...(card.revision > 1 ? ['one level up'] : []),
    ...(card.overdue ? ['overdue'] : []),
    ...(decideBy === null ? [] : [`decide by ${format.moment(decideBy)}`]),
  ];
  return {
    title,
    caption: rule.join('; '),
    who: `${decisionMaker.name} decides`,
  };
}
