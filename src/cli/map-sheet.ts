import { err, ok, type Result } from '../domain/result.ts';
import { detectMapping } from '../domain/sheet/detect-mapping.ts';
import type { SheetGrid } from '../domain/sheet/grid.ts';
import type { MappingFailure, SheetMapping } from '../domain/sheet/mapping.ts';
import type { Workbook } from './read-workbook.ts';

export interface ChosenSheet {
  readonly grid: SheetGrid;
  /** Set where choosing already needed the answer. */
  readonly mapping?: Result<SheetMapping, MappingFailure>;
}

export interface NoSheet {
  readonly exit: 'usage' | 'noTable';
  readonly message: string;
}

/** The sheet of that name, or without a name the one that says most about KPIs; hidden sheets only by name. */
export function chooseSheet(workbook: Workbook, name: string | undefined): Result<ChosenSheet, NoSheet> {
  if (name === undefined) return bestSheet(workbook);
  const sheets = workbook.format === 'text' ? workbook.sheets.slice(0, 1) : workbook.sheets;
  const sheet = workbook.format === 'text' ? sheets[0] : findByName(workbook, name);
  if (sheet === undefined) {
    const names = workbook.sheets.map((each) => `“${each.name}”`).join(', ');
    return err({ exit: 'usage', message: `There is no sheet “${name}”. The workbook has ${names}.` });
  }
  const grid = sheet.read();
  return grid.ok
    ? ok({ grid: grid.value })
    : err({ exit: 'usage', message: `“${sheet.name}” cannot be read: ${grid.error}.` });
}

function findByName({ sheets }: Workbook, name: string): Workbook['sheets'][number] | undefined {
  const folded = name.trim().toLowerCase();
  return (
    sheets.find((sheet) => sheet.name === name) ??
    sheets.find((sheet) => sheet.name.trim().toLowerCase() === folded)
  );
}

function bestSheet(workbook: Workbook): Result<ChosenSheet, NoSheet> {
  const visible = workbook.sheets.filter(({ hidden }) => !hidden);
  const reasons: string[] = [];
  const found: { grid: SheetGrid; mapping: Result<SheetMapping, MappingFailure>; worth: number }[] = [];
  for (const sheet of visible) {
    const grid = sheet.read();
    if (!grid.ok) return err({ exit: 'usage', message: `“${sheet.name}” cannot be read: ${grid.error}.` });
    const mapping = detectMapping(grid.value);
    if (mapping.ok) found.push({ grid: grid.value, mapping, worth: worthOf(mapping.value) });
    else reasons.push(mapping.error.message);
  }
  const best = found.toSorted((a, b) => b.worth - a.worth)[0];
  if (best !== undefined) return ok(best);
  return err({ exit: 'noTable', message: reasons.join('\n') || 'The workbook has no visible sheet.' });
}

/** Fields that make a KPI weigh most; the count of records breaks ties. */
function worthOf({ fields, recordCount, periods }: SheetMapping): number {
  const sure = Object.values(fields).reduce((sum, { chosen }) => sum + (chosen?.confidence ?? 0), 0);
  return sure + Math.min(periods.length, 6) * 0.2 + Math.log2(1 + Math.min(recordCount, 100)) * 0.2;
}
