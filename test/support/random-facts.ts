import * as fc from 'fast-check';
import type { CheckIn } from '../../src/domain/check-in.ts';
import type { Facts } from '../../src/domain/facts.ts';
import type { Cadence, Kpi, Person } from '../../src/domain/portfolio.ts';
import { type TimeZone, instantAt } from '../../src/domain/zoned-time.ts';
import {
  DAY_ZERO,
  day,
  dependency,
  initiative,
  keep,
  objective,
  portfolioOf,
  reach,
} from './network-builder.ts';
import { logOf } from '../../src/domain/check-in-log.ts';

/** Small portfolios with what people reported: every rule gets its turn. Day 0 is Monday 2026-03-02. */
export const SPAN_DAYS = 70;

export interface FactsOptions {
  readonly zones?: readonly TimeZone[];
}

const CADENCES: readonly Cadence[] = [
  { every: 'week', on: ['friday'] },
  { every: 'week', on: ['tuesday', 'friday'] },
  { every: 'fortnight', on: ['monday'] },
  { every: 'month', on: 31 },
];

/** Three reach KPIs in a chain or apart, and one keep KPI; one objective each, one above them. */
export function randomFacts({ zones = ['Europe/Berlin'] }: FactsOptions = {}): fc.Arbitrary<Facts> {
  const kpis = fc.tuple(reachKpi('A'), reachKpi('B'), reachKpi('C'), keepKpi('D'));
  return kpis.chain((list) =>
    fc
      .record({
        people: fc.tuple(...list.map(({ owner }) => person(owner, zones))),
        checkIns: fc.tuple(...list.map((kpi) => checkIns(kpi, zones[0] ?? 'UTC'))),
        lags: fc.record({
          ab: fc.option(fc.integer({ min: -5, max: 5 })),
          bc: fc.option(fc.integer({ min: -5, max: 5 })),
        }),
        type: fc.constantFrom('finish-to-start' as const, 'finish-to-finish' as const),
        holidays: fc.array(fc.integer({ min: 0, max: SPAN_DAYS }), { maxLength: 4 }),
        slack: fc.integer({ min: 0, max: 12 }),
      })
      .map(({ people, checkIns: sent, lags, type, holidays, slack }) => ({
        portfolio: portfolioOf({
          timeZone: zones[0] ?? 'UTC',
          people,
          kpis: list,
          initiatives: list.map(({ id }) => initiative(`I${id}`, `O${id}`)),
          objectives: [
            objective('O', 90),
            ...list.map(({ id, plan }) => ({
              ...objective(`O${id}`, 0, { parent: 'O' }),
              due: day(dayNumber(plan.due) + slack),
            })),
          ],
          holidays: [...new Set(holidays)].map(day),
          dependencies: [
            ...(lags.ab === null ? [] : [dependency('A', 'B', { lagDays: lags.ab })]),
            ...(lags.bc === null ? [] : [dependency('B', 'C', { lagDays: lags.bc, type })]),
          ],
        }),
        checkIns: logOf(sent.flat().toSorted((a, b) => a.at - b.at)),
        decisions: [],
        recalibrations: [],
      })),
  );
}

function dayNumber(date: string): number {
  return Math.round((Date.parse(date) - Date.parse(DAY_ZERO)) / 86_400_000);
}

function reachKpi(id: string): fc.Arbitrary<Kpi> {
  const facts = fc.record({
    start: fc.integer({ min: 0, max: 20 }),
    length: fc.constantFrom(7, 20, 42, 120),
    cadence: fc.constantFrom(...CADENCES),
    step: fc.constantFrom(undefined, 1, 25),
  });
  return facts.map(({ start, length, cadence, step }) =>
    reach(id, [start, start + length], {
      cadence,
      initiative: `I${id}`,
      ...(step === undefined ? {} : { step }),
    }),
  );
}

function keepKpi(id: string): fc.Arbitrary<Kpi> {
  return fc.constantFrom(...CADENCES).map((cadence) => keep(id, { cadence, initiative: `I${id}` }));
}

function person(id: string, zones: readonly TimeZone[]): fc.Arbitrary<Person> {
  return fc
    .constantFrom(...zones)
    .map((timeZone) => ({ id, name: id, appRole: 'Manager' as const, timeZone }));
}

function checkIns(kpi: Kpi, zone: TimeZone): fc.Arbitrary<readonly CheckIn[]> {
  const top = kpi.kind === 'keep' ? 12 : 104;
  return fc
    .array(fc.tuple(fc.integer({ min: 0, max: SPAN_DAYS }), fc.integer({ min: 0, max: top }), claims()), {
      maxLength: 8,
    })
    .map((list) =>
      list
        .toSorted(([a], [b]) => a - b)
        .map(([sent, value, claim], nth) => ({
          id: `${kpi.id}${nth}`,
          kpi: kpi.id,
          value,
          date: day(sent),
          ...claim(sent),
          at: instantAt(day(sent), 600 + nth, zone),
        })),
    );
}

function claims(): fc.Arbitrary<(sent: number) => Partial<CheckIn>> {
  const days = fc.integer({ min: 1, max: 20 });
  const nothing = fc.constant(() => ({}));
  const wait = fc.tuple(fc.constantFrom('export', 'tool'), days).map(([what, by]) => (sent: number) => ({
    waitingOn: { what, kind: 'third-party', since: day(sent), expectedBy: day(sent + by) },
  }));
  const warning = days.map((slipDays) => () => ({ earlyWarning: { slipDays, because: 'reasons' } }));
  return fc.oneof(
    nothing,
    nothing,
    wait,
    warning,
    fc.constant(() => ({ waitOver: true })),
  );
}
