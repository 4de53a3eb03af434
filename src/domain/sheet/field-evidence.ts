import type { ColumnProfile } from './column-profile.ts';
import type { HeaderReading } from './header-words.ts';
import type { FieldName } from './mapping.ts';
import type { Announced } from './vocabulary-fields.ts';

/** One column as the evidence sees it. */
export interface ColumnView {
  readonly index: number;
  readonly header: string;
  readonly reading: HeaderReading;
  readonly profile: ColumnProfile;
  /** Position among the table's filled columns, 0 left to 1 right. */
  readonly place: number;
  /** True where the header names one of a series of periods. */
  readonly isPeriod: boolean;
}

/** Evidence for one column carrying one field. Above 0 it speaks for, below against; about a log-odds. */
export interface Evidence {
  readonly score: number;
  readonly header: number;
  readonly values: number;
}

/** What must be outweighed before a field is taken to be there at all. */
export const ABSENT_THRESHOLD = 1.6;
const NO_EVIDENCE: Evidence = { score: -9, header: 0, values: 0 };

/** What a field must make up for by its values when no word of the header names it: numbers look alike. */
const UNNAMED: Readonly<Record<FieldName, number>> = {
  name: 0, comment: 0.4, status: 0.8, owner: 0.9, due: 0.6, start: 0.9, unit: 0.6, baseline: 1.8, target: 1.8, actual: 1.6,
}; // prettier-ignore
const NAMED_BY_HEADER = 0.8;

/** How much a column speaks for a field: words of the header, looks of the values, place on the sheet. */
export function evidenceFor(field: FieldName, column: ColumnView): Evidence {
  if (column.isPeriod) return NO_EVIDENCE;
  const header = headerEvidence(field, column);
  const values = column.profile.telling === 0 ? emptyColumn(field) : VALUE_EVIDENCE[field](column);
  const unnamed = header < NAMED_BY_HEADER ? UNNAMED[field] : 0;
  return { score: header + values + placeEvidence(field, column) - unnamed, header, values };
}

function isNumeric(field: FieldName): boolean {
  return field === 'baseline' || field === 'target' || field === 'actual';
}

/** An empty column can be meant for anything, but a filled one with the same header is better. */
function emptyColumn(field: FieldName): number {
  return field === 'comment' ? 0 : -0.6;
}

function headerEvidence(field: FieldName, column: ColumnView): number {
  const { scores, coverage } = column.reading;
  const own = scores.get(field) ?? 0;
  const rival = Math.max(0, ...RIVALS[field].map((meaning) => scores.get(meaning) ?? 0));
  const progress = field === 'actual' ? (scores.get('progress') ?? 0) * 0.72 : 0;
  const best = Math.max(own, progress);
  const against = Math.max(0, rival - best) * 0.8;
  return best * (0.8 + 0.2 * coverage) - against;
}

/** Meanings that speak against a field when the header says them louder. */
const RIVALS: Readonly<Record<FieldName, readonly Announced[]>> = {
  name: ['owner', 'unit', 'baseline', 'status', 'comment', 'key', 'group', 'other', 'start'],
  owner: ['name', 'key', 'group', 'comment', 'other', 'status', 'target'],
  unit: ['name', 'owner', 'key', 'group', 'other'],
  baseline: ['target', 'actual', 'key', 'other', 'due', 'start', 'progress', 'comment'],
  target: ['baseline', 'actual', 'key', 'other', 'due', 'start', 'progress', 'comment'],
  actual: ['baseline', 'target', 'key', 'other', 'due', 'start', 'comment', 'owner'],
  due: ['start', 'other', 'key', 'comment', 'status'],
  start: ['due', 'other', 'key', 'comment', 'baseline'],
  status: ['comment', 'name', 'other', 'key', 'group', 'due', 'progress', 'owner'],
  comment: ['name', 'owner', 'status', 'group', 'key', 'other', 'target', 'baseline', 'due'],
};

const VALUE_EVIDENCE: Readonly<Record<FieldName, (column: ColumnView) => number>> = {
  name: nameValues,
  owner: ownerValues,
  unit: ({ profile }) => (profile.unit > 0.3 ? 0.6 + 1.6 * profile.unit : -2.4) - 3 * (profile.text > 0.5 && profile.length > 30 ? 1 : 0) - 3 * profile.date, // prettier-ignore
  baseline: numericValues,
  target: numericValues,
  actual: numericValues,
  due: dateValues,
  start: dateValues,
  status: statusValues,
  comment: commentValues,
};

function nameValues({ profile: p }: ColumnView): number {
  const text = 1.7 * p.text - 4 * p.number - 4 * p.date - 3 * p.boolean;
  const looks = 1.1 * Math.min(1, p.distinct * 1.5) + (p.length >= 10 && p.length <= 140 ? 0.6 : 0);
  const against = 1.6 * p.status + 1.5 * p.unit + 1.2 * p.code + 3 * p.link + (p.person > 0.8 ? 1 : 0) + (p.length > 220 ? 1.5 : 0) + (p.yesNo > 0.8 ? 1.5 : 0); // prettier-ignore
  // A record without a name is none, so gaps speak for a grouping.
  return text + looks - against - 1.6 * (1 - p.fill);
}

function ownerValues({ profile: p }: ColumnView): number {
  const against = 5 * p.number + 5 * p.date + 2.5 * p.status + 2 * p.prose + 2 * p.unit + 2 * p.code + 3 * p.link + 2 * p.yesNo; // prettier-ignore
  return (
    1.5 * p.person - against + (p.length < 40 ? 0.2 : -0.8) - (p.person < 0.2 && p.distinct > 0.9 ? 0.5 : 0)
  );
}

function numericValues({ profile: p }: ColumnView): number {
  const numeric = p.number >= 0.5 ? 1.4 * p.number : 5 * p.number - 4.5;
  return numeric - 5 * p.date - (p.counting ? 2 : 0) - (p.year > 0.8 ? 2.5 : 0) - (p.yesNo > 0.9 ? 0.8 : 0);
}

function dateValues({ profile: p }: ColumnView): number {
  if (p.date >= 0.3) return 2 * p.date - 1.2 * p.number;
  // Quarters, years and words such as "Ende Q3" are due dates too, if the header is plain.
  return 4 * p.date - 2.6 - 1.6 * p.number * (1 - p.year);
}

function statusValues({ profile: p }: ColumnView): number {
  const few = p.distinctCount <= 8 || p.distinct < 0.1 ? 0.6 : -1;
  const against = 4 * p.number * (1 - p.percent / 2) + 4 * p.date + 3 * p.prose + (p.length > 40 ? 1.5 : 0);
  return 2.2 * p.status + 0.4 * p.yesNo + few - against - 0.4;
}

function commentValues({ profile: p }: ColumnView): number {
  const long = p.prose > 0.3 || p.length > 40 ? 1 : 0;
  return (
    long +
    0.6 * p.text -
    3.5 * p.number -
    3.5 * p.date -
    1.5 * p.status -
    2 * p.link -
    1.5 * p.code -
    p.person
  );
}

function placeEvidence(field: FieldName, { place, profile }: ColumnView): number {
  const empty = profile.fill < 0.05 && profile.telling > 0 ? -0.5 : 0;
  if (field === 'name') return 0.9 * (1 - place) + empty;
  if (field === 'comment') return 0.5 * place;
  return (isNumeric(field) ? 0.3 * (1 - place) : 0.2 * (1 - place)) + empty + 0.4 * Math.min(1, profile.fill);
}
