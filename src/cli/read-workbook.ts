import { err, ok, type Result } from '../domain/result.ts';
import type { SheetGrid } from '../domain/sheet/grid.ts';
import { parseDelimited } from './read-workbook-csv.ts';
import { decodeText } from './read-workbook-text.ts';
import { openXlsx } from './read-workbook-xlsx.ts';

/** One sheet of a workbook; its cells are read when asked for. The error is a phrase naming the damage. */
export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly read: () => Result<SheetGrid, string>;
}

export interface Workbook {
  readonly format: 'xlsx' | 'text';
  readonly sheets: readonly WorkbookSheet[];
}

/** The name of the one sheet of a text file. */
export const TEXT_SHEET_NAME = 'Sheet1';

/**
 * Opens .xlsx, .csv and .tsv by what the bytes are, not by the extension. The error is a sentence for
 * the person who gave the file.
 */
export function readWorkbook(bytes: Buffer): Result<Workbook, string> {
  if (bytes.length === 0) return err('The file is empty.');
  if (startsWith(bytes, [0x50, 0x4b])) return readXlsx(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return err('The file is an old .xls or is locked with a password. Save it as .xlsx without one.');
  }
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return err('The file is a PDF. Give the workbook itself.');
  return ok({ format: 'text', sheets: [textSheet(bytes)] });
}

function readXlsx(bytes: Buffer): Result<Workbook, string> {
  const sheets = openXlsx(bytes);
  if (!sheets.ok) return err(`The workbook cannot be read: ${sheets.error}.`);
  return ok({ format: 'xlsx', sheets: sheets.value });
}

function textSheet(bytes: Buffer): WorkbookSheet {
  return {
    name: TEXT_SHEET_NAME,
    hidden: false,
    read: () => ok(parseDelimited(decodeText(bytes), TEXT_SHEET_NAME)),
  };
}

function startsWith(bytes: Buffer, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
