import { parseArea, type Area } from './address.ts';
import type { Cell } from './cell.ts';
import type { BandProps, Sheet } from './sheet.ts';
import { Workbook } from './workbook.ts';
import type { BandJson, CellJson, SheetJson, WorkbookJson } from './workbook-json.ts';

/** Opens plain data as a live workbook. Values come as they are: nothing is recalculated on opening. */
export function openWorkbookJson(json: WorkbookJson): Workbook {
  const workbook = new Workbook(json.name);
  workbook.date1904 = json.date1904;
  for (const sheet of json.sheets) openSheet(workbook, sheet, json);
  workbook.names = json.names.map((name) => ({ ...name, comment: '', visible: true }));
  for (const [key, value] of Object.entries(json.settings ?? {})) workbook.settings.set(key, value);
  workbook.documentSettings = new Map(Object.entries(json.documentSettings ?? {}));
  return workbook;
}

type Palette = Pick<WorkbookJson, 'formats' | 'styles'>;

function openSheet(workbook: Workbook, json: SheetJson, palette: Palette): void {
  const sheet = workbook.addSheet(json.name);
  sheet.visibility = json.visibility;
  for (const cell of json.cells) sheet.put(cell.r, cell.c, openCell(cell, palette));
  for (const band of json.columns) openBands(sheet.columns, band, palette);
  for (const band of json.rows) openBands(sheet.rows, band, palette);
  sheet.merges = json.merges.map(area);
  sheet.validations = json.validations.map(({ address, ...rule }) => ({
    ...rule,
    area: area(address),
  }));
  sheet.conditionalRules = (json.conditionalRules ?? []).map(({ address, rule, ...rest }) => ({
    ...rest,
    rule,
    area: area(address),
    id: workbook.newId(),
  }));
  if (json.protection !== undefined) sheet.protection = { options: json.protection };
  openTables(workbook, sheet, json);
}

function openTables(workbook: Workbook, sheet: Sheet, json: SheetJson): void {
  for (const { address, ...table } of json.tables) {
    workbook.tables.push({
      ...table,
      id: workbook.newId(),
      sheet,
      area: area(address),
      showBandedRows: true,
      showFilterButton: true,
    });
  }
}

function openCell({ v, f, n, s, q }: CellJson, palette: Palette): Cell {
  return {
    value: v,
    ...(f === undefined ? {} : { formula: f }),
    ...(q === undefined ? {} : { quoted: true }),
    ...looks({ n, s }, palette),
  };
}

function openBands(bands: Map<number, BandProps>, band: BandJson, palette: Palette): void {
  const props = openBand(band, palette);
  for (let index = band.index; index <= (band.until ?? band.index); index += 1) bands.set(index, props);
}

function openBand({ size, hidden, n, s }: BandJson, palette: Palette): BandProps {
  return {
    ...(size === undefined ? {} : { size }),
    ...(hidden === undefined ? {} : { hidden }),
    ...looks({ n, s }, palette),
  };
}

function looks(
  { n, s }: { readonly n: number | undefined; readonly s: number | undefined },
  palette: Palette,
): Pick<Cell, 'format' | 'style'> {
  const format = n === undefined ? undefined : palette.formats[n];
  const style = s === undefined ? undefined : palette.styles[s];
  return { ...(format === undefined ? {} : { format }), ...(style === undefined ? {} : { style }) };
}

function area(address: string): Area {
  const found = parseArea(address);
  if (found === undefined) throw new Error(`not an address: ${address}`);
  return found;
}
