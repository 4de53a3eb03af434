import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { ChartView } from '../contract/kpi-view.ts';
import { StatusLane, WaitLane } from './kpi-chart-lanes.tsx';
import { Band, DecisionPins, ReadingLine, SlipBracket, TargetName, Verticals } from './kpi-chart-marks.tsx';
import { ChartGrid, type ChartParts, Forecast, PlanLines } from './kpi-chart-plan.tsx';
import { ReadingDots, ReadingTip } from './kpi-chart-readings.tsx';
import { chartScale } from './kpi-chart-scale.ts';
import { useChartStyles } from './kpi-chart-styles.ts';
import { ReadingTable } from './kpi-chart-table.tsx';
import { useOneColumn, useSize } from './measured.tsx';
import { SPACE } from './spacing.ts';
import { useContrast } from './surface.tsx';

const useStyles = makeStyles({
  frame: { display: 'flex', flexDirection: 'column', flexGrow: 1, rowGap: SPACE.s },
  field: { position: 'relative', flexGrow: 1, minHeight: '424px' },
  narrow: { minHeight: '300px' },
  more: { alignSelf: 'flex-start', marginLeft: '-8px' },
});

export interface KpiChartProps {
  readonly chart: ChartView;
  readonly unit: string;
  /** The sentence that a screen reader hears in place of the drawing. */
  readonly sentence: string;
}

/** Plan, readings, forecast, slip and what was waited for, over time. SCREENS.md 5.1. */
export function KpiChart(props: KpiChartProps): ReactNode {
  const classes = useStyles();
  const narrow = useOneColumn();
  const [asTable, setAsTable] = useState(false);
  return (
    <div className={classes.frame}>
      {asTable ? (
        <div className={classes.field}>
          <ReadingTable chart={props.chart} unit={props.unit} />
        </div>
      ) : (
        <Field {...props} narrow={narrow} />
      )}
      <Button
        className={classes.more}
        appearance="transparent"
        size="small"
        aria-pressed={asTable}
        onClick={() => setAsTable(!asTable)}
      >
        {asTable ? 'Show as chart' : 'Show as table'}
      </Button>
    </div>
  );
}

function Field({ chart, unit, sentence, narrow }: KpiChartProps & { readonly narrow: boolean }): ReactNode {
  const classes = useStyles();
  const [ref, size] = useSize<HTMLDivElement>();
  const [shown, setShown] = useState<number | null>(null);
  const field = { ...size, narrow };
  const parts: ChartParts = { chart, unit, field, scale: chartScale(chart, field) };
  return (
    <div ref={ref} className={mergeClasses(classes.field, narrow && classes.narrow)}>
      {size.width > 0 ? <Drawing parts={parts} sentence={sentence} onShow={setShown} /> : null}
      {size.width > 0 ? <ReadingTip {...parts} index={shown} /> : null}
    </div>
  );
}

function Drawing(props: {
  readonly parts: ChartParts;
  readonly sentence: string;
  readonly onShow: (index: number | null) => void;
}): ReactNode {
  const classes = useChartStyles();
  const contrast = useContrast();
  const { parts } = props;
  const { width, height } = parts.field;
  return (
    <svg
      className={classes.drawing}
      width={width}
      height={height}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- SVG has no group role of its own
      role="group"
      aria-label={props.sentence}
    >
      <g aria-hidden="true">
        <ChartGrid {...parts} contrast={contrast} />
        <Forecast {...parts} />
        <PlanLines {...parts} />
        {parts.chart.kind === 'keep' ? <Band {...parts} /> : <TargetName {...parts} />}
        <DecisionPins {...parts} />
        <Verticals {...parts} />
        <SlipBracket {...parts} />
        <ReadingLine {...parts} />
        <StatusLane {...parts} />
        <WaitLane {...parts} />
      </g>
      <ReadingDots {...parts} onShow={props.onShow} />
    </svg>
  );
}
