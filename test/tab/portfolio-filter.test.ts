import { describe, expect, it } from 'vitest';
import type { TreeRow } from '../../src/contract/portfolio-view.ts';
import {
  NO_FILTER,
  openAtFirst,
  placeRows,
  withDescendants,
} from '../../src/tab/screens/portfolio-filter.ts';

function row(id: string, parent: string | null, overrides: Partial<TreeRow> = {}): TreeRow {
  return {
    id,
    parent,
    kind: id.startsWith('O') ? 'objective' : 'kpi',
    level: 1,
    name: `name of ${id}`,
    caption: '',
    owner: { id: 'sam', name: 'Sam Castellano' },
    functions: [],
    status: {
      status: 'green',
      since: null,
      reasons: [],
      slip: 0,
      float: 0,
      floatLeft: 0,
      room: 0,
      forecastFinish: null,
      reviewAt: null,
    },
    decidedBy: null,
    price: { cost: null, short: 'no price' },
    due: '2026-04-13',
    nextMeeting: null,
    ...overrides,
  };
}

const YELLOW = { ...row('x', null).status, status: 'yellow' } as const;
const TREE = [
  row('O1', null, { status: YELLOW }),
  row('O1.2', 'O1'),
  row('C1', 'O1.2', { name: 'Audit evidence', functions: ['Risk'], status: YELLOW }),
  row('O2', null),
  row('P1', 'O2', { functions: ['Product'] }),
];

const ids = (rows: ReturnType<typeof placeRows>): readonly string[] => rows.map(({ row: { id } }) => id);

describe('the rows of the tree', () => {
  it('shows the top objectives when nothing is open', () => {
    expect(ids(placeRows(TREE, NO_FILTER, new Set()))).toEqual(['O1', 'O2']);
  });

  it('shows what is below an open row, with its level and place', () => {
    const rows = placeRows(TREE, NO_FILTER, new Set(['O1', 'O1.2']));
    expect(ids(rows)).toEqual(['O1', 'O1.2', 'C1', 'O2']);
    expect(rows[2]).toMatchObject({ level: 3, position: 1, siblings: 1, hasChildren: false });
  });

  it.each([
    ['a word of its name', { ...NO_FILTER, search: 'evidence' }, ['O1', 'O1.2', 'C1']],
    ['its function', { ...NO_FILTER, function: 'Product' }, ['O2', 'P1']],
    ['its status', { ...NO_FILTER, status: 'yellow' as const }, ['O1', 'O1.2', 'C1']],
    ['nothing', { ...NO_FILTER, search: 'no such thing' }, []],
  ])('finds a row by %s and keeps what is above it', (_, filter, found) => {
    expect(ids(placeRows(TREE, filter, new Set()))).toEqual(found);
  });

  it('opens the first objective on arrival when it has left green', () => {
    expect([...openAtFirst(TREE)].toSorted()).toEqual(['O1', 'O1.2']);
    expect(openAtFirst(TREE.slice(3))).toEqual(new Set());
  });

  it('opens a linked row with what is above and below it', () => {
    expect([...withDescendants(TREE, 'O1.2')].toSorted()).toEqual(['O1', 'O1.2']);
  });

  it('ends when rows name each other as parents', () => {
    expect(
      ids(placeRows([row('A', 'B'), row('B', 'A')], { ...NO_FILTER, search: 'name' }, new Set())),
    ).toEqual([]);
  });
});
