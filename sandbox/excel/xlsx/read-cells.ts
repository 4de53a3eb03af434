import { plainString } from '../../../src/cli/read-workbook-strings.ts';
import { shiftFormula } from '../formula/shift-formula.ts';
import { parseArea } from '../model/address.ts';
import type { CellValue } from '../model/cell.ts';
import { serialOfCivil } from '../model/serial.ts';
import type { XmlElement } from './xml.ts';

export interface FileCell {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly formula?: string;
  /** Index of the cell's format in the style sheet. */
  readonly look: number;
}

export interface CellContext {
  readonly strings: readonly string[];
  readonly date1904: boolean;
}

interface SharedFormula {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

/** The cells of a sheet part; numbers are exactly those of the file, dates stay serials. */
export function readCells(sheetData: XmlElement | undefined, context: CellContext): readonly FileCell[] {
  const shared = new Map<string, SharedFormula>();
  const cells: FileCell[] = [];
  let row = -1;
  for (const rowElement of sheetData?.all('row') ?? []) {
    row = (rowElement.number('r') ?? row + 2) - 1;
    let column = -1;
    for (const element of rowElement.all('c')) {
      const at = parseArea(element.attribute('r') ?? '') ?? { top: row, left: column + 1 };
      column = at.left;
      const formula = readFormula(element.child('f'), { row: at.top, column }, shared);
      const value = readValue(element, context);
      cells.push({
        row: at.top,
        column,
        value,
        look: element.number('s') ?? 0,
        ...(formula === undefined ? {} : { formula }),
      });
    }
  }
  return cells;
}

/** Shared formulas are written once and followed by number; each cell gets its own text. */
function readFormula(
  element: XmlElement | undefined,
  at: { readonly row: number; readonly column: number },
  shared: Map<string, SharedFormula>,
): string | undefined {
  if (element === undefined || element.attribute('t') === 'dataTable') return undefined;
  const id = element.attribute('t') === 'shared' ? element.attribute('si') : undefined;
  if (element.text !== '') {
    const formula = `=${element.text}`;
    if (id !== undefined) shared.set(id, { ...at, formula });
    return formula;
  }
  const master = id === undefined ? undefined : shared.get(id);
  return (
    master && shiftFormula(master.formula, { rows: at.row - master.row, columns: at.column - master.column })
  );
}

function readValue(cell: XmlElement, { strings, date1904 }: CellContext): CellValue {
  const text = cell.child('v')?.text;
  switch (cell.attribute('t') ?? 'n') {
    case 's':
      return strings[Number(text)] ?? null;
    case 'inlineStr':
      return richText(cell.child('is'));
    case 'str':
      return text === undefined ? null : plainString(text);
    case 'b':
      return text === '1' || text === 'true';
    case 'e':
      return { error: text ?? '#VALUE!' };
    case 'd':
      return isoSerial(text ?? '', date1904) ?? text ?? null;
    default:
      return text === undefined || text === '' ? null : Number(text);
  }
}

/** Plain or in differently formatted runs; the reading aids (rPh) are not part of the text. */
function richText(element: XmlElement | undefined): string {
  const runs = element?.children.filter((child) => child.name === 't' || child.name === 'r') ?? [];
  return plainString(
    runs.map((run) => (run.name === 't' ? run.text : (run.child('t')?.text ?? ''))).join(''),
  );
}

function isoSerial(text: string, date1904: boolean): number | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2}(?:\.\d+)?))?/u.exec(text);
  const day = parts && serialOfCivil(Number(parts[1]), Number(parts[2]), Number(parts[3]), date1904);
  if (day === null || day === undefined) return undefined;
  return (
    day + (Number(parts?.[4] ?? 0) * 3600 + Number(parts?.[5] ?? 0) * 60 + Number(parts?.[6] ?? 0)) / 86_400
  );
}
