import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { WaitingView } from '../../contract/waiting-view.ts';
import { useWidth } from '../../ui/measured.tsx';
import { Message } from '../../ui/message.tsx';
import { SPACE, WIDTH } from '../../ui/spacing.ts';
import { useTextStyles } from '../../ui/text-styles.ts';
import { Page } from './page.tsx';
import { WaitingFirst } from './waiting-first.tsx';
import { WaitingRows } from './waiting-rows.tsx';
import { WarnedEarly, YourWeek } from './waiting-week.tsx';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'baseline',
    gap: SPACE.s,
  },
  body: { display: 'grid', gap: SPACE.xxl, gridTemplateColumns: 'minmax(0, 1fr)' },
  columns: { gap: SPACE.page, gridTemplateColumns: 'minmax(0, 1fr) 304px' },
  stack: { display: 'grid', rowGap: SPACE.l, gridTemplateColumns: 'minmax(0, 1fr)', alignContent: 'start' },
  side: { display: 'grid', rowGap: SPACE.page, alignContent: 'start' },
});

export interface WaitingScreenProps {
  readonly view: WaitingView;
  readonly mayAct: boolean;
}

/** Home: what I must do, dearest first. The page has exactly one primary button. SCREENS.md 01. */
export function WaitingScreen({ view, mayAct }: WaitingScreenProps): ReactNode {
  const classes = useStyles();
  const columns = useWidth() >= WIDTH.columns;
  const [first, ...others] = view.items;
  return (
    <Page>
      {first ? <Head title={view.title} /> : null}
      <div className={mergeClasses(classes.body, columns && classes.columns)}>
        <div className={classes.stack}>
          {first ? <WaitingFirst item={first} mayAct={mayAct} /> : <Nothing view={view} />}
          {others.length > 0 ? <WaitingRows items={others} mayAct={mayAct} /> : null}
        </div>
        <div className={classes.side}>
          <YourWeek view={view} />
          <WarnedEarly view={view} />
        </div>
      </div>
    </Page>
  );
}

function Head({ title }: { readonly title: string }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  return (
    <div className={classes.head}>
      <h1 className={text.title}>{title}</h1>
      <span className={text.caption}>Dearest first</span>
    </div>
  );
}

function Nothing({ view }: { readonly view: WaitingView }): ReactNode {
  const rest = view.empty.replace(/^Nothing waits for you\.\s*/, '');
  return (
    <Message title="Nothing waits for you">{rest === '' ? 'No meeting is booked for you.' : rest}</Message>
  );
}
