import { makeStyles, tokens } from '@fluentui/react-components';

const accent = tokens.colorCompoundBrandForeground1;
const ink = tokens.colorNeutralForeground1;

/** Strokes and letters of the charts. SCREENS.md 5. */
export const useChartStyles = makeStyles({
  drawing: { display: 'block', position: 'absolute', inset: 0, overflow: 'visible' },
  grid: { stroke: tokens.colorNeutralStroke3, strokeWidth: '1px' },
  gridContrast: { strokeDasharray: '1 5' },
  axis: { stroke: tokens.colorNeutralStroke1, strokeWidth: '1px' },
  plan: { fill: 'none', stroke: ink, strokeWidth: '1.75px', strokeLinejoin: 'round' },
  ghost: {
    fill: 'none',
    stroke: tokens.colorNeutralForeground3,
    strokeWidth: '1.25px',
    strokeDasharray: '3 4',
  },
  readings: { fill: 'none', stroke: accent, strokeWidth: '2.5px', strokeLinejoin: 'round' },
  dot: { fill: accent, stroke: tokens.colorNeutralBackground1, strokeWidth: '2px' },
  hit: { fill: 'transparent', outlineStyle: 'none', cursor: 'default' },
  ring: { fill: 'none', stroke: tokens.colorStrokeFocus2, strokeWidth: '2px' },
  beyond: { fill: 'none', stroke: ink, strokeWidth: '1.5px' },
  area: { fill: tokens.colorBrandBackground2 },
  half: { fill: 'none', stroke: accent, strokeWidth: '2px', strokeDasharray: '6 4' },
  likely: { fill: 'none', stroke: accent, strokeWidth: '1px' },
  due: { stroke: ink, strokeWidth: '1.25px', strokeDasharray: '2 3' },
  today: { stroke: ink, strokeWidth: '1.25px' },
  limit: { stroke: ink, strokeWidth: '1px' },
  hardLimit: { stroke: ink, strokeWidth: '1.75px' },
  natural: { stroke: tokens.colorNeutralForeground3, strokeWidth: '1px', strokeDasharray: '5 4' },
  bracket: { fill: 'none', stroke: ink, strokeWidth: '1.5px' },
  pin: { stroke: ink, strokeWidth: '1px' },
  pinHead: { fill: ink },
  label: {
    fontSize: tokens.fontSizeBase200,
    fontFamily: tokens.fontFamilyBase,
    fill: ink,
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: '4px',
    strokeLinejoin: 'round',
    paintOrder: 'stroke',
    fontVariantNumeric: 'tabular-nums',
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
  quiet: { fill: tokens.colorNeutralForeground3 },
  secondary: { fill: tokens.colorNeutralForeground2 },
  laneGreen: { stroke: tokens.colorStatusSuccessForeground1 },
  laneYellow: { stroke: tokens.colorPaletteMarigoldBackground3 },
  laneRed: { stroke: tokens.colorStatusDangerForeground1 },
  laneSilent: { stroke: tokens.colorNeutralForeground1, strokeDasharray: '4 3' },
  laneQuiet: { stroke: tokens.colorNeutralForeground3 },
  wait: { stroke: tokens.colorNeutralForeground2, strokeWidth: '3px' },
  overdue: { stroke: ink, strokeWidth: '3px', strokeDasharray: '3 2' },
});

export type ChartClasses = ReturnType<typeof useChartStyles>;
