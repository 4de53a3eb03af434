import { describe, expect, it } from 'vitest';
import { checkInLines, type LineIds, type Said } from '../../src/excel-addin/check-in-lines.ts';
import { unsentStore } from '../../src/excel-addin/unsent.ts';
import { safeText, verdictRow } from '../../src/excel-addin/verdict-cells.ts';
import { paneKpi } from './pane-builder.ts';

const READING = { kpi: paneKpi('K1'), cell: 'F2', date: '2026-03-06', value: 12, corrects: false };
const WAIT: Said = {
  waitingOn: { what: 'Export', kind: 'third-party', since: '2026-03-05', expectedBy: '2026-03-09' },
};

describe('check-in lines', () => {
  it('name a reading once, so that sending twice is sending once', () => {
    const ids: LineIds = new Map();
    const [first] = checkInLines({ readings: [READING], said: new Map(), ids });
    const [again] = checkInLines({ readings: [READING], said: new Map(), ids });
    expect(again).toEqual(first);
    expect(first).toMatchObject({ ref: 'F2', kpi: 'K1', date: '2026-03-06', value: 12 });
  });

  it('are new lines where the value or what is said differs', () => {
    const ids: LineIds = new Map();
    const lines = [
      ...checkInLines({ readings: [READING], said: new Map(), ids }),
      ...checkInLines({ readings: [{ ...READING, value: 13 }], said: new Map(), ids }),
      ...checkInLines({ readings: [READING], said: new Map([['K1', WAIT]]), ids }),
    ];
    expect(new Set(lines.map(({ id }) => id)).size).toBe(3);
    expect(lines[2]).toMatchObject(WAIT);
  });

  it('mark a correction', () => {
    const [line] = checkInLines({
      readings: [{ ...READING, corrects: true }],
      said: new Map(),
      ids: new Map(),
    });
    expect(line).toMatchObject({ corrects: true });
  });
});

describe('check-ins that could not be sent', () => {
  const lines = checkInLines({
    readings: [READING, { ...READING, cell: 'F3', value: 1 }],
    said: new Map(),
    ids: new Map(),
  });

  it('are kept once, by workbook and person, until they are forgotten', () => {
    const storage = memoryStorage();
    const store = unsentStore(storage, { workbook: 'W', person: 'ana' });
    store.keep(lines);
    store.keep(lines);
    expect(store.list()).toEqual(lines);
    expect(unsentStore(storage, { workbook: 'W', person: 'bo' }).list()).toEqual([]);
    store.forget(lines.map(({ id }) => id));
    expect([store.list(), storage.length]).toEqual([[], 0]);
  });
});

describe('verdict cells', () => {
  it.each([
    ['green', '● Green', 3],
    ['yellow', '▲ Yellow', 3],
    ['red', '■ Red', 3],
    ['silent', '◌ Silent', 3],
    ['not-started', '○ Not started', ''],
  ] as const)('write %s as symbol and word', (status, word, slip) => {
    const kpi = paneKpi('K1', { status: { ...paneKpi('K1').status, status, slip: 3.4 } });
    expect(verdictRow(kpi)).toEqual({
      key: 'K1',
      verdict: [word, '12 loans on 6 Mar, plan 11.', slip, '€120,000', 'Report due Fri 13 Mar'],
    });
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])('never let %j become a formula', (text) => {
    expect(safeText(text)).toBe(`\u2019${text}`);
  });
});

/** The part of a browser's storage that is used here. */
function memoryStorage(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}
