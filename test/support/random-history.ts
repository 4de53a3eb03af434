import * as fc from 'fast-check';
import type { CheckIn } from '../../src/domain/check-in.ts';
import type { Decision } from '../../src/domain/decision.ts';
import { decidersOf } from '../../src/domain/people.ts';
import type { Portfolio } from '../../src/domain/portfolio.ts';
import type { TimelineEvent } from '../../src/domain/timeline.ts';
import { type Instant, instantAt } from '../../src/domain/zoned-time.ts';
import { day } from './network-builder.ts';
import { randomPortfolio } from './random-network.ts';

/** A portfolio and what happened to it, in the order of time. Some events the rules will refuse. */
export interface History {
  readonly portfolio: Portfolio;
  readonly events: readonly TimelineEvent[];
  readonly start: Instant;
  readonly end: Instant;
}

const LAST_DAY = 80;

const draft = fc.record({
  kpi: fc.nat(),
  on: fc.integer({ min: 0, max: LAST_DAY - 1 }),
  minutes: fc.integer({ min: 0, max: 1439 }),
  value: fc.integer({ min: 0, max: 110 }),
  kind: fc.constantFrom('plain', 'plain', 'plain', 'wait', 'over', 'warning', 'hold', 'stop', 'pivot'),
  days: fc.integer({ min: 1, max: 25 }),
});
type Draft = typeof draft extends fc.Arbitrary<infer T> ? T : never;

export const randomHistory: fc.Arbitrary<History> = fc
  .record({ portfolio: randomPortfolio, drafts: fc.array(draft, { maxLength: 25 }) })
  .map(({ portfolio, drafts }) => ({
    portfolio,
    events: drafts
      .toSorted((a, b) => a.on - b.on || a.minutes - b.minutes)
      .map((one, nth) => eventOf(portfolio, one, nth)),
    start: momentOn(portfolio, 0, 0),
    end: momentOn(portfolio, LAST_DAY, 0),
  }));

export function momentOn({ timeZone }: Portfolio, on: number, minutes: number): Instant {
  return instantAt(day(on), minutes, timeZone);
}

function eventOf(portfolio: Portfolio, one: Draft, nth: number): TimelineEvent {
  const kpi = portfolio.kpis[one.kpi % portfolio.kpis.length]?.id ?? '';
  const at = momentOn(portfolio, one.on, one.minutes);
  if (one.kind === 'hold' || one.kind === 'stop' || one.kind === 'pivot') {
    return { kind: 'decision', decision: decisionOf(portfolio, kpi, { ...one, at, nth }) };
  }
  const checkIn: CheckIn = { id: `c${nth}`, kpi, at, date: day(one.on), value: one.value, ...saying(one) };
  return { kind: 'check-in', checkIn };
}

function saying({ kind, on, days }: Draft): Partial<CheckIn> {
  const awaited = {
    what: `thing ${days % 2}`,
    kind: 'third-party',
    since: day(on),
    expectedBy: day(on + days),
  };
  if (kind === 'wait') return { waitingOn: awaited };
  if (kind === 'over') return { waitOver: true };
  return kind === 'warning' ? { earlyWarning: { slipDays: days, because: 'the supplier' } } : {};
}

function decisionOf(
  portfolio: Portfolio,
  cause: string,
  { kind, on, days, at, nth }: Draft & { at: Instant; nth: number },
): Decision {
  const base = { id: `d${nth}`, at, cause, by: decidersOf(portfolio, cause)[0] ?? '', reason: 'because' };
  const reviewDate = day(on + days);
  if (kind === 'stop') return { ...base, reviewDate, choice: { kind } };
  if (kind === 'pivot') return { ...base, reviewDate, choice: { kind }, plan: { due: day(90 + days) } };
  return { ...base, reviewDate, choice: { kind: 'hold', commitDate: day(on + days) } };
}
