import * as fc from 'fast-check';
import type { DelayProfile, Dependency, Portfolio } from '../../src/domain/portfolio.ts';
import { NO_PROFILE, day, dependency, initiative, objective, portfolioOf, reach } from './network-builder.ts';

const profile: fc.Arbitrary<DelayProfile> = fc.oneof(
  fc.constant(NO_PROFILE),
  fc.record({ kind: fc.constant('linear' as const), perWeek: fc.integer({ min: 1, max: 9_000_000 }) }),
  fc.record({
    kind: fc.constant('fixed-date' as const),
    date: fc.integer({ min: 60, max: 90 }).map(day),
    loss: fc.integer({ min: 1, max: 9_000_000 }),
  }),
  fc.record({
    kind: fc.constant('fading' as const),
    peak: fc.integer({ min: 1, max: 90_000_000 }),
    lostPerWeek: fc.double({ min: 0.01, max: 1, noNaN: true }),
  }),
);

const objectives = fc
  .array(fc.record({ due: fc.integer({ min: 20, max: 60 }), above: fc.nat(), profile }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((drafts) =>
    drafts.map(({ due, above, profile: delayProfile }, i) => {
      const parent = above % (i + 1);
      return objective(`O${i}`, due, parent < i ? { parent: `O${parent}`, delayProfile } : { delayProfile });
    }),
  );

const kpis = fc.array(
  fc.record({
    start: fc.integer({ min: 0, max: 40 }),
    days: fc.integer({ min: 1, max: 20 }),
    carries: fc.nat(),
  }),
  { minLength: 1, maxLength: 12 },
);

const links = fc.array(
  fc.record({
    a: fc.nat(),
    b: fc.nat(),
    type: fc.constantFrom<Dependency['type']>('finish-to-start', 'finish-to-finish'),
    lagDays: fc.integer({ min: -5, max: 5 }),
  }),
  { maxLength: 18 },
);

/** Portfolios of up to 12 KPIs, up to 4 objectives in a tree, edges of both types without circles. */
export const randomPortfolio: fc.Arbitrary<Portfolio> = fc
  .record({ objectives, kpis, links, order: fc.nat() })
  .map(({ objectives: goals, kpis: drafts, links: pairs, order }) => {
    const nodes = drafts.map(({ start, days, carries }, i) => {
      const at = carries % (goals.length + 1);
      return reach(`K${i}`, [start, start + days], at < goals.length ? { initiative: `I${at}` } : {});
    });
    const edges = pairs.flatMap(({ a, b, type, lagDays }) => {
      const [from, to] = [a % nodes.length, b % nodes.length].sort((x, y) => x - y) as [number, number];
      return from === to ? [] : [dependency(`K${from}`, `K${to}`, { type, lagDays })];
    });
    return portfolioOf({
      objectives: order % 2 ? goals.toReversed() : goals,
      initiatives: goals.map(({ id }, i) => initiative(`I${i}`, id)),
      kpis: order % 3 ? nodes.toReversed() : nodes,
      dependencies: edges,
    });
  });
