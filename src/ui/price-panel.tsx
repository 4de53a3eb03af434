import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import type { PriceView } from '../contract/price-view.ts';
import { useWidth } from './measured.tsx';
import { Panel } from './panel.tsx';
import { HeroSentence } from './price-sentence.tsx';
import { PriceSlider } from './price-slider.tsx';
import { PriceTable } from './price-table.tsx';
import { SPACE, WIDTH } from './spacing.ts';
import { useTextStyles } from './text-styles.ts';

const useStyles = makeStyles({
  split: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(280px, 31%)' },
  stacked: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)' },
  side: { padding: `${SPACE.xxl} ${SPACE.xxl}` },
  narrowSide: { padding: SPACE.l },
  ruled: { borderLeft: `1px solid ${tokens.colorNeutralStroke2}` },
  ruledAbove: { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  context: { margin: `${SPACE.s} 0 ${SPACE.l}` },
  range: { margin: `0 0 ${SPACE.l}` },
  note: { marginTop: SPACE.m },
});

export interface PricePanelProps {
  readonly price: Pick<PriceView, 'days' | 'parts' | 'sentence' | 'context' | 'range' | 'moves' | 'short'>;
  readonly costs: readonly number[];
  readonly onDays: (days: number) => void;
  readonly note?: string;
}

/** The price of a delay: the sentence first, the table after, the slider beside it. */
export function PricePanel(props: PricePanelProps): ReactNode {
  const classes = useStyles();
  const width = useWidth();
  const narrow = width < WIDTH.oneColumn;
  const columns = width >= WIDTH.network;
  const side = narrow ? classes.narrowSide : classes.side;
  return (
    <Panel flush>
      <div className={columns ? classes.split : classes.stacked}>
        <PriceWords {...props} className={side} />
        <div className={mergeClasses(side, columns ? classes.ruled : classes.ruledAbove)}>
          <PriceSlider
            days={props.price.days}
            onDays={props.onDays}
            short={props.price.short}
            costs={props.costs}
          />
          <PriceNote note={props.note} />
        </div>
      </div>
      <Announcement sentence={props.price.sentence} />
    </Panel>
  );
}

function PriceWords({ price, className }: PricePanelProps & { readonly className: string }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  return (
    <div className={className}>
      <HeroSentence parts={price.parts} />
      <p className={mergeClasses(text.body, text.secondary, text.measure, classes.context)}>
        {price.context}
      </p>
      <PriceRangeLine range={price.range} />
      <PriceTable moves={price.moves} />
    </div>
  );
}

/** Keeps its line while the server works on the range of other days, so that nothing jumps. */
function PriceRangeLine({ range }: { readonly range: string | null }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  const [last, setLast] = useState(range);
  if (range !== null && range !== last) setLast(range);
  const shown = range ?? last;
  if (shown === null) return null;
  return (
    <p
      className={mergeClasses(text.body, text.secondary, text.measure, classes.range)}
      style={range === null ? { visibility: 'hidden' } : undefined}
    >
      {shown}
    </p>
  );
}

function PriceNote({ note }: { readonly note: string | undefined }): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  return note ? <p className={mergeClasses(text.caption, classes.note)}>{note}</p> : null;
}

/** Tells screen readers the new sentence 400 ms after the last step, and nothing on arrival. */
function Announcement({ sentence }: { readonly sentence: string }): ReactNode {
  const text = useTextStyles();
  const [first] = useState(sentence);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (sentence === first && said === '') return undefined;
    const timer = setTimeout(() => setSaid(sentence), 400);
    return () => clearTimeout(timer);
  }, [sentence, first, said]);
  return <output className={text.hidden}>{said}</output>;
}
