import type { ColumnProfile } from '../../../src/domain/sheet/column-profile.ts';
import type { ColumnView } from '../../../src/domain/sheet/field-evidence.ts';
import { readHeader } from '../../../src/domain/sheet/header-words.ts';

/** Ten filled cells that look like nothing in particular. */
const PLAIN: ColumnProfile = {
  fill: 1, telling: 10, number: 0, date: 0, text: 0, boolean: 0, percent: 0, year: 0, status: 0, unit: 0, person: 0,
  yesNo: 0, code: 0, link: 0, prose: 0, length: 20, distinct: 0.5, distinctCount: 5, counting: false,
}; // prettier-ignore

/** A column as the evidence sees it: header, looks of the values, place. */
export function columnOf(
  header: string,
  looks: Partial<ColumnProfile> = {},
  place: Partial<Pick<ColumnView, 'place' | 'index' | 'isPeriod'>> = {},
): ColumnView {
  const profile = { ...PLAIN, ...looks };
  return { index: 3, place: 0.5, isPeriod: false, header, reading: readHeader(header), profile, ...place };
}
