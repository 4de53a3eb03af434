import type { Price } from '../status.ts';
import { differs, inOrder, sameFigure } from './difference.ts';
import type { ExpectedNetwork, ExpectedPrice } from './story.ts';

/** The network figures that a story may expect, by KPI. */
export interface NetworkFigures {
  readonly float: ReadonlyMap<string, number>;
  readonly room: ReadonlyMap<string, number>;
  readonly tolerance: ReadonlyMap<string, number>;
  readonly crossFunctional: readonly string[];
}

/** `float` is exact, every KPI named; room and tolerance are compared where they are expected. */
export function compareNetwork(
  expected: ExpectedNetwork | undefined,
  given: NetworkFigures,
): readonly string[] {
  if (!expected) return [];
  const unnamed = expected.float ? [...given.float.keys()].filter((id) => !expected.float?.has(id)) : [];
  return [
    ...unnamed.map((id) => `network: float of ${id} not expected, given ${given.float.get(id)}`),
    ...(['float', 'room', 'tolerance'] as const).flatMap((name) =>
      [...(expected[name] ?? [])].flatMap(([id, days]) =>
        sameFigure(days, given[name].get(id))
          ? []
          : differs(`network: ${name} of ${id}`, days, given[name].get(id) ?? null),
      ),
    ),
    ...(expected.crossFunctional
      ? differs('network: crossFunctional', inOrder(expected.crossFunctional), inOrder(given.crossFunctional))
      : []),
  ];
}

/** `moves` and `owners` are exact, in any order. */
export function comparePrice(expected: ExpectedPrice, given: Price): readonly string[] {
  const { moves, owners, cost } = expected;
  return [
    ...(cost === undefined ? [] : differs('cost', cost ?? 'none', given.cost ?? 'none')),
    ...(owners === undefined ? [] : differs('owners', inOrder(owners), inOrder(given.owners))),
    ...(moves === undefined
      ? []
      : differs('moves', listed([...moves]), listed(given.moves.map(({ id, to }) => [id, to])))),
  ].map((difference) => `price of ${expected.days} days on ${expected.kpi}: ${difference}`);
}

function listed(moves: readonly (readonly [string, string])[]): string {
  return inOrder(moves.map(([id, date]) => `${id} ${date}`));
}
