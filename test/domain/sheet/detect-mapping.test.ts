import { describe, expect, it } from 'vitest';
import { buildGrid, foundIn, mappingOf } from './build-grid.ts';
import { LAYOUTS } from './layouts.ts';

describe('detectMapping', () => {
  it.each(LAYOUTS)('reads $title', (layout) => {
    const mapping = mappingOf(buildGrid(layout.rows, layout.merges));
    expect(foundIn(mapping)).toBe(layout.found);
    expect([mapping.headerRow, mapping.firstRow, mapping.lastRow]).toEqual([
      layout.header,
      layout.first,
      layout.last,
    ]);
    expect(mapping.orientation).toBe(layout.orientation ?? 'records_in_rows');
    const periods = mapping.periods.map(({ line, start, side }) => `${line} ${start} ${side ?? '-'}`);
    expect(periods.join(', ')).toBe(layout.periods ?? '');
    expect(mapping.skipRows.map(({ row, kind }) => `${row} ${kind}`).join(', ')).toBe(layout.skipped ?? '');
  });
});
