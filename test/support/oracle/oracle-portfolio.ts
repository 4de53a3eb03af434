import * as fc from 'fast-check';
import type { CheckIn } from '../../../src/domain/check-in.ts';
import type { ListedFacts } from '../../../src/domain/facts.ts';
import type { Cadence, Dependency, Kpi, Portfolio } from '../../../src/domain/portfolio.ts';
import type { Weekday } from '../../../src/domain/working-time.ts';
import { DAY_ZERO, day, initiative, keep, objective, portfolioOf, reach } from '../network-builder.ts';

/** Choices that fast-check makes and shrinks. */
export interface Choices {
  readonly whole: (min: number, max: number) => number;
  readonly one: <T>(...of: readonly T[]) => T;
}

export function choicesOf(gen: fc.GeneratorValue): Choices {
  return {
    whole: (min, max) => gen(fc.integer, { min, max }),
    one: (...of) => of[gen(fc.integer, { min: 0, max: of.length - 1 })] as (typeof of)[number],
  };
}

export const SPAN = 150;
const MONDAY_TO_FRIDAY = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
const SUNDAY_TO_THURSDAY = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday'] as const;

/** Stand-alone KPIs of every kind, with holidays, either working week, waits, warnings and corrections. */
export function aloneFacts(choose: Choices): ListedFacts {
  const weekdays = choose.one<readonly Weekday[]>(MONDAY_TO_FRIDAY, SUNDAY_TO_THURSDAY);
  const kpis = Array.from({ length: 3 }, (_, at) =>
    choose.whole(0, 3) === 0
      ? keepKpi(choose, weekdays, `K${at}`)
      : reachKpi(choose, { id: `K${at}`, weekdays }),
  );
  const holidays = [
    ...new Set(Array.from({ length: choose.one(0, 0, 3) }, () => day(choose.whole(1, SPAN)))),
  ].sort();
  const portfolio = {
    ...above(choose, kpis),
    workWeek: { days: weekdays, start: '09:00', end: '17:00' },
    holidays,
  };
  return factsOf(
    portfolio,
    kpis.flatMap((kpi) => checkInsOf(choose, kpi)),
  );
}

/** Reach KPIs that wait for each other, predecessors first, set up so that the plan itself works or nearly so. */
export function networkFacts(choose: Choices): ListedFacts {
  const kpis: Kpi[] = [];
  const dependencies: Dependency[] = [];
  for (let at = 0; at < choose.whole(2, 5); at += 1) {
    const before = kpis.filter(() => choose.whole(0, 1) === 0).slice(0, 2);
    const links = before.map(({ id: from }) => ({
      from,
      to: `K${at}`,
      type: choose.one('finish-to-start' as const, 'finish-to-start' as const, 'finish-to-finish' as const),
      lagDays: choose.one(0, 0, 3, -2),
    }));
    dependencies.push(...links);
    const earliest = Math.max(0, ...links.map(({ from, lagDays }) => dueOf(kpis, from) + lagDays));
    const start = links.some(({ type }) => type === 'finish-to-start')
      ? earliest + choose.one(0, 0, 4)
      : choose.whole(0, 30);
    const length = Math.max(
      choose.one(7, 21, 42, 100),
      ...links.map(({ from }) => dueOf(kpis, from) + 3 - start),
    );
    kpis.push(reachKpi(choose, { id: `K${at}`, weekdays: MONDAY_TO_FRIDAY, span: [start, start + length] }));
  }
  const portfolio = { ...above(choose, kpis), dependencies };
  return factsOf(
    portfolio,
    kpis.flatMap((kpi) => checkInsOf(choose, kpi)),
  );
}

function dueOf(kpis: readonly Kpi[], id: string): number {
  return daysFromZero(kpis.find((one) => one.id === id)?.plan.due ?? DAY_ZERO);
}

function daysFromZero(date: string): number {
  return (Date.parse(date) - Date.parse(DAY_ZERO)) / 86_400_000;
}

/** One objective above each KPI and one above all, due with some slack, priced or not. */
function above(choose: Choices, kpis: readonly Kpi[]): Portfolio {
  const profile = () => choose.one({ kind: 'none' } as const, { kind: 'linear', perWeek: 700_000 } as const);
  const dues = kpis.map(({ plan }) => daysFromZero(plan.due) + choose.one(0, 0, 3, 12));
  return portfolioOf({
    timeZone: 'UTC',
    kpis: kpis.map((kpi) => ({ ...kpi, initiative: `I${kpi.id}` })),
    initiatives: kpis.map(({ id }) => initiative(`I${id}`, `O${id}`)),
    objectives: [
      objective('O', Math.max(...dues) + choose.one(0, 6), { delayProfile: profile() }),
      ...kpis.map(({ id }, at) =>
        objective(`O${id}`, dues[at] ?? 0, { parent: 'O', delayProfile: profile() }),
      ),
    ],
  });
}

