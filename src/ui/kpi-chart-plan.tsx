import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ChartView } from '../contract/kpi-view.ts';
import type { ChartField, ChartScale } from './kpi-chart-scale.ts';
import { useChartStyles } from './kpi-chart-styles.ts';
import { useFormat } from './reader.tsx';

export interface ChartParts {
  readonly chart: ChartView;
  readonly scale: ChartScale;
  readonly field: ChartField;
  readonly unit: string;
}

interface Point {
  readonly date: string;
  readonly value: number;
}

export function pathOf(points: readonly Point[], scale: ChartScale): string {
  return points.map(({ date, value }) => `${scale.x(date)},${scale.y(value)}`).join(' ');
}

/** Light lines with their numbers at the left, and the dates below. */
export function ChartGrid({ scale, contrast }: ChartParts & { readonly contrast: boolean }): ReactNode {
  const classes = useChartStyles();
  const format = useFormat();
  const quiet = mergeClasses(classes.label, classes.secondary);
  return (
    <g>
      {scale.values.map((value, index) => (
        <g key={value}>
          <line
            className={
              index === 0 ? classes.axis : mergeClasses(classes.grid, contrast && classes.gridContrast)
            }
            x1={scale.left}
            x2={scale.right}
            y1={scale.y(value)}
            y2={scale.y(value)}
          />
          <text className={quiet} x={scale.left - 8} y={scale.y(value) + 4} textAnchor="end">
            {format.figure(value)}
          </text>
        </g>
      ))}
      {scale.dates.map((date) => (
        <g key={date}>
          <line
            className={classes.axis}
            x1={scale.x(date)}
            x2={scale.x(date)}
            y1={scale.bottom}
            y2={scale.bottom + 4}
          />
          <text className={quiet} x={scale.x(date)} y={scale.bottom + 17} textAnchor="middle">
            {format.day(date)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** The plan in force, and the earlier ones as ghosts. */
export function PlanLines({ chart, scale, field }: ChartParts): ReactNode {
  const classes = useChartStyles();
  const format = useFormat();
  const quiet = mergeClasses(classes.label, classes.quiet);
  const strong = mergeClasses(classes.label, classes.strong);
  const besides = chart.ghosts.length > 0 || chart.forecast !== null;
  const plan = labelAt(chart.plan, besides ? 0.93 : 0.62, scale);
  return (
    <g>
      {chart.ghosts.map((ghost) => {
        const at = labelAt(ghost.points, 0.5, scale);
        return (
          <g key={ghost.revision}>
            <polyline className={classes.ghost} points={pathOf(ghost.points, scale)} />
            {at && !field.narrow ? (
              <text className={quiet} x={at.x - 10} y={at.y - 2} textAnchor="end">
                {ghost.revision <= 1 ? 'Baseline' : `Plan ${ghost.revision}`}, {format.day(ghost.since)}
              </text>
            ) : null}
          </g>
        );
      })}
      <polyline className={classes.plan} points={pathOf(chart.plan, scale)} />
      {plan && !field.narrow ? (
        <text
          className={strong}
          x={plan.x + (besides ? -10 : 8)}
          y={plan.y + (besides ? 4 : 14)}
          textAnchor={besides ? 'end' : 'start'}
        >
          {chart.planRevision > 1 ? `Plan, revision ${chart.planRevision}` : 'Plan'}
        </text>
      ) : null}
    </g>
  );
}

/** The place on a line where this share of its time has passed. */
function labelAt(
  points: readonly Point[],
  share: number,
  scale: ChartScale,
): { readonly x: number; readonly y: number } | null {
  const drawn = points.map(({ date, value }) => ({ x: scale.x(date), y: scale.y(value) }));
  const [first, last] = [drawn[0], drawn.at(-1)];
  if (!first || !last) return null;
  const x = first.x + (last.x - first.x) * share;
  const index = Math.max(
    1,
    drawn.findIndex((point) => point.x >= x),
  );
  const [from, to] = [drawn[index - 1] ?? first, drawn[index] ?? last];
  const part = to.x === from.x ? 0 : (x - from.x) / (to.x - from.x);
  return { x, y: from.y + (to.y - from.y) * part };
}

/** From the last reading to the dates of half chance and of 80 %. */
export function Forecast({ chart, scale, field }: ChartParts): ReactNode {
  const classes = useChartStyles();
  const last = chart.readings.at(-1);
  const { forecast, target } = chart;
  if (!forecast || !last || target === null) return null;
  const half = { date: forecast.halfChance, value: target };
  const likely = forecast.likely === null ? null : { date: forecast.likely, value: target };
  return (
    <g>
      {likely ? <polygon className={classes.area} points={pathOf([last, half, likely], scale)} /> : null}
      {likely ? <polyline className={classes.likely} points={pathOf([last, likely], scale)} /> : null}
      <polyline className={classes.half} points={pathOf([last, half], scale)} />
      {field.narrow ? null : (
        <ForecastLabels forecast={forecast} x={scale.right + 8} y={scale.y(target) + 24} />
      )}
    </g>
  );
}

function ForecastLabels(props: {
  readonly forecast: NonNullable<ChartView['forecast']>;
  readonly x: number;
  readonly y: number;
}): ReactNode {
  const classes = useChartStyles();
  const format = useFormat();
  const { forecast, x, y } = props;
  const quiet = mergeClasses(classes.label, classes.secondary);
  const strong = mergeClasses(classes.label, classes.strong);
  return (
    <>
      <text className={quiet} x={x} y={y}>
        Half chance
      </text>
      <text className={strong} x={x} y={y + 16}>
        by {format.day(forecast.halfChance)}
      </text>
      {forecast.likely === null ? null : (
        <>
          <text className={quiet} x={x} y={y + 40}>
            80&nbsp;% chance
          </text>
          <text className={strong} x={x} y={y + 56}>
            by {format.day(forecast.likely)}
          </text>
        </>
      )}
    </>
  );
}
