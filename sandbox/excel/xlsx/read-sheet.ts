import type { ZipParts } from '../../../src/cli/read-workbook-zip.ts';
import { parseArea } from '../model/address.ts';
import type { Palette } from '../model/save-workbook.ts';
import type { BandJson, CellJson, SheetJson, TableJson } from '../model/workbook-json.ts';
import { readPart, relationshipsOf } from './package.ts';
import { readCells, type CellContext } from './read-cells.ts';
import { readConditionals, readValidations } from './read-rules.ts';
import type { StyleSheet } from './read-styles.ts';
import type { XmlElement } from './xml.ts';

export interface SheetPart {
  readonly name: string;
  readonly visibility: SheetJson['visibility'];
  readonly part: string;
}

export interface SheetContext extends CellContext {
  readonly zip: ZipParts;
  readonly styles: StyleSheet;
  readonly palette: Palette;
}

export function readSheet({ name, visibility, part }: SheetPart, context: SheetContext): SheetJson {
  const root = readPart(context.zip, part);
  if (root === undefined) throw new Error(`the file is damaged: sheet "${name}" is missing`);
  const data = root.child('sheetData');
  const protection = readProtection(root.child('sheetProtection'));
  return {
    name,
    visibility,
    cells: cellsOf(data, context),
    columns: (root.child('cols')?.all('col') ?? []).map((col) => columnBand(col, context)),
    rows: (data?.all('row') ?? []).flatMap((row, index) => rowBand(row, index, context)),
    merges: (root.child('mergeCells')?.all('mergeCell') ?? []).flatMap(
      (merge) => merge.attribute('ref') ?? [],
    ),
    tables: readTables(context.zip, part),
    validations: readValidations(root),
    conditionalRules: readConditionals(root, context.styles.differences),
    ...(protection === undefined ? {} : { protection }),
  };
}

/** Empty cells stay only where they carry a look of their own. */
function cellsOf(data: XmlElement | undefined, context: SheetContext): readonly CellJson[] {
  return readCells(data, context).flatMap(({ row, column, value, formula, look }): readonly CellJson[] => {
    const { format, style } = context.styles.looks[look] ?? {};
    if (value === null && formula === undefined && format === undefined && style === undefined) return [];
    return [
      {
        r: row,
        c: column,
        v: value,
        ...(formula === undefined ? {} : { f: formula }),
        ...context.palette.looks(format, style),
      },
    ];
  });
}

function columnBand(col: XmlElement, { styles, palette }: SheetContext): BandJson {
  const width = col.number('width');
  const look = styles.looks[col.number('style') ?? 0];
  return {
    index: (col.number('min') ?? 1) - 1,
    until: (col.number('max') ?? 1) - 1,
    ...(width === undefined ? {} : { size: widthInPoints(width) }),
    ...(col.flag('hidden') ? { hidden: true } : {}),
    ...palette.looks(look?.format, look?.style),
  };
}

/** Column widths are counted in digits of the standard font, 7 pixels each; a pixel is three quarters of a point. */
function widthInPoints(digits: number): number {
  return Math.trunc(((256 * digits + Math.trunc(128 / 7)) / 256) * 7) * 0.75;
}

function rowBand(row: XmlElement, position: number, { styles, palette }: SheetContext): readonly BandJson[] {
  const height = row.flag('customHeight') ? row.number('ht') : undefined;
  const look = row.flag('customFormat') ? styles.looks[row.number('s') ?? 0] : undefined;
  if (height === undefined && look === undefined && !row.flag('hidden')) return [];
  return [
    {
      index: (row.number('r') ?? position + 1) - 1,
      ...(height === undefined ? {} : { size: height }),
      ...(row.flag('hidden') ? { hidden: true } : {}),
      ...palette.looks(look?.format, look?.style),
    },
  ];
}

const ACTIONS = [
  'AutoFilter',
  'DeleteColumns',
  'DeleteRows',
  'FormatCells',
  'FormatColumns',
  'FormatRows',
  'InsertColumns',
  'InsertHyperlinks',
  'InsertRows',
  'PivotTables',
  'Sort',
];

/** In the file "1" forbids; office.js asks what is allowed. */
function readProtection(element: XmlElement | undefined): SheetJson['protection'] | undefined {
  if (element === undefined || !element.flag('sheet')) return undefined;
  const allowed = ACTIONS.map((action) => [
    `allow${action}`,
    !element.flag(action.slice(0, 1).toLowerCase() + action.slice(1), true),
  ]);
  return {
    ...Object.fromEntries(allowed),
    selectionMode: element.flag('selectLockedCells') ? 'Unlocked' : 'Normal',
  };
}

function readTables(zip: ZipParts, part: string): readonly TableJson[] {
  return relationshipsOf(zip, part)
    .filter((relationship) => relationship.type === 'table')
    .flatMap(({ target }) => {
      const table = readPart(zip, target);
      const address = table?.attribute('ref') ?? '';
      if (table === undefined || parseArea(address) === undefined) return [];
      return [
        {
          name: table.attribute('displayName') ?? table.attribute('name') ?? 'Table1',
          address,
          style: table.child('tableStyleInfo')?.attribute('name') ?? '',
          showHeaders: (table.number('headerRowCount') ?? 1) > 0,
          showTotals: (table.number('totalsRowCount') ?? 0) > 0,
        },
      ];
    });
}
