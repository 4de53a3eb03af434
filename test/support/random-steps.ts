import * as fc from 'fast-check';
import { everyCheckIn, logOf, withCheckIn } from '../../src/domain/check-in-log.ts';
import { withDecision } from '../../src/domain/decision-effect.ts';
import type { Decision } from '../../src/domain/decision.ts';
import type { Facts } from '../../src/domain/facts.ts';
import type { Dependency, Kpi, Portfolio } from '../../src/domain/portfolio.ts';
import type { Recalibration } from '../../src/domain/recalibration.ts';
import { type Instant, instantAt } from '../../src/domain/zoned-time.ts';
import { day, dependency } from './network-builder.ts';
import { SPAN_DAYS, randomFacts } from './random-facts.ts';

/** Facts as they grow, and the moment each version is looked at; now and then a moment before the last one. */
export interface Step {
  readonly facts: Facts;
  readonly asOf: Instant;
}

const ZONES = ['Europe/Berlin', 'America/New_York', 'Pacific/Auckland'];
const KINDS = [
  'report',
  'report',
  'pass',
  'hold',
  'stop',
  'pivot',
  'redate',
  'link',
  'move',
  'close',
  'ahead',
] as const;

const happening = fc.record({
  kind: fc.constantFrom('report' as const, ...KINDS),
  on: fc.integer({ min: 0, max: SPAN_DAYS }),
  minutes: fc.integer({ min: 0, max: 1439 }),
  pick: fc.nat(99),
});
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

/** Check-ins, decisions, covers that grow, changed set-ups and time passing, in any order, in three zones. */
export const randomSteps: fc.Arbitrary<readonly Step[]> = fc
  .record({
    facts: randomFacts({ zones: ZONES }),
    happenings: fc.array(happening, { minLength: 1, maxLength: 16 }),
    back: fc.nat(30),
  })
  .map(({ facts, happenings, back }) => {
    const waiting = everyCheckIn(facts.checkIns);
    let now: Facts = { ...facts, checkIns: logOf([]) };
    const inOrder = happenings.toSorted((a, b) => a.on - b.on || a.minutes - b.minutes);
    return inOrder.map((one, nth): Step => {
      const asOf = instantAt(day(one.on), one.minutes, 'Europe/Berlin');
      for (const checkIn of waiting.filter(({ at }) => at <= asOf)) {
        const isKnown = everyCheckIn(now.checkIns).some(({ id }) => id === checkIn.id);
        if (!isKnown) now = { ...now, checkIns: withCheckIn(now.checkIns, checkIn) };
      }
      now = after(now, one, { at: asOf, nth });
      return { facts: now, asOf: nth === back ? asOf - 20 * 86_400_000 : asOf };
    });
  });

interface Place {
  readonly at: Instant;
  readonly nth: number;
}

function after(facts: Facts, { kind, pick, on }: Happening, { at, nth }: Place): Facts {
  const { portfolio } = facts;
  const kpi = portfolio.kpis[pick % portfolio.kpis.length];
  if (!kpi || kind === 'report' || kind === 'pass') return facts;
  if (kind === 'hold' || kind === 'stop' || kind === 'pivot') {
    return decidedOn(facts, decisionOf(kind, kpi, { at, nth, on, pick }), pick);
  }
  if (kind === 'ahead') {
    // Known already, in force later: nobody may look at it before.
    const later = at + (pick % 12) * 86_400_000;
    const checkIn = { id: `a${nth}`, kpi: kpi.id, at: later, date: day(on + (pick % 12)), value: pick };
    return { ...facts, checkIns: withCheckIn(facts.checkIns, checkIn) };
  }
  return { ...facts, portfolio: changed(portfolio, kind, { kpi, pick, on, at }) };
}

interface Change {
  readonly kpi: Kpi;
  readonly pick: number;
  readonly on: number;
  readonly at: Instant;
}

function changed(
  portfolio: Portfolio,
  kind: 'redate' | 'link' | 'move' | 'close',
  change: Change,
): Portfolio {
  const { kpi, pick, on, at } = change;
  if (kind === 'link') return { ...portfolio, dependencies: linked(portfolio, pick) };
  if (kind === 'close') return { ...portfolio, holidays: [...new Set([...portfolio.holidays, day(pick)])] };
  if (kind === 'move') {
    const timeZone = ZONES[pick % ZONES.length] ?? 'UTC';
    const people = portfolio.people.map((one) => (one.id === kpi.owner ? { ...one, timeZone } : one));
    return { ...portfolio, people };
  }
  const plan = { ...kpi.plan, due: day(on + 10 + pick) };
  const revisions = [...kpi.revisions, { revision: kpi.revisions.length + 1, at: at + (pick % 3), plan }];
  const redated = { ...kpi, plan, revisions } as Kpi;
  return { ...portfolio, kpis: portfolio.kpis.map((one) => (one === kpi ? redated : one)) };
}

function linked({ dependencies }: Portfolio, pick: number): readonly Dependency[] {
  if (pick % 2 === 0) return dependencies.slice(1);
  return [...dependencies, dependency('A', 'C', { lagDays: -(pick % 30) })];
}

interface Deciding extends Place {
  readonly on: number;
  readonly pick: number;
}

function decisionOf(kind: 'hold' | 'stop' | 'pivot', cause: Kpi, { at, nth, on, pick }: Deciding): Decision {
  const base = {
    id: `d${nth}`,
    cause: cause.id,
    by: cause.owner,
    reason: 'because',
    reviewDate: day(on + 14),
  };
  // One in four is known before it is made.
  const made = { ...base, at: pick % 4 === 0 ? at + (pick % 9) * 86_400_000 : at };
  return kind === 'pivot'
    ? { ...made, choice: { kind }, plan: { due: day(on + 5 + pick) } }
    : { ...made, choice: { kind } };
}

/** The recalibration it ends answers for two KPIs, and for a third from the next decision on. */
function decidedOn(facts: Facts, decision: Decision, pick: number): Facts {
  const { portfolio, decisions } = facts;
  const covers = portfolio.kpis.slice(0, 1 + (pick % 3)).map(({ id }) => id);
  const widened = facts.recalibrations.map((one) => ({ ...one, covers }));
  const ended: Recalibration = {
    id: `r${decision.id}`,
    cause: decision.cause,
    covers,
    decisionId: decision.id,
    revision: 1,
    openedAt: decision.at,
    deadline: decision.at,
    decisionMaker: decision.by,
    required: [],
    optional: [],
    statusAtOpening: 'yellow',
    helpRequested: false,
    state: 'decided',
  };
  return {
    ...facts,
    portfolio: pick % 2 === 0 ? withDecision(portfolio, decision) : portfolio,
    decisions: [...decisions, decision],
    recalibrations: [...widened, ended],
  };
}
