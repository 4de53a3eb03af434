import { mergeClasses } from '@fluentui/react-components';
import { Fragment, type ReactNode } from 'react';
import type { ChartView } from '../contract/kpi-view.ts';
import type { ShownStatus } from '../contract/primitives.ts';
import { daysBetween } from '../domain/civil-date.ts';
import type { ChartParts } from './kpi-chart-plan.tsx';
import { type ChartClasses, useChartStyles } from './kpi-chart-styles.ts';
import { type Format, useFormat } from './reader.tsx';
import { StatusShape } from './status-mark.tsx';

/** A mark that its successor would cover is left to the line's colour. */
const MARK = 18;

/** Status over time: a line with a mark at each change. */
export function StatusLane({ chart, scale }: ChartParts): ReactNode {
  const classes = useChartStyles();
  const y = scale.statusLane;
  const end = scale.x(chart.today);
  // Before the start there is nothing to draw.
  if (chart.today < chart.start) return null;
  return (
    <g>
      {chart.statusLane.map((part, index) => {
        const next = chart.statusLane[index + 1];
        const from = Math.max(scale.left, scale.x(part.from));
        return (
          <line
            key={part.from}
            className={laneClass(part.status, classes)}
            strokeWidth={3}
            x1={from}
            x2={next ? scale.x(next.from) : end}
            y1={y}
            y2={y}
          />
        );
      })}
      {chart.statusLane.map((part, index) => {
        const next = chart.statusLane[index + 1];
        const at = Math.max(scale.left, scale.x(part.from));
        if (next && scale.x(next.from) - at < MARK) return null;
        return (
          <g key={part.from} transform={`translate(${at - 8},${y - 8})`}>
            <StatusShape status={part.status} />
          </g>
        );
      })}
      <text
        className={mergeClasses(classes.label, classes.secondary)}
        x={laneLabelX(end, scale.right)}
        y={y + 4}
      >
        Status
      </text>
    </g>
  );
}

function laneClass(status: ShownStatus, classes: ChartClasses): string {
  if (status === 'green') return classes.laneGreen;
  if (status === 'yellow') return classes.laneYellow;
  if (status === 'red') return classes.laneRed;
  return status === 'silent' ? classes.laneSilent : classes.laneQuiet;
}

function laneLabelX(today: number, right: number): number {
  return Math.min(today, right) + 20;
}

/** What it waits for: solid until expected, dashed since. */
export function WaitLane({ chart, scale, field }: ChartParts): ReactNode {
  const classes = useChartStyles();
  const format = useFormat();
  const last = chart.waitLane.at(-1);
  if (!last) return null;
  const y = scale.waitLane;
  const x = laneLabelX(scale.x(chart.today), scale.right);
  return (
    <g>
      {chart.waitLane.map((wait) => {
        const ended = wait.endedOn ?? chart.today;
        const due = scale.x(wait.expectedBy < ended ? wait.expectedBy : ended);
        return (
          <Fragment key={`${wait.what}-${wait.since}`}>
            <line className={classes.wait} x1={scale.x(wait.since)} x2={due} y1={y} y2={y} />
            <line className={classes.overdue} x1={due} x2={scale.x(ended)} y1={y} y2={y} />
            <line className={classes.bracket} x1={due} x2={due} y1={y - 4} y2={y + 4} />
          </Fragment>
        );
      })}
      {field.narrow ? null : (
        <text className={mergeClasses(classes.label, classes.secondary)} x={x} y={y + 4}>
          {clipped(waitWords(last, chart.today, format), field.width - x)}
        </text>
      )}
    </g>
  );
}

/** "Waiting for the export: due 9 Mar, 2 days over". */
export function waitWords(wait: ChartView['waitLane'][number], today: string, format: Format): string {
  const ended = wait.endedOn;
  const over = daysBetween(wait.expectedBy, ended ?? today);
  const late = over > 0 ? `, ${format.days(over)} over` : '';
  if (ended === null) return `Waiting for “${wait.what}”: due ${format.day(wait.expectedBy)}${late}`;
  return `Waited for “${wait.what}” ${format.day(wait.since)}–${format.day(ended)}${late}`;
}

/** Letters are about six pixels wide; text in a chart is never scaled, so it is cut. */
function clipped(words: string, room: number): string {
  const most = Math.max(8, Math.floor(room / 6.1));
  return words.length <= most ? words : `${words.slice(0, most - 1)}…`;
}
