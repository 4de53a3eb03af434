import { readFormats } from '../../../src/cli/read-workbook-formats.ts';
import type { ConditionalLook } from '../model/conditional-rule.ts';
import type { BorderSide, CellStyle } from '../model/style.ts';
import type { ColorReader } from './read-colors.ts';
import { parseXml, type XmlElement } from './xml.ts';

export interface CellLook {
  readonly format?: string;
  readonly style?: CellStyle;
}

export interface StyleSheet {
  /** By a cell's `s`. */
  readonly looks: readonly CellLook[];
  /** By a conditional format's `dxfId`. */
  readonly differences: readonly ConditionalLook[];
}

export function readStyles(xml: string | undefined, color: ColorReader): StyleSheet {
  const root = xml === undefined ? undefined : parseXml(xml);
  const formats = readFormats(xml ?? '');
  const fonts = (root?.child('fonts')?.all('font') ?? []).map((font) => readFont(font, color));
  const fills = (root?.child('fills')?.all('fill') ?? []).map((fill) => readFill(fill, color));
  const borders = (root?.child('borders')?.all('border') ?? []).map((border) => readBorders(border, color));
  const base = fonts[0] ?? {};
  const looks = (root?.child('cellXfs')?.all('xf') ?? []).map((xf, index): CellLook => {
    const format = formats[index];
    const own = different(fonts[xf.number('fontId') ?? 0] ?? {}, base);
    const fill = fills[xf.number('fillId') ?? 0];
    const border = borders[xf.number('borderId') ?? 0] ?? {};
    const style: CellStyle = {
      ...own,
      ...(fill === undefined ? {} : { fill }),
      ...(Object.keys(border).length === 0 ? {} : { borders: border }),
      ...readAlignment(xf.child('alignment')),
      ...readLocking(xf.child('protection')),
    };
    return {
      ...(format === undefined ? {} : { format }),
      ...(Object.keys(style).length === 0 ? {} : { style }),
    };
  });
  return {
    looks,
    differences: (root?.child('dxfs')?.all('dxf') ?? []).map((dxf) => readDifference(dxf, color)),
  };
}

/** The workbook's own standard font is no formatting. */
function different(font: CellStyle, base: CellStyle): CellStyle {
  return Object.fromEntries(
    Object.entries(font).filter(([key, value]) => base[key as keyof CellStyle] !== value),
  );
}

function readFont(font: XmlElement, color: ColorReader): CellStyle {
  const on = (name: string) => font.child(name) !== undefined && font.child(name)?.flag('val', true) === true;
  const fontColor = color(font.child('color'));
  const fontName = font.child('name')?.attribute('val');
  const fontSize = font.child('sz')?.number('val');
  return {
    ...(on('b') ? { bold: true } : {}),
    ...(on('i') ? { italic: true } : {}),
    ...(on('strike') ? { strikethrough: true } : {}),
    ...(font.child('u') === undefined ? {} : { underline: 'Single' }),
    ...(fontColor === undefined || fontColor === '#000000' ? {} : { fontColor }),
    ...(fontName === undefined ? {} : { fontName }),
    ...(fontSize === undefined ? {} : { fontSize }),
  };
}

function readFill(fill: XmlElement, color: ColorReader): string | undefined {
  const pattern = fill.child('patternFill');
  if (pattern?.attribute('patternType') === 'none') return undefined;
  if (pattern?.attribute('patternType') === 'gray125') return undefined;
  return color(pattern?.child('fgColor')) ?? color(pattern?.child('bgColor'));
}

const SIDES: Readonly<Record<string, BorderSide>> = {
  top: 'EdgeTop',
  bottom: 'EdgeBottom',
  left: 'EdgeLeft',
  right: 'EdgeRight',
  start: 'EdgeLeft',
  end: 'EdgeRight',
};
const LINES: Readonly<Record<string, { readonly style: string; readonly weight: string }>> = {
  hair: { style: 'Continuous', weight: 'Hairline' },
  medium: { style: 'Continuous', weight: 'Medium' },
  thick: { style: 'Continuous', weight: 'Thick' },
  double: { style: 'Double', weight: 'Thick' },
  dashed: { style: 'Dash', weight: 'Thin' },
  dotted: { style: 'Dot', weight: 'Thin' },
};

function readBorders(border: XmlElement, color: ColorReader): NonNullable<CellStyle['borders']> {
  const lines: NonNullable<CellStyle['borders']> = Object.fromEntries(
    border.children.flatMap((side) => {
      const style = side.attribute('style');
      const name = SIDES[side.name];
      if (name === undefined || style === undefined || style === 'none') return [];
      const line = LINES[style] ?? { style: 'Continuous', weight: 'Thin' };
      return [[name, { ...line, color: color(side.child('color')) ?? '#000000' }] as const];
    }),
  );
  return lines;
}

function readAlignment(alignment: XmlElement | undefined): CellStyle {
  const horizontal = alignment?.attribute('horizontal');
  const vertical = alignment?.attribute('vertical');
  const indent = alignment?.number('indent');
  return {
    ...(horizontal === undefined || horizontal === 'general' ? {} : { horizontal: capital(horizontal) }),
    ...(vertical === undefined || vertical === 'bottom' ? {} : { vertical: capital(vertical) }),
    ...(alignment?.flag('wrapText') === true ? { wrap: true } : {}),
    ...(indent === undefined || indent === 0 ? {} : { indent }),
  };
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function readLocking(protection: XmlElement | undefined): CellStyle {
  return {
    ...(protection?.flag('locked', true) === false ? { locked: false } : {}),
    ...(protection?.flag('hidden') === true ? { formulaHidden: true } : {}),
  };
}

function readDifference(dxf: XmlElement, color: ColorReader): ConditionalLook {
  const font = dxf.child('font');
  const fontColor = color(font?.child('color'));
  const pattern = dxf.child('fill')?.child('patternFill');
  const fill = color(pattern?.child('bgColor')) ?? color(pattern?.child('fgColor'));
  return {
    ...(fill === undefined ? {} : { fill }),
    ...(fontColor === undefined ? {} : { fontColor }),
    ...(font?.child('b')?.flag('val', true) === true ? { bold: true } : {}),
    ...(font?.child('i')?.flag('val', true) === true ? { italic: true } : {}),
  };
}
