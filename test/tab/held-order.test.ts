import { expect, it } from 'vitest';
import { holdOrder } from '../../src/tab/held-order.ts';

const line = (id: string, value = 0): { readonly id: string; readonly value: number } => ({ id, value });
const idOf = ({ id }: { readonly id: string }): string => id;

it.each([
  ['values change in place', [line('a'), line('b')], [line('a', 1), line('b', 2)], ['a1', 'b2'], 0],
  ['a new line at the end appears', [line('a')], [line('a', 1), line('b')], ['a1', 'b0'], 0],
  ['a new order is held back', [line('a'), line('b')], [line('b', 2), line('a', 1)], ['a1', 'b2'], 2],
  ['a new line above is held back', [line('a')], [line('b'), line('a', 1)], ['a1'], 1],
  ['a line that is gone stays until asked', [line('a'), line('b', 7)], [line('a')], ['a0', 'b7'], 1],
])('%s', (_, shown, fresh, lines, changes) => {
  const held = holdOrder(shown, fresh, idOf);
  expect(held.lines.map(({ id, value }) => `${id}${value}`)).toEqual(lines);
  expect(held.changes).toBe(changes);
});
