import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logOf } from '../../src/domain/check-in-log.ts';
import { checkCheckIn } from '../../src/domain/check-in-rules.ts';
import type { CheckIn } from '../../src/domain/check-in.ts';
import { checkDecision } from '../../src/domain/decision-rules.ts';
import type { Decision } from '../../src/domain/decision.ts';
import { findCircle } from '../../src/domain/dependency-circle.ts';
import type { Facts } from '../../src/domain/facts.ts';
import { keepPlanFault, reachPlanFault } from '../../src/domain/plan-rules.ts';
import type { KeepPlan, Kpi, ReachPlan } from '../../src/domain/portfolio.ts';
import { findSlot } from '../../src/domain/slot-search.ts';
import { eventRefusalWords } from '../../src/domain/story/refusal-words.ts';
import type { TimelineRefusal } from '../../src/domain/timeline.ts';
import { everythingFollows, notFinite } from '../support/everything-follows.ts';
import {
  day,
  dependency,
  initiative,
  keep,
  objective,
  portfolioOf,
  reach,
} from '../support/network-builder.ts';
import {
  mostly,
  oddDate,
  oddFigure,
  oddMoment,
  oddText,
  soundDate,
  soundFigure,
  soundMoment,
} from '../support/odd-values.ts';
import { moment, person } from '../support/play.ts';

type Link = Parameters<typeof findCircle>[0][number];
type ValueOf<A> = A extends fc.Arbitrary<infer T> ? T : never;

const TIMEOUT = { timeout: 60_000 };
const BASE = portfolioOf({
  people: [person('owner-A'), person('owner-B'), person('owner-D'), person('owner-O')],
  objectives: [objective('O', 50, { delayProfile: { kind: 'linear', perWeek: 70_000 } })],
  initiatives: [initiative('I', 'O')],
  kpis: [
    reach('A', [0, 30], { initiative: 'I' }),
    reach('B', [30, 45], { initiative: 'I', readings: 'increment' }),
    keep('D', { initiative: 'I', breachPerWeek: 1000 }),
  ],
  dependencies: [dependency('A', 'B')],
});

const point = fc.record({ date: oddDate, value: oddFigure });
const reachPlan: fc.Arbitrary<ReachPlan> = fc.record({
  baseline: oddFigure,
  target: oddFigure,
  start: fc.oneof(soundDate, oddDate),
  due: fc.oneof(soundDate, oddDate),
  points: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 2, arbitrary: fc.array(point, { maxLength: 4 }) },
    // A point a day over the whole plan, and many more than it has days.
    { weight: 1, arbitrary: fc.constantFrom(30, 3000).map(pointsADay) },
  ),
});
const [figure, date, time] = [
  mostly(soundFigure, oddFigure),
  mostly(soundDate, oddDate),
  mostly(soundMoment, oddMoment),
];
const limit = fc.option(figure, { nil: undefined });
const keepPlan = fc
  .record({
    lower: limit,
    upper: limit,
    hardLower: limit,
    hardUpper: limit,
    start: date,
    due: fc.oneof(fc.constant(day(90)), oddDate),
  })
  .map((plan) => Object.fromEntries(Object.entries(plan).filter(([, one]) => one !== undefined)) as unknown)
  .map((plan) => plan as KeepPlan);

const kpiId = fc.constantFrom('A', 'B', 'D', 'A', 'B', 'D', 'nobody', '__proto__');
const checkIn: fc.Arbitrary<CheckIn> = fc.record(
  {
    id: oddText,
    kpi: kpiId,
    at: time,
    date: mostly(fc.constant(day(0)), oddDate),
    value: fc.oneof(soundFigure, oddFigure),
    by: oddText,
    waitingOn: fc.record({ what: oddText, kind: oddText, since: date, expectedBy: date }),
    waitOver: fc.oneof(fc.boolean(), oddText),
    earlyWarning: fc.record({ slipDays: figure, because: oddText }),
    objection: fc.record({ claim: oddText, byDate: date }),
  },
  { requiredKeys: ['id', 'kpi', 'at', 'date', 'value'] },
);

