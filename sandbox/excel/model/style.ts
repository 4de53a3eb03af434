export type BorderSide =
  | 'EdgeTop'
  | 'EdgeBottom'
  | 'EdgeLeft'
  | 'EdgeRight'
  | 'InsideVertical'
  | 'InsideHorizontal'
  | 'DiagonalDown'
  | 'DiagonalUp';

export interface BorderLine {
  readonly style?: string;
  readonly color?: string;
  readonly weight?: string;
}

/** Every field is optional: what is absent comes from the row, the column or Excel's default. */
export interface CellStyle {
  readonly fill?: string;
  readonly fontColor?: string;
  readonly fontName?: string;
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: string;
  readonly strikethrough?: boolean;
  readonly horizontal?: string;
  readonly vertical?: string;
  readonly wrap?: boolean;
  readonly indent?: number;
  /** Cells are locked unless somebody unlocks them; it matters only on a protected sheet. */
  readonly locked?: boolean;
  readonly formulaHidden?: boolean;
  readonly borders?: Readonly<Partial<Record<BorderSide, BorderLine>>>;
}

export const DEFAULT_STYLE: Required<CellStyle> = {
  fill: '#FFFFFF',
  fontColor: '#000000',
  fontName: 'Calibri',
  fontSize: 11,
  bold: false,
  italic: false,
  underline: 'None',
  strikethrough: false,
  horizontal: 'General',
  vertical: 'Bottom',
  wrap: false,
  indent: 0,
  locked: true,
  formulaHidden: false,
  borders: {},
};

export type StyleKey = keyof CellStyle;

/** A copy without the keys named, or with them replaced. */
export function withStyle(style: CellStyle | undefined, change: CellStyle): CellStyle {
  return { ...style, ...change };
}
