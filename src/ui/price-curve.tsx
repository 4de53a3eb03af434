import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useSize } from './measured.tsx';

/** Fluent's slider keeps half a thumb free at each end. */
export const SLIDER_INSET = 10;
const HEIGHT = 64;
const TOP = 8;

const useStyles = makeStyles({
  frame: { height: `${HEIGHT}px`, overflow: 'hidden' },
  drawing: { display: 'block', overflow: 'visible' },
  area: { fill: tokens.colorNeutralBackground3 },
  line: { fill: 'none', stroke: tokens.colorNeutralForeground2, strokeWidth: '1.5px' },
  dot: {
    fill: tokens.colorCompoundBrandForeground1,
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: '2px',
  },
  stem: { stroke: tokens.colorCompoundBrandForeground1, strokeWidth: '1.5px' },
});

export interface CurveProps {
  /** Cost in minor units for 0, 1, 2 … days. */
  readonly costs: readonly number[];
  readonly days: number;
}

/** What each further day costs, over the slider and on its scale. The sentence is the label. SCREENS.md 5.2. */
export function PriceCurve(props: CurveProps): ReactNode {
  const classes = useStyles();
  const [ref, { width }] = useSize<HTMLDivElement>();
  const points = curvePoints(props.costs, width);
  const dot = points[props.days];
  const line = points.map(({ x, y }) => `${x},${y}`).join(' ');
  return (
    <div ref={ref} className={classes.frame} aria-hidden="true">
      {dot && width > 0 ? (
        <svg className={classes.drawing} width={width} height={HEIGHT}>
          <polygon
            className={classes.area}
            points={`${SLIDER_INSET},${HEIGHT} ${line} ${width - SLIDER_INSET},${HEIGHT}`}
          />
          <polyline className={classes.line} points={line} />
          <line className={classes.stem} x1={dot.x} x2={dot.x} y1={dot.y} y2={HEIGHT} />
          <circle className={classes.dot} cx={dot.x} cy={dot.y} r="5" />
        </svg>
      ) : null}
    </div>
  );
}

/** Pixel positions of the curve; a price that never rises lies on the ground. */
export function curvePoints(
  costs: readonly number[],
  width: number,
): readonly { readonly x: number; readonly y: number }[] {
  const most = Math.max(1, ...costs);
  const step = (width - 2 * SLIDER_INSET) / Math.max(1, costs.length - 1);
  return costs.map((cost, day) => ({
    x: SLIDER_INSET + day * step,
    y: HEIGHT - 1 - (cost / most) * (HEIGHT - TOP),
  }));
}
