import { areaText } from './address.ts';
import type { ConditionalRule } from './conditional-rule.ts';
import { keyArea, type BandProps, type Sheet } from './sheet.ts';
import type { CellStyle } from './style.ts';
import type { Workbook } from './workbook.ts';
import type {
  BandJson,
  CellJson,
  ConditionalJson,
  SheetJson,
  TableJson,
  WorkbookJson,
} from './workbook-json.ts';

/** The live workbook as plain data; opening it again gives the same workbook. */
export function saveWorkbookJson(workbook: Workbook): WorkbookJson {
  const palette = new Palette();
  const sheets = workbook.sheets.map((sheet) => saveSheet(workbook, sheet, palette));
  return {
    name: workbook.name,
    date1904: workbook.date1904,
    formats: palette.formats,
    styles: palette.styles,
    sheets,
    names: workbook.names.map(({ name, formula }) => ({ name, formula })),
    settings: Object.fromEntries(workbook.settings),
    documentSettings: Object.fromEntries(workbook.documentSettings),
  };
}

/** Collects what repeats; cells point at it by number. */
export class Palette {
  readonly formats: string[] = [];
  readonly styles: CellStyle[] = [];
  readonly #known = new Map<string, number>();

  looks(
    format: string | undefined,
    style: CellStyle | undefined,
  ): { readonly n?: number; readonly s?: number } {
    const n = format === undefined || format === 'General' ? undefined : this.#index(this.formats, format);
    const s =
      style === undefined || Object.keys(style).length === 0 ? undefined : this.#index(this.styles, style);
    return { ...(n === undefined ? {} : { n }), ...(s === undefined ? {} : { s }) };
  }

  #index<T>(list: T[], item: T): number {
    const key = JSON.stringify(item);
    const found = this.#known.get(key);
    if (found !== undefined) return found;
    this.#known.set(key, list.push(item) - 1);
    return list.length - 1;
  }
}

function saveSheet(workbook: Workbook, sheet: Sheet, palette: Palette): SheetJson {
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    cells: [...sheet.cells.keys()].toSorted((a, b) => a - b).map((key) => saveCell(sheet, key, palette)),
    columns: saveBands(sheet.columns, palette),
    rows: saveBands(sheet.rows, palette),
    merges: sheet.merges.map(areaText),
    tables: workbook.tables.filter((table) => table.sheet === sheet).map(saveTable),
    validations: sheet.validations.map(({ area, ...rule }) => ({ ...rule, address: areaText(area) })),
    conditionalRules: sheet.conditionalRules.map(saveConditional),
    ...(sheet.protection === undefined ? {} : { protection: sheet.protection.options }),
  };
}

function saveCell(sheet: Sheet, key: number, palette: Palette): CellJson {
  const cell = sheet.cells.get(key);
  const { top: r, left: c } = keyArea(key);
  return {
    r,
    c,
    v: cell?.value ?? null,
    ...(cell?.formula === undefined ? {} : { f: cell.formula }),
    ...(cell?.quoted === true ? { q: true as const } : {}),
    ...palette.looks(cell?.format, cell?.style),
  };
}

function saveBands(bands: ReadonlyMap<number, BandProps>, palette: Palette): readonly BandJson[] {
  return [...bands].map(([index, { size, hidden, format, style }]) => ({
    index,
    ...(size === undefined ? {} : { size }),
    ...(hidden === undefined ? {} : { hidden }),
    ...palette.looks(format, style),
  }));
}

function saveConditional({
  area,
  kind,
  priority,
  stopIfTrue,
  rule,
  formula,
  look,
}: ConditionalRule): ConditionalJson {
  const common = { address: areaText(area), kind, priority, stopIfTrue, formula, look: { ...look } };
  return rule === undefined ? common : { ...common, rule };
}

function saveTable({ name, area, style, showHeaders, showTotals }: Workbook['tables'][number]): TableJson {
  return { name, address: areaText(area), style, showHeaders, showTotals };
}
