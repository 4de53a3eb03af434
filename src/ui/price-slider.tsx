import { makeStyles, mergeClasses, Slider } from '@fluentui/react-components';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { PriceCurve, SLIDER_INSET } from './price-curve.tsx';
import { useFormat } from './reader.tsx';
import { SPACE } from './spacing.ts';
import { useTextStyles } from './text-styles.ts';

export const MOST_DAYS = 42;
const WEEKS = [0, 1, 2, 3, 4, 5, 6] as const;

const useStyles = makeStyles({
  head: { display: 'flex', justifyContent: 'space-between', marginBottom: SPACE.m },
  slider: { width: '100%' },
  weeks: { position: 'relative', height: '16px', margin: `0 ${SLIDER_INSET}px` },
  week: { position: 'absolute', transform: 'translateX(-50%)', whiteSpace: 'nowrap' },
});

export interface PriceSliderProps {
  readonly days: number;
  readonly onDays: (days: number) => void;
  /** What the chosen delay costs, as words: `€180,000`, `nothing yet`. */
  readonly short: string;
  /** Cost in minor units for 0 to 42 days; empty where there is no price. */
  readonly costs: readonly number[];
}

/** "If it takes longer by": arrows one day, Page Up and Down a week, Home and End the ends. SCREENS.md 6. */
export function PriceSlider(props: PriceSliderProps): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  const format = useFormat();
  const label = useId();
  const chosen = format.days(props.days);
  return (
    <div>
      <div className={classes.head}>
        <span id={label} className={text.strong}>
          If it takes longer by
        </span>
        <span className={text.strong}>{chosen}</span>
      </div>
      <PriceCurve costs={props.costs} days={props.days} />
      <Slider
        className={classes.slider}
        min={0}
        max={MOST_DAYS}
        value={props.days}
        onChange={(_, data) => props.onDays(data.value)}
        onKeyDown={(event) => stepByWeek(event, props)}
        aria-labelledby={label}
        aria-valuetext={`${chosen}, ${props.short}`}
      />
      <div className={classes.weeks} aria-hidden="true">
        {WEEKS.map((week) => (
          <span
            key={week}
            className={mergeClasses(text.caption, classes.week)}
            style={{ left: `${(week * 700) / MOST_DAYS}%` }}
          >
            {week === 0 ? '0' : `${week}\u00a0wk`}
          </span>
        ))}
      </div>
    </div>
  );
}

/** Browsers make a page a tenth of the range; here it is a week. */
function stepByWeek(event: KeyboardEvent, { days, onDays }: PriceSliderProps): void {
  const step = event.key === 'PageUp' ? 7 : event.key === 'PageDown' ? -7 : 0;
  if (step === 0) return;
  event.preventDefault();
  onDays(Math.min(MOST_DAYS, Math.max(0, days + step)));
}
