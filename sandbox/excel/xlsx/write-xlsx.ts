import ExcelJS from 'exceljs';
import { isError, type CellValue } from '../model/cell.ts';
import type { CellStyle } from '../model/style.ts';
import type { BandJson, CellJson, SheetJson, WorkbookJson } from '../model/workbook-json.ts';

/** Points per character of the standard font: 7 pixels of three quarters of a point. */
const POINTS_PER_CHARACTER = 5.25;

/** The workbook as an .xlsx file, for the download button. Dates are written as the serials they are. */
export async function writeXlsx(json: WorkbookJson): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.properties.date1904 = json.date1904;
  for (const sheet of json.sheets) writeSheet(workbook, sheet, json);
  for (const { name, formula } of json.names) {
    const target = formula.replace(/^=/u, '');
    // exceljs knows names of ranges only; others would be written broken.
    if (/^(?:'[^']+'|[^'!]+)!\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?$/u.test(target))
      workbook.definedNames.add(target, name);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function writeSheet(workbook: ExcelJS.Workbook, json: SheetJson, palette: WorkbookJson): void {
  const state = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;
  const sheet = workbook.addWorksheet(json.name, { state: state[json.visibility] });
  for (const band of json.columns) writeColumn(sheet, band);
  for (const band of json.rows) writeRow(sheet, band);
  for (const cell of json.cells) writeCell(sheet, cell, palette);
  for (const merge of json.merges) sheet.mergeCells(merge);
}

function writeColumn(sheet: ExcelJS.Worksheet, { index, until = index, size, hidden }: BandJson): void {
  // A band to the end of the sheet would make exceljs write sixteen thousand columns.
  for (let at = index; at <= Math.min(until, index + 256); at += 1) {
    const column = sheet.getColumn(at + 1);
    if (size !== undefined) column.width = size / POINTS_PER_CHARACTER;
    if (hidden === true) column.hidden = true;
  }
}

function writeRow(sheet: ExcelJS.Worksheet, { index, size, hidden }: BandJson): void {
  const row = sheet.getRow(index + 1);
  if (size !== undefined) row.height = size;
  if (hidden === true) row.hidden = true;
}

function writeCell(sheet: ExcelJS.Worksheet, json: CellJson, palette: WorkbookJson): void {
  const cell = sheet.getCell(json.r + 1, json.c + 1);
  const format = json.n === undefined ? undefined : palette.formats[json.n];
  const style = json.s === undefined ? undefined : palette.styles[json.s];
  cell.value = json.f === undefined ? plain(json.v) : { formula: json.f.slice(1), ...resultOf(json.v) };
  if (format !== undefined) cell.numFmt = format;
  if (style !== undefined) writeStyle(cell, style);
}

function plain(value: CellValue): ExcelJS.CellValue {
  return isError(value) ? (value as ExcelJS.CellErrorValue) : value;
}

function resultOf(value: CellValue): { readonly result?: NonNullable<ExcelJS.CellFormulaValue['result']> } {
  if (value === null) return {};
  return { result: isError(value) ? (value as ExcelJS.CellErrorValue) : value };
}

function writeStyle(cell: ExcelJS.Cell, style: CellStyle): void {
  const { bold, italic, fontColor, fontName, fontSize, fill, locked } = style;
  cell.font = {
    ...(bold === true ? { bold } : {}),
    ...(italic === true ? { italic } : {}),
    ...(fontColor === undefined ? {} : { color: { argb: argb(fontColor) } }),
    ...(fontName === undefined ? {} : { name: fontName }),
    ...(fontSize === undefined ? {} : { size: fontSize }),
  };
  if (fill !== undefined) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: argb(fill) } };
  if (locked === false) cell.protection = { locked };
  cell.alignment = alignmentOf(style);
}

function alignmentOf({ horizontal, wrap, indent }: CellStyle): Partial<ExcelJS.Alignment> {
  const known = (['left', 'center', 'right'] as const).find((side) => side === horizontal?.toLowerCase());
  return {
    ...(known === undefined ? {} : { horizontal: known }),
    ...(wrap === true ? { wrapText: true } : {}),
    ...(indent === undefined ? {} : { indent }),
  };
}

function argb(color: string): string {
  return `FF${color.slice(1)}`;
}
