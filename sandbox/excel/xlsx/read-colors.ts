import { parseXml, type XmlElement } from './xml.ts';

/** Resolves the ways a file names a colour: rgb, theme with tint, old palette index. */
export type ColorReader = (element: XmlElement | undefined) => string | undefined;

const THEME_ORDER = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];
/** Indexes 8 to 63 of the palette of old; 0 to 7 repeat 8 to 15 (ECMA-376 18.8.27). */
const PALETTE =
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'.split(
    ' ',
  );

export function colorReader(theme: string | undefined): ColorReader {
  const scheme = theme === undefined ? undefined : [...parseXml(theme).deep('clrScheme')][0];
  const colors = THEME_ORDER.map((name) => {
    const color = scheme?.child(name)?.children[0];
    return color?.attribute('lastClr') ?? color?.attribute('val');
  });
  return (element) => {
    if (element === undefined || element.flag('auto')) return undefined;
    const index = element.number('indexed');
    const own =
      element.attribute('rgb')?.slice(-6) ??
      colors[element.number('theme') ?? -1] ??
      (index === undefined ? undefined : PALETTE[index < 8 ? index : index - 8]);
    return own === undefined || !/^[\dA-F]{6}$/iu.test(own)
      ? undefined
      : `#${tinted(own, element.number('tint') ?? 0)}`;
  };
}

/** Positive tints go towards white, negative ones towards black; close enough to Excel's own arithmetic. */
function tinted(rgb: string, tint: number): string {
  const channels = [0, 2, 4].map((at) => Number.parseInt(rgb.slice(at, at + 2), 16));
  const mixed = channels.map((value) =>
    Math.round(tint < 0 ? value * (1 + tint) : value + (255 - value) * tint),
  );
  return mixed
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}
