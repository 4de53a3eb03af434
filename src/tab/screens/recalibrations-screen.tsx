import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { RecalibrationsView } from '../../contract/recalibration-view.ts';
import { LatencyStrip } from '../../ui/latency-strip.tsx';
import { useOneColumn, useWidth } from '../../ui/measured.tsx';
import { Message } from '../../ui/message.tsx';
import { Panel } from '../../ui/panel.tsx';
import { HeroSentence } from '../../ui/price-sentence.tsx';
import { SPACE, WIDTH } from '../../ui/spacing.ts';
import { useTextStyles } from '../../ui/text-styles.ts';
import { kpiHref } from './addresses.ts';
import { Page } from './page.tsx';
import { CardList } from './recalibration-card.tsx';

const COLUMNS = [
  { column: 'booked', title: 'Booked', note: 'the meeting stands' },
  { column: 'held', title: 'Held, not decided', note: 'goes one level up' },
  { column: 'decided', title: 'Decided', note: 'covered until the review' },
  { column: 'reviewed', title: 'Reviewed', note: 'whether it worked' },
] as const;

const useStyles = makeStyles({
  columns: { display: 'grid', gap: SPACE.l, gridTemplateColumns: 'minmax(0, 1fr)' },
  two: { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
  four: { gridTemplateColumns: 'repeat(4, minmax(0, 1fr))' },
  column: { display: 'grid', rowGap: SPACE.m, alignContent: 'start', gridTemplateColumns: 'minmax(0, 1fr)' },
  head: { display: 'flex', alignItems: 'baseline', columnGap: SPACE.s },
});

/** What is booked, held, decided, reviewed; how long decisions take. SCREENS.md 05. */
export function RecalibrationsScreen({ view }: { readonly view: RecalibrationsView }): ReactNode {
  if (view.cards.length === 0) {
    return (
      <Page>
        <Message title="No recalibrations yet">
          When a KPI leaves Green, its meeting is booked before the end of that week and stands here.
        </Message>
      </Page>
    );
  }
  return (
    <Page>
      <HeroSentence as="h1" parts={view.sentence} kpiHref={kpiHref} />
      <Latency view={view} />
      <Columns view={view} />
    </Page>
  );
}

function Latency({ view }: { readonly view: RecalibrationsView }): ReactNode {
  const text = useTextStyles();
  const open = view.latency.filter((one) => one.open).length;
  const decided = view.latency.length - open;
  if (view.latency.length === 0) return null;
  return (
    <Panel
      title="Days from change to decision"
      aside={
        <span className={text.caption}>
          {decided} decided, {open} open. The limit follows from the working week.
        </span>
      }
    >
      <LatencyStrip latency={view.latency} median={view.medianDays} asOf={view.asOf} />
    </Panel>
  );
}

function Columns({ view }: { readonly view: RecalibrationsView }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  const narrow = useOneColumn();
  const four = useWidth() >= WIDTH.columns;
  return (
    <div className={mergeClasses(classes.columns, !narrow && (four ? classes.four : classes.two))}>
      {COLUMNS.map(({ column, title, note }) => {
        const cards = view.cards.filter((card) => card.column === column);
        return narrow && cards.length === 0 ? null : (
          <section key={column} className={classes.column} aria-label={title}>
            <div className={classes.head}>
              <h2 className={text.section}>{title}</h2>
              <span className={mergeClasses(text.body, text.secondary)}>{cards.length}</span>
              <span className={text.caption}>{note}</span>
            </div>
            <CardList cards={cards} />
          </section>
        );
      })}
    </div>
  );
}
