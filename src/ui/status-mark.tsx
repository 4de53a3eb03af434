import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ShownStatus } from '../contract/primitives.ts';

const CANVAS = '@media (forced-colors: active)';

const useStyles = makeStyles({
  mark: { flexShrink: 0, display: 'inline-block', verticalAlign: 'text-bottom', forcedColorAdjust: 'none' },
  green: { fill: tokens.colorStatusSuccessForeground1, [CANVAS]: { fill: 'CanvasText' } },
  yellow: {
    fill: tokens.colorPaletteMarigoldBackground3,
    stroke: tokens.colorPaletteMarigoldForeground2,
    [CANVAS]: { fill: 'CanvasText', stroke: 'CanvasText' },
  },
  red: { fill: tokens.colorStatusDangerForeground1, [CANVAS]: { fill: 'CanvasText' } },
  sign: { fill: 'none', stroke: tokens.colorNeutralBackground1, [CANVAS]: { stroke: 'Canvas' } },
  yellowSign: { fill: tokens.colorNeutralForeground1Static, [CANVAS]: { fill: 'Canvas' } },
  silent: { fill: 'none', stroke: tokens.colorNeutralForeground1, [CANVAS]: { stroke: 'CanvasText' } },
  quiet: { fill: 'none', stroke: tokens.colorNeutralForeground3, [CANVAS]: { stroke: 'CanvasText' } },
});

type Classes = ReturnType<typeof useStyles>;

/** Four silhouettes that survive without colour. The word stands beside it or in the entry's name. SCREENS.md 4. */
export function StatusMark(props: { readonly status: ShownStatus; readonly size?: 14 | 16 }): ReactNode {
  const classes = useStyles();
  const size = props.size ?? 16;
  return (
    <svg className={classes.mark} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <StatusShape status={props.status} />
    </svg>
  );
}

/** The drawing alone, on a 16 by 16 field, for use inside a chart. */
export function StatusShape(props: { readonly status: ShownStatus }): ReactNode {
  const classes = useStyles();
  return SHAPES[props.status](classes);
}

const SHAPES: Readonly<Record<ShownStatus, (classes: Classes) => ReactNode>> = {
  green: (classes) => (
    <>
      <circle className={classes.green} cx="8" cy="8" r="7" />
      <path className={classes.sign} d="M4.8 8.2 7.1 10.5 11.3 5.9" strokeWidth="1.7" strokeLinecap="round" />
    </>
  ),
  yellow: (classes) => (
    <>
      <path
        className={classes.yellow}
        d="M8 1.6 15 14.2H1z"
        strokeWidth="1"
        strokeLinejoin="round"
        paintOrder="stroke"
      />
      <rect className={classes.yellowSign} x="7.15" y="5.6" width="1.7" height="4.4" rx="0.8" />
      <circle className={classes.yellowSign} cx="8" cy="11.9" r="1" />
    </>
  ),
  red: (classes) => (
    <>
      <path className={classes.red} d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z" />
      <path
        className={classes.sign}
        d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2"
        strokeWidth="1.7"
        strokeLinecap="round"
      />
    </>
  ),
  silent: (classes) => (
    <>
      <circle
        className={classes.silent}
        cx="8"
        cy="8"
        r="6.2"
        strokeWidth="1.7"
        strokeDasharray="3.4 3.092"
        strokeDashoffset="1.7"
      />
      <path className={classes.silent} d="M5.2 8h5.6" strokeWidth="1.7" />
    </>
  ),
  'not-started': (classes) => <circle className={classes.quiet} cx="8" cy="8" r="5.6" strokeWidth="1.3" />,
  stopped: (classes) => (
    <rect className={classes.quiet} x="3" y="3" width="10" height="10" rx="1" strokeWidth="1.3" />
  ),
};