const named = fc.constantFrom('I', 'I', 'I', 'nobody');
const choice: fc.Arbitrary<Decision['choice']> = fc.oneof(
  fc.record({ kind: fc.constant('stop' as const), initiative: named }, { requiredKeys: ['kind'] }),
  fc.record(
    { kind: fc.constant('reallocate' as const), from: named, fromDate: date, untilDate: date },
    { requiredKeys: ['kind'] },
  ),
  fc.record({ kind: fc.constant('pivot' as const) }),
  fc.record(
    { kind: fc.constant('hold' as const), commitDate: mostly(fc.constant(day(65)), oddDate) },
    { requiredKeys: ['kind'] },
  ),
);
const decision: fc.Arbitrary<Decision> = fc.record(
  {
    id: oddText,
    at: time,
    cause: kpiId,
    by: fc.constantFrom('owner-O', 'owner-O', 'owner-O', 'owner-A'),
    choice,
    reason: fc.constantFrom('because', '\ud83d', '\u0000', ' '),
    reviewDate: mostly(fc.constant(day(70)), oddDate),
    plan: fc.record(
      {
        target: figure,
        due: mostly(fc.constant(day(80)), oddDate),
        points: fc.array(point, { maxLength: 1 }),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['id', 'at', 'cause', 'by', 'choice', 'reason', 'reviewDate'] },
);

describe('odd input is refused with a code, a field and a sentence, or everything follows in numbers', () => {
  it('of plans', TIMEOUT, () => {
    const [progress, times] = [fc.integer({ min: -10, max: 110 }), fc.integer({ min: 0, max: 70 })];
    const isAccepted = ([plan, on, value]: [ReachPlan, number, number]): boolean => {
      const fault = reachPlanFault(plan);
      if (fault) return refused(fault, fault.rule);
      const sent = [5, 15].map((at) => reading('A', Math.min(at, on), (value * at) / 15));
      return follows({ portfolio: withPlan('A', plan), checkIns: logOf(sent) }, moment(on, 12));
    };
    expect(accepted(fc.tuple(reachPlan, times, progress), isAccepted, 120)).toBeGreaterThan(10);
  });

  it('of bands', TIMEOUT, () => {
    const isAccepted = ([plan, value]: [KeepPlan, number]): boolean => {
      const fault = keepPlanFault(plan);
      if (fault) return refused(fault, fault.rule);
      const sent = Number.isFinite(value) ? [reading('D', 10, value)] : [];
      return follows({ portfolio: withPlan('D', plan), checkIns: logOf(sent) }, moment(20, 12));
    };
    expect(accepted(fc.tuple(keepPlan, oddFigure), isAccepted, 160)).toBeGreaterThan(10);
  });

  it('of check-ins', TIMEOUT, () => {
    const isAccepted = (sent: readonly CheckIn[]): boolean => {
      const taken: CheckIn[] = [];
      for (const one of sent) {
        const checked = checkCheckIn({ portfolio: BASE, checkIns: logOf(taken) }, one);
        if (checked.ok) taken.push(one);
        else refusedEvent(checked.error);
      }
      return taken.length > 0 && follows({ checkIns: logOf(taken) }, moment(40, 12));
    };
    const several = fc.array(checkIn, { minLength: 1, maxLength: 6 });
    expect(accepted(several, isAccepted, 90)).toBeGreaterThan(10);
  });

  it('of decisions', TIMEOUT, () => {
    const isAccepted = (one: Decision): boolean => {
      const checked = checkDecision(one, factsWith({}));
      if (!checked.ok) return refusedEvent(checked.error);
      return follows({ decisions: [one] }, moment(40, 12));
    };
    expect(accepted(decision, isAccepted, 120)).toBeGreaterThan(10);
  });

  it('of moments that are asked for', TIMEOUT, () => {
    const checkIns = logOf([reading('A', 5, 3), reading('D', 6, 11)]);
    for (const asOf of [0.5, Date.UTC(9999, 11, 30), -8.63e15])
      expect(follows({ checkIns }, asOf)).toBe(true);
  });
});

describe('odd dependencies', () => {
  it('have their circle named, whatever the ids', () => {
    const link = fc.record({ from: oddText, to: oddText });
    const hasCircle = (links: readonly Link[]): boolean => {
      const circle = findCircle(links);
      expect(circle?.[0]).toBe(circle?.at(-1));
      return circle !== null;
    };
    expect(accepted(fc.array(link, { maxLength: 12 }), hasCircle, 200)).toBeGreaterThan(10);
  });

  it('of something on itself are the shortest circle', () => {
    expect(findCircle([], { from: '', to: '' })).toEqual(['', '']);
    expect(findCircle([{ from: '__proto__', to: '__proto__' }])).toEqual(['__proto__', '__proto__']);
  });
});

describe('odd slot searches', () => {
  it('find a slot of finite moments, or none', TIMEOUT, () => {
    const week = fc.record({
      days: fc.subarray(['monday', 'friday'] as const),
      start: fc.constantFrom('09:00', '09:00', '23:59', ''),
      end: fc.constantFrom('17:00', '17:00', '00:00', ''),
    });
    const minutes = fc.option(mostly(fc.integer({ min: 1, max: 60 }), oddFigure), { nil: undefined });
    const search = fc.record({ workWeek: week, notBefore: time, deadline: time, length: minutes });
    const isFound = ({ workWeek, notBefore, deadline, length }: ValueOf<typeof search>): boolean => {
      const workCalendar = { workWeek, timeZone: 'Europe/Berlin', holidays: new Set<string>() };
      const seat = { person: 'a', workCalendar, busy: [] };
      const lengths = length === undefined ? {} : { minutes: length, stepMinutes: length };
      const slot = findSlot({ required: [seat], optional: [], notBefore, deadline, ...lengths });
      expect(notFinite(slot)).toEqual([]);
      return slot !== null;
    };
    expect(accepted(search, isFound, 200)).toBeGreaterThan(10);
  });
});

/** Tries values from a fixed seed a fixed number of times; how many of them were accepted. */
function accepted<T>(odd: fc.Arbitrary<T>, isAccepted: (value: T) => boolean, numRuns: number): number {
  let count = 0;
  const tried = fc.property(odd, (value) => {
    if (isAccepted(value)) count += 1;
  });
  fc.assert(tried, { numRuns, seed: 1 });
  return count;
}

function pointsADay(count: number): ReachPlan['points'] {
  return Array.from({ length: count }, (_, n) => ({ date: day(n), value: n }));
}

function reading(kpi: string, on: number, value: number): CheckIn {
  return { id: `${kpi}@${on}`, kpi, at: moment(on, 10), date: day(on), value };
}

function withPlan(id: string, plan: ReachPlan | KeepPlan): Facts['portfolio'] {
  const revisions = [{ revision: 1, at: 0, plan }];
  return {
    ...BASE,
    kpis: BASE.kpis.map((kpi) => (kpi.id === id ? ({ ...kpi, plan, revisions } as Kpi) : kpi)),
  };
}

function factsWith(parts: Partial<Facts>): Facts {
  return { portfolio: BASE, checkIns: logOf([]), decisions: [], recalibrations: [], ...parts };
}

function follows(parts: Partial<Facts>, asOf: number): true {
  everythingFollows(factsWith(parts), asOf);
  return true;
}

function refusedEvent(refusal: TimelineRefusal): false {
  return refused(refusal, eventRefusalWords(refusal));
}

function refused({ code, field }: { readonly code: string; readonly field: string }, words: string): false {
  expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/u);
  expect(field).toMatch(/^\S+$/u);
  expect(words).toMatch(/\w+ \w+/u);
  return false;
}
