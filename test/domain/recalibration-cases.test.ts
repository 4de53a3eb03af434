import { describe, expect, it } from 'vitest';
import { played, standing } from '../support/recalibration-line.ts';
import { table } from '../support/table.ts';

const cases = (name: string) => table(new URL(`./cases/recalibration-${name}.tsv`, import.meta.url));

describe.each([
  ['one meeting per cause', 'causes'],
  ['released or kept', 'release'],
  ['covered by a decision', 'cover'],
])('%s', (_, file) => {
  it.each(cases(file))('$portfolio · $happened · $asOf: $stands ($why)', (line) => {
    expect(standing(played(line), false)).toBe(line['stands']);
  });
});

describe('escalated', () => {
  it.each(cases('escalation'))('$portfolio · $happened · $asOf: $stands ($why)', (line) => {
    expect(standing(played(line), true)).toBe(line['stands']);
  });
});

describe('the people', () => {
  it.each(cases('people'))('$portfolio · $happened: $required must come, $optional may ($why)', (line) => {
    const { facts } = played(line);
    const found = facts.recalibrations.find(({ id }) => id === line['case']);
    const names = (people: readonly string[] = ['no such case']): string =>
      people.toSorted().join(' ') || '-';
    expect([names(found?.required), names(found?.optional)]).toEqual([line['required'], line['optional']]);
  });
});
