import type { ColumnView, Evidence } from './field-evidence.ts';
import type { FieldName } from './mapping.ts';

/** The field as the pane calls it. */
export const FIELD_LABELS: Readonly<Record<FieldName, string>> = {
  name: 'KPI name', owner: 'owner', unit: 'unit', baseline: 'baseline', target: 'target',
  actual: 'actual value', due: 'due date', start: 'start date', status: 'status', comment: 'comment',
}; // prettier-ignore

const SURE = 0.85;

/** The ground for a guess in words, as the pane shows it: "Likely: all numbers, left of the actual". */
export function reasonFor(
  field: FieldName,
  column: ColumnView,
  context: { evidence: Evidence; confidence: number; target?: number },
): string {
  const grounds = [
    headerGround(column, context.evidence),
    valueGround(field, column),
    placeGround(field, column, context.target),
  ];
  const words = grounds.filter((ground) => ground !== '').join(', ');
  return `${context.confidence >= SURE ? 'Sure' : context.confidence >= 0.5 ? 'Likely' : 'Unsure'}: ${words || 'nothing better on the sheet'}`;
}

function headerGround({ header }: ColumnView, evidence: Evidence): string {
  if (header === '') return 'no header';
  if (evidence.header < 1) return '';
  const line = header.replace(/\s+/gu, ' ').trim();
  return `headed “${line.length > 40 ? `${line.slice(0, 39)}…` : line}”`;
}

function valueGround(field: FieldName, { profile: p }: ColumnView): string {
  if (p.telling === 0) return 'still empty';
  if (field === 'status' && p.status > 0.3) return `${share(p.status)} words of status`;
  if (field === 'owner' && p.person > 0.4) return 'names of people';
  if (field === 'unit' && p.unit > 0.3) return `${share(p.unit)} units`;
  if (p.date > 0.3) return `${share(p.date)} dates`;
  if (p.number > 0.3) return `${share(p.number)} numbers`;
  if (field === 'comment' && p.length > 40) return 'long texts';
  if (field === 'name' && p.distinct > 0.8) return 'a different text in each row';
  return p.text > 0.5 ? `${share(p.text)} text` : '';
}

function share(value: number): string {
  if (value > 0.995) return 'all';
  return value > 0.8 ? 'nearly all' : value > 0.5 ? 'mostly' : 'some';
}

function placeGround(field: FieldName, column: ColumnView, target: number | undefined): string {
  if (field === 'actual' && target !== undefined)
    return column.index > target ? 'right of the target' : 'left of the target';
  if (field === 'name' && column.place < 0.2) return 'at the left';
  return field === 'comment' && column.place > 0.8 ? 'at the right' : '';
}

/** Why a field is taken to be missing. */
export function absenceReason(field: FieldName): string {
  return `No column looks like ${/^[aeio]/u.test(FIELD_LABELS[field]) ? 'an' : 'a'} ${FIELD_LABELS[field]}.`;
}
