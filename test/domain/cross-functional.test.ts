import { describe, expect, it } from 'vitest';
import { planNetwork } from '../../src/domain/network.ts';
import { dependency, initiative, objective, portfolioOf, reach } from '../support/network-builder.ts';

describe('a cross-functional dependency', () => {
  const initiatives = [
    initiative('I', 'O', 'Product'),
    initiative('J', 'O', 'Risk'),
    initiative('M', 'O', 'Product'),
  ];
  const kpis = [
    reach('A', [0, 5], { initiative: 'I' }),
    reach('B', [5, 9], { initiative: 'J' }),
    reach('C', [9, 12], { initiative: 'M' }),
    reach('D', [9, 12]),
    reach('E', [9, 12], { initiative: 'unknown' }),
  ];
  const objectives = [objective('O', 30)];

  it.each([
    ['A', 'B', 'A->B', 'joins initiatives of different functions'],
    ['B', 'C', 'B->C', 'in either direction'],
    ['A', 'C', '', 'is none within one function'],
    ['A', 'D', '', 'is none with a KPI that stands alone'],
    ['D', 'B', '', 'whichever of the two it is'],
    ['D', 'E', '', 'nor between two of unknown function'],
    ['A', 'X', '', 'nor with a KPI that is unknown'],
  ])('from %s to %s: %j, it %s', (from, to, crossing) => {
    const portfolio = portfolioOf({ objectives, initiatives, kpis, dependencies: [dependency(from, to)] });
    expect([...planNetwork(portfolio).crossFunctional].join()).toBe(crossing);
  });

  it('ends when one of the two initiatives is stopped', () => {
    const portfolio = portfolioOf({
      objectives,
      initiatives,
      kpis,
      dependencies: [dependency('A', 'B'), dependency('B', 'C')],
    });
    expect([...planNetwork(portfolio, new Set(['I'])).crossFunctional]).toEqual(['B->C']);
  });
});
