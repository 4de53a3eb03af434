import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../domain/result.ts';
import { detectMapping } from '../domain/sheet/detect-mapping.ts';
import { FIELD_NAMES, type SheetMapping } from '../domain/sheet/mapping.ts';
import { EXIT, type CommandIo } from './command.ts';
import { chooseSheet } from './map-sheet.ts';
import { readWorkbook } from './read-workbook.ts';

interface MapArguments {
  readonly file: string;
  readonly sheet: string | undefined;
}

/** `lastmile map WORKBOOK [--sheet NAME]`: prints which column of the sheet carries which field (story README). */
export async function runMap(args: readonly string[], io: CommandIo): Promise<number> {
  const parsed = parseArguments(args);
  if (!parsed.ok) return refuse(io, EXIT.usage, parsed.error);
  const bytes = await readBytes(parsed.value.file, io);
  if (!bytes.ok) return refuse(io, EXIT.usage, bytes.error);
  const workbook = readWorkbook(bytes.value);
  if (!workbook.ok) return refuse(io, EXIT.usage, workbook.error);
  const sheet = chooseSheet(workbook.value, parsed.value.sheet);
  if (!sheet.ok) return refuse(io, EXIT[sheet.error.exit], sheet.error.message);
  const mapping = sheet.value.mapping ?? detectMapping(sheet.value.grid);
  if (!mapping.ok) return refuse(io, EXIT.noTable, mapping.error.message);
  io.stdout(`${JSON.stringify(present(mapping.value), null, 2)}\n`);
  return EXIT.ok;
}

function refuse(io: CommandIo, code: number, message: string): number {
  io.stderr(`${message}\n`);
  return code;
}

function parseArguments(args: readonly string[]): Result<MapArguments, string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { sheet: { type: 'string' } },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) return err('usage: lastmile map WORKBOOK [--sheet NAME]');
    return ok({ file, sheet: values.sheet });
  } catch (error) {
    return err(`${(error as Error).message}\nusage: lastmile map WORKBOOK [--sheet NAME]`);
  }
}

async function readBytes(file: string, io: CommandIo): Promise<Result<Buffer, string>> {
  try {
    return ok(await io.readFile(file));
  } catch (error) {
    return err(`“${file}” cannot be read: ${(error as Error).message}.`);
  }
}

/** The document that `map` prints; its shape is fixed by the story README. */
function present(mapping: SheetMapping): object {
  const { sheet, orientation, headerRow, firstRow, lastRow, fields, periods, problems } = mapping;
  const lines = FIELD_NAMES.map((field) => [field, fields[field].chosen?.line ?? null] as const);
  const confidence = FIELD_NAMES.map((field) => [field, fields[field].confidence] as const);
  return {
    sheet,
    orientation,
    headerRow,
    firstRow,
    lastRow,
    columns: { ...Object.fromEntries(lines), periods: periods.map(({ line }) => line) },
    confidence: { ...Object.fromEntries(confidence), periods: periods.length > 0 ? 0.9 : 0.8 },
    problems: problems.map(({ cell, code, message }) => ({ cell, code, message })),
  };
}
