import { assert, property, sample } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setUpIndex } from '../../../src/api/present/set-up-index.ts';
import type { Portfolio } from '../../../src/domain/portfolio.ts';
import { randomPortfolio } from '../../support/random-network.ts';

/** The long way, one search of all lists for each question. */
function searched({ objectives, initiatives, kpis, dependencies }: Portfolio) {
  const objectiveOf = (id: string | undefined) => initiatives.find((one) => one.id === id)?.objective;
  const isUnder = (id: string | undefined, top: string): boolean =>
    id !== undefined && (id === top || isUnder(objectives.find((one) => one.id === id)?.parent, top));
  const initiativeOf = (kpi: string) =>
    initiatives.find(({ id }) => id === kpis.find((one) => one.id === kpi)?.initiative);
  return {
    kpisOf: (id: string) => kpis.filter(({ initiative }) => initiative === id),
    kpisIn: (id: string) => kpis.filter(({ initiative }) => objectiveOf(initiative) === id),
    kpisUnder: (id: string) => kpis.filter(({ initiative }) => isUnder(objectiveOf(initiative), id)),
    childrenOf: (id: string) => objectives.filter(({ parent }) => parent === id),
    functionsNear: (id: string) =>
      new Set(
        dependencies.flatMap(({ from, to }) => {
          const [before, after] = [initiativeOf(from), initiativeOf(to)];
          if (!before || !after) return [];
          return [before.id === id ? [after.function] : [], after.id === id ? [before.function] : []].flat();
        }),
      ),
  };
}

describe('the index of a set-up', () => {
  it('finds what a search of all lists finds, in the same order', () => {
    assert(
      property(randomPortfolio, (portfolio) => {
        const [index, long] = [setUpIndex(portfolio), searched(portfolio)];
        for (const { id } of portfolio.objectives) {
          expect(index.kpisIn(id)).toEqual(long.kpisIn(id));
          expect(index.kpisUnder(id)).toEqual(long.kpisUnder(id));
          expect(index.childrenOf(id)).toEqual(long.childrenOf(id));
        }
        for (const { id } of portfolio.initiatives) {
          expect(index.kpisOf(id)).toEqual(long.kpisOf(id));
          expect(index.functionsNear(id)).toEqual(long.functionsNear(id));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is built once for a set-up', () => {
    const [portfolio = null] = sample(randomPortfolio, 1);
    expect(portfolio && setUpIndex(portfolio)).toBe(portfolio && setUpIndex(portfolio));
  });

  it('goes round a circle of parents once', () => {
    const [portfolio] = sample(randomPortfolio, { numRuns: 1, seed: 3 });
    if (!portfolio) throw new Error('no sample');
    const objectives = portfolio.objectives.map((one) => ({ ...one, parent: one.id }));
    const index = setUpIndex({ ...portfolio, objectives });
    for (const { id } of objectives) expect(index.kpisUnder(id)).toEqual(index.kpisIn(id));
  });
});
