import { cellArea } from './area.ts';
import { isBlank, TEXT_FORMAT, type Cell } from './cell.ts';
import { checkValue } from './check-validation.ts';
import { parseInput } from './parse-input.ts';
import { mayEdit } from './protect.ts';
import type { Sheet } from './sheet.ts';
import { growTableDown, growTableRight } from './table-growth.ts';
import type { ValidationRule } from './validation-rule.ts';
import type { Workbook } from './workbook.ts';
import { emptied, filled, finish, looksLikeFormula } from './write-cells.ts';

export interface UserEdit {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  /** As typed. */
  readonly text: string;
  readonly currentYear: number;
}

export type EditOutcome =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly reason: 'protected' | 'formula' | 'validation';
      readonly title: string;
      readonly message: string;
    };

/** Enters what a person typed: numbers and dates by their locale, "=" as a formula, the rest as text. */
export function userEdit(workbook: Workbook, edit: UserEdit): EditOutcome {
  const { sheet, row, column } = edit;
  const area = cellArea(row, column);
  if (!mayEdit(sheet, area)) {
    return refused(
      'protected',
      'Microsoft Excel',
      "The cell or chart you're trying to change is on a protected sheet.",
    );
  }
  const old = sheet.cell(row, column);
  const cell = typedCell(workbook, edit, old);
  if (cell === 'formula')
    return refused('formula', 'Microsoft Excel', "There's a problem with this formula.");
  const broken = cell?.formula === undefined ? checkValue(workbook, edit, cell?.value ?? null) : undefined;
  if (broken !== undefined && stops(broken)) return refusedByRule(broken);
  sheet.put(row, column, cell);
  if (cell !== undefined && !isBlank(cell)) {
    growTableDown(workbook, sheet, area);
    growTableRight(workbook, sheet, row, column);
  }
  finish(workbook, { sheet, area }, old?.value ?? null);
  return { ok: true };
}

function typedCell(workbook: Workbook, edit: UserEdit, old: Cell | undefined): Cell | undefined | 'formula' {
  const { text, sheet, row, column, currentYear } = edit;
  const format = sheet.format(row, column);
  if (text === '') return emptied(old);
  if (text.startsWith("'")) return { ...filled(old, { value: text.slice(1) }), quoted: true };
  if (format === TEXT_FORMAT) return filled(old, { value: text });
  const parsed = parseInput(text, { locale: workbook.locale, date1904: workbook.date1904, currentYear });
  if (typeof parsed.value === 'number' && format.includes('%') && !text.includes('%')) {
    // In a cell that shows percent, a person who types 5 means 5 %.
    return filled(old, { value: parsed.value / 100 }, format);
  }
  if (typeof parsed.value !== 'string' || !/^[=+-]./u.test(text)) return filled(old, parsed, format);
  const formula = text.startsWith('=') ? text : `=${text}`;
  if (!looksLikeFormula(formula)) return 'formula';
  const { quoted: _, ...kept } = filled(old, { value: null });
  return { ...kept, formula };
}

/** Only an alert of style Stop keeps a value out; the others warn. */
function stops(rule: ValidationRule): boolean {
  const alert = rule.errorAlert as
    { readonly style?: string; readonly showAlert?: boolean } | null | undefined;
  return alert?.showAlert !== false && (alert?.style ?? 'Stop') === 'Stop';
}

function refusedByRule(rule: ValidationRule): EditOutcome {
  const alert = rule.errorAlert as { readonly title?: string; readonly message?: string } | null | undefined;
  const title = alert?.title ?? '';
  const message = alert?.message ?? '';
  return refused(
    'validation',
    title === '' ? 'Microsoft Excel' : title,
    message === ''
      ? "This value doesn't match the data validation restrictions defined for this cell."
      : message,
  );
}

function refused(
  reason: 'protected' | 'formula' | 'validation',
  title: string,
  message: string,
): EditOutcome {
  return { ok: false, reason, title, message };
}
