import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { ChartView } from '../contract/kpi-view.ts';
import type { ChartParts } from './kpi-chart-plan.tsx';
import { useChartStyles } from './kpi-chart-styles.ts';
import { type Format, useFormat } from './reader.tsx';

type Reading = ChartView['readings'][number];

/** The dots: one stop for Tab, arrows walk along them, each tells itself. */
export function ReadingDots(
  props: ChartParts & { readonly onShow: (index: number | null) => void },
): ReactNode {
  const { chart, onShow } = props;
  const [current, setCurrent] = useState(chart.readings.length - 1);
  const move = (event: KeyboardEvent<SVGGElement>): void => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.min(chart.readings.length - 1, Math.max(0, current + step));
    setCurrent(next);
    event.currentTarget.querySelectorAll<SVGElement>('[data-reading]')[next]?.focus();
  };
  return (
    <g onKeyDown={move}>
      {chart.readings.map((reading, index) => (
        <Dot
          key={reading.checkIn}
          {...props}
          reading={reading}
          onShow={(shown) => onShow(shown ? index : null)}
          tabIndex={index === Math.min(current, chart.readings.length - 1) ? 0 : -1}
        />
      ))}
    </g>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, Home: -1e6, End: 1e6 };

interface DotProps extends Omit<ChartParts, 'field'> {
  readonly reading: Reading;
  readonly tabIndex: number;
  readonly onShow: (shown: boolean) => void;
}

function Dot({ reading, chart, scale, unit, tabIndex, onShow }: DotProps): ReactNode {
  const classes = useChartStyles();
  const format = useFormat();
  const [focused, setFocused] = useState(false);
  const [x, y] = [scale.x(reading.date), scale.y(reading.value)];
  const show = (shown: boolean, focus: boolean): void => {
    setFocused(shown && focus);
    onShow(shown);
  };
  return (
    <g
      data-reading=""
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- SVG has no img element
      role="img"
      aria-label={readingWords(reading, unit, format).join(', ')}
      tabIndex={tabIndex}
      className={classes.hit}
      onFocus={() => show(true, true)}
      onBlur={() => show(false, true)}
      onPointerEnter={() => show(true, focused)}
      onPointerLeave={() => show(false, false)}
    >
      <circle className={classes.hit} cx={x} cy={y} r="12" />
      {isBeyond(reading.value, chart) ? <circle className={classes.beyond} cx={x} cy={y} r="8" /> : null}
      {focused ? <circle className={classes.ring} cx={x} cy={y} r="9" /> : null}
      <circle className={classes.dot} cx={x} cy={y} r="5.5" />
    </g>
  );
}

function isBeyond(value: number, { kind, band }: ChartView): boolean {
  if (kind === 'reach') return false;
  return value > (band.upper ?? Infinity) || value < (band.lower ?? -Infinity);
}

/** Date, value, plan on that day, sender. */
export function readingWords(reading: Reading, unit: string, format: Format): readonly string[] {
  return [
    format.weekday(reading.date),
    format.quantity(reading.value, unit),
    ...(reading.plan === null ? [] : [`plan ${format.figure(reading.plan)}`]),
    ...(reading.by === null ? [] : [reading.by]),
  ];
}

const useStyles = makeStyles({
  tip: {
    position: 'absolute',
    zIndex: 1,
    pointerEvents: 'none',
    transform: 'translate(-50%, calc(-100% - 14px))',
    display: 'grid',
    padding: '6px 10px',
    borderRadius: '4px',
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow8,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: 'nowrap',
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
});

export function ReadingTip({
  chart,
  scale,
  unit,
  index,
}: ChartParts & { readonly index: number | null }): ReactNode {
  const classes = useStyles();
  const format = useFormat();
  const reading = index === null ? undefined : chart.readings[index];
  if (!reading) return null;
  const [date, ...facts] = readingWords(reading, unit, format);
  const left = Math.min(Math.max(scale.x(reading.date), 64), scale.right);
  return (
    <div className={classes.tip} style={{ left, top: scale.y(reading.value) }} aria-hidden="true">
      <span className={mergeClasses(classes.strong)}>{date}</span>
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </div>
  );
}
