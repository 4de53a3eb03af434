import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectMapping } from '../../../src/domain/sheet/detect-mapping.ts';
import type { SheetCell } from '../../../src/domain/sheet/grid.ts';
import { FIELD_NAMES, type SheetMapping } from '../../../src/domain/sheet/mapping.ts';
import { PROBLEM_CODES } from '../../../src/domain/sheet/problems.ts';
import { buildGrid, cellOf, mappingOf, type Value } from './build-grid.ts';
import { LAYOUTS } from './layouts.ts';

/** Tables with one header row, whose columns mean the same wherever they stand. */
const MOVABLE = LAYOUTS.filter(({ merges, orientation, periods }) => !merges && !orientation && !periods);

function headersByField({ fields }: SheetMapping): Record<string, string | undefined> {
  return Object.fromEntries(FIELD_NAMES.map((field) => [field, fields[field].chosen?.header]));
}

/** Nothing outside the sheet, the closed list, or 0 to 1. */
function isSound({ fields, problems, headerRow, lastRow }: SheetMapping): boolean {
  const chances = Object.values(fields).every(({ confidence }) => confidence > 0 && confidence < 1);
  const known = problems.every(({ code, cell }) => PROBLEM_CODES.includes(code) && /^[A-Z]+\d+$/u.test(cell));
  return chances && known && lastRow >= headerRow;
}

function square(rows: readonly (readonly Value[])[]): Value[][] {
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? null));
}

describe('detectMapping', () => {
  it.each(MOVABLE)('finds the same headers when columns are shuffled: $title', ({ rows, header }) => {
    const plain = headersByField(mappingOf(buildGrid(rows)));
    const table = square(rows).slice(header - 1);
    const places = table[0]?.map((_, at) => at) ?? [];
    fc.assert(
      fc.property(fc.shuffledSubarray(places, { minLength: places.length }), (order) => {
        const shuffled = table.map((row) => order.map((at) => row[at] ?? null));
        expect(headersByField(mappingOf(buildGrid(shuffled)))).toEqual(plain);
      }),
      { numRuns: 12, seed: 7 },
    );
  });

  it.each(MOVABLE)(
    'is not disturbed by notes above, notes below and empty columns: $title',
    ({ rows, first, last }) => {
      const plain = mappingOf(buildGrid(rows));
      const widened = square(rows).map((row) => [
        null,
        ...row.flatMap((value, at) => (at === 2 ? [value, null] : [value])),
      ]);
      const junk = [
        ['Team scorecard, do not print'],
        [],
        ...widened,
        [],
        [null, 'Note: figures come from the ERP.'],
      ];
      const noisy = mappingOf(buildGrid(junk));
      expect(headersByField(noisy)).toEqual(headersByField(plain));
      expect([noisy.firstRow, noisy.lastRow]).toEqual([first + 2, last + 2]);
    },
  );

  it('reads the same sheet from another corner', () => {
    const layout = LAYOUTS[0];
    const grid = { ...buildGrid(layout?.rows ?? []), origin: { row: 11, column: 3 } };
    const mapping = mappingOf(grid);
    expect(mapping.headerRow).toBe(13);
    expect(mapping.fields.name.chosen?.line).toBe('D');
    expect(mapping.address).toBe('C13:M16');
  });

  it('answers any grid without throwing, with lines, codes and chances that exist', () => {
    const value = fc.oneof(
      fc.constantFrom(
        'KPI',
        'Owner',
        'Target',
        'Actual',
        'Due',
        'Status',
        'Total',
        'Jan',
        'Feb',
        'Q1',
        '',
        'tbd',
        '12%',
        '1.4.26',
      ),
      fc.integer(),
      fc.double(),
      fc.string(),
      fc.constant(null),
      fc.constant<SheetCell>({ value: '#REF!', text: '#REF!', type: 'error' }),
      fc.double().map((serial): SheetCell => ({ value: serial, text: 'x', type: 'date', format: 'd/m/y' })),
    );
    const merge = fc.record({ top: fc.nat(6), left: fc.nat(6), bottom: fc.nat(8), right: fc.nat(8) });
    fc.assert(
      fc.property(
        fc.array(fc.array(value, { maxLength: 8 }), { maxLength: 12 }),
        fc.array(merge, { maxLength: 3 }),
        (rows, merges) => {
          const mapping = detectMapping({ name: 'any', rows: rows.map((row) => row.map(cellOf)), merges });
          expect(mapping.ok ? isSound(mapping.value) : mapping.error.message.endsWith('.')).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('gives one line to one field', () => {
    for (const { rows, merges } of LAYOUTS) {
      const { fields } = mappingOf(buildGrid(rows, merges));
      const lines = FIELD_NAMES.flatMap((field) => fields[field].chosen?.line ?? []);
      expect(new Set(lines).size).toBe(lines.length);
    }
  });
});
