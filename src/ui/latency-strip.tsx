import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { RecalibrationsView } from '../contract/recalibration-view.ts';
import { useChartStyles } from './kpi-chart-styles.ts';
import { latencyScale } from './latency-scale.ts';
import { useOneColumn, useSize } from './measured.tsx';
import { useFormat } from './reader.tsx';
import { useTextStyles } from './text-styles.ts';

const HEIGHT = 168;

const useStyles = makeStyles({
  frame: { position: 'relative', height: `${HEIGHT}px` },
  stem: { stroke: tokens.colorNeutralStroke1, strokeWidth: '1px' },
  dot: { fill: tokens.colorNeutralForeground2 },
  openStem: { stroke: tokens.colorCompoundBrandForeground1, strokeWidth: '2px' },
  openDot: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorCompoundBrandForeground1,
    strokeWidth: '2.5px',
  },
  median: { stroke: tokens.colorNeutralForeground1, strokeWidth: '1.25px', strokeDasharray: '5 4' },
});

export interface LatencyProps {
  readonly latency: RecalibrationsView['latency'];
  readonly median: number | null;
  readonly asOf: string;
}

/** Days from change to decision: one stem and dot a decision, open ones as a ring. SCREENS.md 5.4. */
export function LatencyStrip(props: LatencyProps): ReactNode {
  const classes = useStyles();
  const text = useTextStyles();
  const [ref, { width }] = useSize<HTMLDivElement>();
  return (
    <div ref={ref} className={classes.frame}>
      {width > 0 ? <Drawing {...props} width={width} /> : null}
      <ul className={text.hidden}>
        {props.latency.map((one) => (
          <li key={one.recalibration}>
            {one.name}: {one.days} days{one.open ? ', open' : ''}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Drawing({ latency, median, asOf, width }: LatencyProps & { readonly width: number }): ReactNode {
  const classes = useStyles();
  const chart = useChartStyles();
  const format = useFormat();
  const narrow = useOneColumn();
  const scale = latencyScale(latency, { asOf, width, height: HEIGHT, narrow });
  const label = mergeClasses(chart.label, chart.secondary);
  const marks = latency.map((one) => ({ one, x: scale.x(one.at), y: scale.y(one.days) }));
  return (
    <svg className={chart.drawing} width={width} height={HEIGHT} aria-hidden="true">
      {scale.ticks.map((days) => (
        <g key={days}>
          <line
            className={days === 0 ? chart.axis : chart.grid}
            x1={scale.left}
            x2={scale.right}
            y1={scale.y(days)}
            y2={scale.y(days)}
          />
          <text className={label} x={scale.left - 8} y={scale.y(days) + 4} textAnchor="end">
            {format.figure(days)}
          </text>
        </g>
      ))}
      {scale.months.map((date) => (
        <text key={date} className={label} x={scale.xOfDay(date)} y={HEIGHT - 6} textAnchor="middle">
          {format.day(date)}
        </text>
      ))}
      {marks.map(({ one, x, y }) => (
        <g key={one.recalibration}>
          <line className={one.open ? classes.openStem : classes.stem} x1={x} x2={x} y1={scale.y(0)} y2={y} />
          <circle className={one.open ? classes.openDot : classes.dot} cx={x} cy={y} r={one.open ? 5 : 4} />
        </g>
      ))}
      {median === null ? null : (
        <line
          className={classes.median}
          x1={scale.left}
          x2={scale.right}
          y1={scale.y(median)}
          y2={scale.y(median)}
        />
      )}
      {median === null || narrow ? null : (
        <text className={mergeClasses(chart.label)} x={scale.right + 8} y={scale.y(median) + 4}>
          Median {format.days(median)}
        </text>
      )}
      {narrow
        ? null
        : marks
            .filter(({ one }) => one.open || scale.isOutlier(one.days))
            .map(({ one, x, y }) => (
              <text
                key={one.recalibration}
                className={mergeClasses(chart.label, one.open && chart.strong)}
                x={x > scale.right - 200 ? x - 10 : x + 10}
                y={y + (one.open ? -10 : 4)}
                textAnchor={x > scale.right - 200 ? 'end' : 'start'}
              >
                {one.open
                  ? `${one.name}, open for ${format.days(one.days)}`
                  : `${format.days(one.days)}: ${one.name}`}
              </text>
            ))}
    </svg>
  );
}
