import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCircle } from '../../src/domain/dependency-circle.ts';
import { dependency } from '../support/network-builder.ts';

const chain = (...ids: readonly string[]): ReturnType<typeof dependency>[] =>
  ids.slice(1).map((to, i) => dependency(ids[i] ?? '', to));

describe('a circle', () => {
  it.each([
    ['none in a chain', chain('A', 'B', 'C'), null],
    ['none in a diamond', [...chain('A', 'B', 'D'), ...chain('A', 'C', 'D')], null],
    ['a KPI on itself', chain('A', 'A'), ['A', 'A']],
    ['two in turn, not what follows them', chain('A', 'B', 'A', 'C'), ['A', 'B', 'A']],
    ['one beside a chain', [...chain('A', 'B', 'C'), ...chain('D', 'E', 'D')], ['D', 'E', 'D']],
    ['one behind a way in', chain('X', 'A', 'B', 'C', 'A'), ['A', 'B', 'C', 'A']],
  ] as const)('is named: %s', (_, dependencies, circle) => {
    expect(findCircle(dependencies)).toEqual(circle);
  });

  it('is named from the edge that would close it, by the shortest way', () => {
    const existing = [...chain('A', 'B', 'C', 'D'), ...chain('A', 'D')];
    expect(findCircle(existing, dependency('D', 'A'))).toEqual(['D', 'A', 'D']);
    expect(findCircle(existing, dependency('A', 'C'))).toBeNull();
    const twoWays = [...chain('A', 'B', 'D'), ...chain('A', 'D')];
    expect(findCircle(twoWays, dependency('D', 'A'))).toEqual(['D', 'A', 'D']);
  });

  it('is a walk along existing edges back to its beginning', () => {
    const edge = fc.tuple(fc.nat(7), fc.nat(7)).map(([a, b]) => dependency(`K${a}`, `K${b}`));
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 14 }), (edges) => {
        const circle = findCircle(edges);
        expect(circle === null).toBe(!reachesItself(edges));
        circle?.slice(1).forEach((to, i) => {
          expect(edges).toContainEqual(dependency(circle[i] ?? '', to));
        });
        expect(circle?.at(-1)).toBe(circle?.[0]);
      }),
    );
  });
});

/** Warshall: some KPI reaches itself. */
function reachesItself(edges: readonly { from: string; to: string }[]): boolean {
  const ids = [...new Set(edges.flatMap(({ from, to }) => [from, to]))];
  const reached = new Set(edges.map(({ from, to }) => `${from} ${to}`));
  for (const via of ids)
    for (const from of ids)
      for (const to of ids)
        if (reached.has(`${from} ${via}`) && reached.has(`${via} ${to}`)) reached.add(`${from} ${to}`);
  return ids.some((id) => reached.has(`${id} ${id}`));
}
