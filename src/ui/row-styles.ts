import { makeStyles, tokens } from '@fluentui/react-components';

/** Plain tables: fixed layout, right-aligned figures under right-aligned heads. SCREENS.md 3. */
export const useRowStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed', textAlign: 'left' },
  head: {
    boxSizing: 'border-box',
    padding: '10px 8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    verticalAlign: 'bottom',
  },
  cell: {
    boxSizing: 'border-box',
    padding: '10px 8px',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    verticalAlign: 'top',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightRegular,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  contrast: { borderTopStyle: 'dotted' },
  number: { textAlign: 'right', whiteSpace: 'nowrap' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  first: { paddingLeft: '24px' },
  flushLeft: { paddingLeft: 0 },
  last: { paddingRight: '24px' },
  flushRight: { paddingRight: 0 },
});