interface ReachChoice {
  readonly id: string;
  readonly weekdays: readonly Weekday[];
  readonly span?: readonly [number, number];
}

function reachKpi(choose: Choices, { id, weekdays, span }: ReachChoice): Kpi {
  const start = span?.[0] ?? choose.whole(0, 20);
  const due = span?.[1] ?? start + choose.one(14, 28, 42, 91, 120);
  const [baseline, target] = choose.one([0, 100], [0, 5], [50, 10]);
  const at = choose.whole(1, due - start - 1);
  const points =
    span || choose.whole(0, 2) > 0
      ? []
      : [{ date: day(start + at), value: baseline + (target - baseline) * choose.one(0, 0.3, 0.8) }];
  const plan = { baseline, target, start: day(start), due: day(due), points };
  const shared = { plan, revisions: [{ revision: 1, at: 0, plan }], cadence: cadence(choose, weekdays) };
  return reach(id, [start, due], {
    ...shared,
    readings: choose.one('level' as const, 'level' as const, 'increment' as const),
    ...(choose.whole(0, 5) === 0 ? { toleranceDays: choose.one(0, 1, 6) } : {}),
    ...(points.length === 0 && choose.whole(0, 4) === 0
      ? { step: Math.abs(target - baseline) / choose.one(4, 20) }
      : {}),
  });
}

function keepKpi(choose: Choices, weekdays: readonly Weekday[], id: string): Kpi {
  const plan = {
    start: day(choose.whole(0, 20)),
    due: day(SPAN),
    ...choose.one({ upper: 60 }, { lower: 40 }, { lower: 40, upper: 60 }, { upper: 60, hardUpper: 66 }),
  };
  return keep(id, { plan, revisions: [{ revision: 1, at: 0, plan }], cadence: cadence(choose, weekdays) });
}

function cadence(choose: Choices, weekdays: readonly Weekday[]): Cadence {
  const on = choose.one(...weekdays);
  return choose.one<Cadence>(
    { every: 'week', on: [on] },
    { every: 'week', on: ['monday', 'thursday'] },
    { every: 'fortnight', on: [on] },
    { every: 'month', on: choose.one(1, 15, 31) },
  );
}

/** Reports at a pace of the owner's, with pauses, corrections, waits and warnings. */
function checkInsOf(choose: Choices, kpi: Kpi): readonly CheckIn[] {
  const sent: CheckIn[] = [];
  const [start, pace] = [daysFromZero(kpi.plan.start), choose.one(1, 1, 0.8, 0.5, 0)];
  let before = 0;
  for (
    let on = start + choose.whole(1, 9);
    on < SPAN && sent.length < 14;
    on += choose.one(1, 6, 7, 7, 8, 15)
  ) {
    const level = levelOn(choose, kpi, (on - start) * pace);
    const adds = kpi.kind === 'reach' && kpi.readings === 'increment';
    const value = adds ? Math.round((level - before) * 100) / 100 : level;
    before = level;
    const at = Date.parse(DAY_ZERO) + on * 86_400_000 + choose.whole(8, 20) * 3_600_000;
    const first = { id: `${kpi.id}-${on}`, kpi: kpi.id, at, date: day(on), value };
    sent.push({ ...first, ...claims(choose, on) });
    if (choose.whole(0, 12) === 0) {
      sent.push({ ...first, id: `${first.id}b`, at: at + 3_600_000, value: value + 1, supersedes: first.id });
    }
  }
  return sent;
}

function levelOn(choose: Choices, kpi: Kpi, days: number): number {
  if (kpi.kind === 'keep') return choose.whole(38, 68);
  const { baseline, target, start, due } = kpi.plan;
  const share = days / (daysFromZero(due) - daysFromZero(start)) + choose.one(0, 0, 0.02, -0.03);
  const level = baseline + (target - baseline) * Math.max(0, share);
  return Math.round(level * 100) / 100;
}

function claims(choose: Choices, on: number): Partial<CheckIn> {
  const expectedBy = day(on + choose.whole(1, 12));
  return choose.one<Partial<CheckIn>>(
    {},
    {},
    {},
    {},
    { waitingOn: { what: choose.one('export', 'permit'), kind: 'third-party', since: day(on), expectedBy } },
    { waitOver: true },
    { earlyWarning: { slipDays: choose.one(0, 2, 9, 30), because: 'the vendor' } },
  );
}

function factsOf(portfolio: Portfolio, checkIns: readonly CheckIn[]): ListedFacts {
  return { portfolio, checkIns: checkIns.toSorted((a, b) => a.at - b.at), decisions: [], recalibrations: [] };
}
