import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { WorkbookJson } from '../model/workbook-json.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';

/** Reads a spreadsheet file by what it holds, not by its extension: a zip archive is an .xlsx, anything else text. */
export async function readWorkbook(file: string): Promise<WorkbookJson> {
  return readWorkbookBytes(await readFile(file), path.basename(file));
}

export function readWorkbookBytes(bytes: Buffer, name: string): WorkbookJson {
  const zipped = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return zipped ? readXlsx(bytes, name) : readCsv(bytes, name);
}
