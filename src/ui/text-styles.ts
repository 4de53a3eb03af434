import { makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { MEASURE } from './spacing.ts';

/** The five roles of text, and no other. SCREENS.md 3. */
export const useTextStyles = makeStyles({
  hero: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground1,
    maxWidth: '38em',
    textWrap: 'balance',
    fontVariantNumeric: 'tabular-nums',
    '& strong': { fontWeight: tokens.fontWeightSemibold },
  },
  heroNarrow: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  title: { ...typographyStyles.subtitle1, margin: 0, fontVariantNumeric: 'tabular-nums' },
  section: { ...typographyStyles.subtitle2, margin: 0 },
  body: { ...typographyStyles.body1, margin: 0, fontVariantNumeric: 'tabular-nums' },
  strong: { ...typographyStyles.body1Strong, margin: 0, fontVariantNumeric: 'tabular-nums' },
  caption: {
    ...typographyStyles.caption1,
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
  },
  secondary: { color: tokens.colorNeutralForeground2 },
  quiet: { color: tokens.colorNeutralForeground3 },
  measure: { maxWidth: MEASURE },
  right: { textAlign: 'right' },
  /** Read by screen readers, not drawn. */
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});
