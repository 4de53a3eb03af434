import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { type ChartParts, pathOf } from './kpi-chart-plan.tsx';
import { useChartStyles } from './kpi-chart-styles.ts';
import { useFormat } from './reader.tsx';

/** Due and today, through all lanes, named at the top. */
export function Verticals({ chart, scale }: ChartParts): ReactNode {
  const classes = useChartStyles();
  const format = useFormat();
  const [today, due] = [scale.x(chart.today), scale.x(chart.due)];
  const room = due - today;
  const dueAfter = room < 170 && room > -70;
  return (
    <g>
      <line className={classes.due} x1={due} x2={due} y1={scale.top - 18} y2={scale.bottom} />
      {chart.today < chart.start ? null : (
        <line className={classes.today} x1={today} x2={today} y1={scale.top - 18} y2={scale.floor} />
      )}
      <text
        className={classes.label}
        x={due + (dueAfter ? 6 : -6)}
        y={scale.top - 24}
        textAnchor={dueAfter ? 'start' : 'end'}
      >
        Due {format.day(chart.due)}
      </text>
      {chart.today < chart.start ? null : (
        <text
          className={mergeClasses(classes.label, classes.strong)}
          x={today + (room > 0 && room < 90 ? -6 : 6)}
          y={scale.top - 24}
          textAnchor={room > 0 && room < 90 ? 'end' : 'start'}
        >
          Today, {format.day(chart.today)}
        </text>
      )}
    </g>
  );
}

/** The target, named at the right. */
export function TargetName({ chart, scale, field }: ChartParts): ReactNode {
  const classes = useChartStyles();
  const format = useFormat();
  if (chart.target === null || field.narrow) return null;
  return (
    <text
      className={mergeClasses(classes.label, classes.strong)}
      x={scale.right + 8}
      y={scale.y(chart.target) + 4}
    >
      Target {format.figure(chart.target)}
    </text>
  );
}

/** The band of a keep KPI: band thin, hard limits solid, limits of the natural process dashed. */
export function Band({ chart, scale, field }: ChartParts): ReactNode {
  const classes = useChartStyles();
  const format = useFormat();
  const { band } = chart;
  const lines = [
    { value: band.upper, className: classes.limit, name: 'Upper' },
    { value: band.lower, className: classes.limit, name: 'Lower' },
    { value: band.hardUpper, className: classes.hardLimit, name: 'Hard limit' },
    { value: band.hardLower, className: classes.hardLimit, name: 'Hard limit' },
    { value: band.naturalUpper, className: classes.natural, name: 'Natural' },
    { value: band.naturalLower, className: classes.natural, name: 'Natural' },
  ];
  return lines.map(({ value, className, name }) =>
    value === null ? null : (
      <g key={`${name} ${value}`}>
        <line
          className={className}
          x1={scale.left}
          x2={scale.right}
          y1={scale.y(value)}
          y2={scale.y(value)}
        />
        {field.narrow ? null : (
          <text className={classes.label} x={scale.right + 8} y={scale.y(value) + 4}>
            {name} {format.figure(value)}
          </text>
        )}
      </g>
    ),
  );
}

/** Slip as a bracket: from the day the plan stood there to the reading. Earned schedule, drawn. */
export function SlipBracket({ chart, scale }: ChartParts): ReactNode {
  const classes = useChartStyles();
  const format = useFormat();
  const { slip } = chart;
  if (!slip || slip.days < 0.5) return null;
  const [from, to, y] = [scale.x(slip.from), scale.x(slip.to), scale.y(slip.value)];
  return (
    <g>
      <path className={classes.bracket} d={`M${from},${y - 4}v8M${from},${y}H${to - 6}`} />
      <text className={mergeClasses(classes.label, classes.strong)} x={from - 6} y={y + 4} textAnchor="end">
        slip {format.days(slip.days)}
      </text>
    </g>
  );
}

/** The last reading says its value; the others say it on focus and hover. */
export function ReadingLine({ chart, scale, unit }: ChartParts): ReactNode {
  const classes = useChartStyles();
  const format = useFormat();
  const last = chart.readings.at(-1);
  if (!last) return null;
  const first = chart.kind === 'reach' && chart.plan[0] ? [chart.plan[0]] : [];
  const started = first.filter((point) => point.date < (chart.readings[0]?.date ?? ''));
  return (
    <g>
      <polyline className={classes.readings} points={pathOf([...started, ...chart.readings], scale)} />
      <text
        className={mergeClasses(classes.label, classes.strong)}
        x={scale.x(last.date) + 4}
        y={scale.y(last.value) + 18}
      >
        {format.quantity(last.value, unit)}
      </text>
    </g>
  );
}

/** A decision is a pin on the axis. */
export function DecisionPins({ chart, scale, field }: ChartParts): ReactNode {
  const classes = useChartStyles();
  return chart.decisions.map((decision, index) => {
    const x = scale.x(decision.date);
    const next = chart.decisions[index + 1];
    const room = (next ? scale.x(next.date) : scale.right) - x;
    return (
      <g key={`${decision.date}-${decision.label}`}>
        <title>{decision.label}</title>
        <line className={classes.pin} x1={x} x2={x} y1={scale.bottom} y2={scale.bottom - 24} />
        <circle className={classes.pinHead} cx={x} cy={scale.bottom - 24} r="3" />
        {field.narrow || room < 120 ? null : (
          <text className={classes.label} x={x + 8} y={scale.bottom - 10}>
            {decision.label}
          </text>
        )}
      </g>
    );
  });
}
