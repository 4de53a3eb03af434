import { describe, expect, it } from 'vitest';
import { readHeader, strongest } from '../../../src/domain/sheet/header-words.ts';
import { table } from '../../support/table.ts';

/** What a header speaks for most. */
function announced(header: string): string {
  const { scores } = readHeader(header);
  return [...scores].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 'nothing';
}

const WORDS = table(new URL('./header-words.tsv', import.meta.url));

describe('header words', () => {
  it.each(WORDS)('announce the $field in $language', ({ field, headers = '' }) => {
    const read = headers.split(', ').map((header) => `${header}: ${announced(header)}`);
    expect(read).toEqual(headers.split(', ').map((header) => `${header}: ${field}`));
  });

  it.each([
    ['Planned end date', 'due', 'the last words head the phrase'],
    ['Actual start date', 'start', 'the last words head the phrase'],
    ['Target completion date', 'due', 'the longest phrase wins over "target"'],
    ['Date de fin du projet', 'due', 'words behind "du" only qualify'],
    ['Responsable del indicador', 'owner', 'words behind "del" only qualify'],
    ['Owner of the KPI', 'owner', 'words behind "of" only qualify'],
    ['Status der Maßnahme', 'status', 'words behind "der" only qualify'],
    ['Fecha de fin prevista', 'due', 'an adjective follows its noun'],
    ['Valeur cible prévue', 'target', 'an adjective follows its noun'],
    ['Target amount', 'target', 'a vague last word leaves the say to a plain one'],
    ['Actual YTD', 'actual', 'a vague last word leaves the say to a plain one'],
    ['Owner (person responsible for the actual)', 'owner', 'brackets only explain'],
    ['Due date\nwhen the target must be reached', 'due', 'further lines only explain'],
    ['(Owner)', 'owner', 'brackets alone are the header'],
    ['Quality measure (owner)', 'name', 'brackets count little'],
    ['Zork (owner)', 'owner', 'brackets count where nothing else is known'],
    ['\n Owner', 'owner', 'blank lines before it are nothing'],
    ['target_value', 'target', 'snake case is cut'],
    ['dueDate', 'due', 'camel case is cut'],
    ['KPIOwner', 'owner', 'capitals before a word are cut'],
    ['VERANTWORTLICHER', 'owner', 'a stem takes any ending'],
    ['Kennzahlenname', 'name', 'a stem takes any ending'],
    ['% complete', 'progress', 'a sign is a word'],
    ['#', 'key', 'a sign is a word'],
    ['Zork', 'nothing', 'unknown words say nothing'],
    ['', 'nothing', 'an empty header says nothing'],
    ['2026', 'nothing', 'a number says nothing'],
  ])('%j announces the %s: %s', (header, field) => {
    expect(announced(header)).toBe(field);
  });

  it.each([
    ['Owner', 'Responsible department', 'a person is a plainer owner than a department'],
    ['Owner', 'Zork owner mumble', 'unknown words behind the head weaken it'],
    ['Owner', 'Zork (owner)', 'an explanation is weaker than a header'],
    ['Actual value', 'Amount', 'a plain word is stronger than a hint'],
    ['KPI name', 'Name', 'a plain word is stronger than a hint'],
  ])('%j says more than %j: %s', (loud, quiet) => {
    expect(strongest(readHeader(loud))).toBeGreaterThan(strongest(readHeader(quiet)));
  });

  it.each([
    ['Owner', 'Zork owner', 'unknown words before the head do not matter'],
    ['End date', 'End date of the zork', 'unknown words behind a joint do not matter'],
    ['Target', 'Target threshold', 'a vague last word leaves the say to a plain one'],
    ['Owner', 'OWNER', 'nor do capitals'],
    ['Owner', ' owner: ', 'nor marks and blanks'],
  ])('%j says as much as %j: %s', (one, other) => {
    expect(strongest(readHeader(one))).toBe(strongest(readHeader(other)));
  });

  it.each([
    ['Due date', 1],
    ['Owner zork', 0.5],
    ['Zork blub owner mumble', 0.25],
    ['Date de fin du zork', 2 / 3], // date, fin and zork; "de" and "du" only join
    ['Owner of zork', 0.5],
    ['Zork', 0],
    ['#', 1],
  ])('of %j the known share of the words is %d', (header, share) => {
    expect(readHeader(header).coverage).toBeCloseTo(share, 5);
  });
});
