import type { CheckIn } from '../../src/domain/check-in.ts';
import type { Portfolio } from '../../src/domain/portfolio.ts';
import type { TimelineEvent, TimelineState } from '../../src/domain/timeline.ts';
import { momentFrom } from './case-line.ts';
import { day, dependency, initiative, keep, objective, portfolioOf, reach } from './network-builder.ts';
import { person, play } from './play.ts';

const MONTHLY = { every: 'month', on: 31 } as const;
const BAND = { upper: 10, start: day(0), due: day(100) };

/**
 * The shorthand of test/domain/cases/recalibration-*.tsv. Days are numbers; day 0 is Monday 2026-03-02, Berlin.
 *
 * Check-ins: `A:11-5` (day 11, 10:00, five days behind), `A:11@09:00=100` (value 100), then `+wait:the_export:7`,
 * `+over`, `+warn:10`. Decisions: `!A:9..18` (hold, day 9 at 12:00, review on day 18), `!A:9..18@top` by somebody else,
 * `!A:9..18stop`. Calendars: `book:A~1~1:8@12:00>9@09:00-10:00` (on day 8 booked for day 9), `gone:A~1~1:9@08:00>11@17:00`
 * (cancelled; new deadline). People: `keep:A~1~1:12:ann`.
 *
 * What stands: `A~1~1[A,B]open`, in the order of opening; with a decision maker `A~1~1[A,B]open@boss`.
 */
export const PORTFOLIOS: Readonly<Record<string, Portfolio>> = {
  chain: chain({}),
  apart: chain({ dependencies: [] }),
  /** As `apart`, listed the other way round. */
  turned: chain({ dependencies: [], kpis: chain({}).kpis.toReversed() }),
  /** Five days between the end of A and the start of B. */
  gap: chain({ kpis: withGap(5) }),
  /** B waits for X, which comes after it by name. */
  backward: chain({ dependencies: [dependency('X', 'B')] }),
  /** K, kim's, is to stay at 10 or below. */
  kept: chain({ kpis: [keep('K', { initiative: 'I', owner: 'kim', plan: BAND, cadence: MONTHLY })] }),
  houses: twoHouses(0),
  'dear houses': twoHouses(900),
  alone: chain({
    people: [person('ann', { manager: 'mia' })],
    dependencies: [],
    kpis: chain({}).kpis.map(({ initiative: _none, ...kpi }) => kpi),
  }),
  'own goal': chain({
    objectives: [objective('T', 90, { owner: 'top' }), objective('O', 70, { owner: 'ann', parent: 'T' })],
  }),
};

/** A (6 weeks, ann) before B (4 weeks, no float, ben), X (alone in time, xen); O is boss's, T above it top's. */
function chain(more: Partial<Portfolio>): Portfolio {
  return portfolioOf({
    objectives: [objective('T', 90, { owner: 'top' }), objective('O', 70, { owner: 'boss', parent: 'T' })],
    initiatives: [initiative('I', 'O'), initiative('J', 'O', 'Operations'), initiative('L', 'O')],
    kpis: [
      reach('A', [0, 42], { initiative: 'I', owner: 'ann', cadence: MONTHLY }),
      reach('B', [42, 70], { initiative: 'J', owner: 'ben', cadence: MONTHLY, toleranceDays: 1 }),
      reach('X', [0, 42], { initiative: 'L', owner: 'xen', cadence: MONTHLY }),
    ],
    dependencies: [dependency('A', 'B')],
    ...more,
  });
}

function withGap(days: number): Portfolio['kpis'] {
  const { kpis } = chain({});
  const late = reach('B', [42 + days, 70 + days], { initiative: 'J', owner: 'ben', toleranceDays: 1 });
  return kpis.map((kpi) => (kpi.id === 'B' ? { ...kpi, plan: late.plan, revisions: late.revisions } : kpi));
}

/** As `chain`, but B is part of P, pat's, and nothing waits for A; a week of P's delay costs so much. */
function twoHouses(perWeek: number): Portfolio {
  const { objectives, initiatives } = chain({});
  const delayProfile = { kind: 'linear', perWeek } as const;
  return chain({
    objectives: [...objectives, objective('P', 70, { owner: 'pat', parent: 'T', delayProfile })],
    initiatives: initiatives.map((one) => (one.id === 'J' ? { ...one, objective: 'P' } : one)),
    dependencies: [],
  });
}

/** What came of a line. */
export function played(line: Readonly<Record<string, string>>): TimelineState {
  const portfolio = PORTFOLIOS[line['portfolio'] ?? ''];
  if (!portfolio) throw new Error(`no portfolio ${line['portfolio']}`);
  const events = (line['happened'] ?? '').split(' ').filter(Boolean).map(eventFrom);
  return play(portfolio, events, momentFrom(line['asOf'] ?? ''));
}

export function standing({ facts }: TimelineState, withMaker: boolean): string {
  return facts.recalibrations
    .map(({ id, covers, state, decisionMaker }) => {
      return `${id}[${covers.join()}]${state}${withMaker ? `@${decisionMaker}` : ''}`;
    })
    .join(' ');
}

function eventFrom(token: string): TimelineEvent {
  const [head = ''] = token.split(':');
  if (token.startsWith('!')) return decisionFrom(token);
  if (head === 'book') return bookedFrom(token);
  if (head === 'gone') return goneFrom(token);
  if (head === 'keep') return keptFrom(token);
  return { kind: 'check-in', checkIn: checkInFrom(token) };
}

function checkInFrom(token: string): CheckIn {
  const [head = '', ...claims] = token.split('+');
  const [, kpi = '', sent = '', sign, figure = '0'] =
    /^(\w+):(\d+(?:@[\d:]+)?)(-|=)([\d.]+)$/.exec(head) ?? [];
  const on = Number(sent.split('@')[0]);
  const value = sign === '=' ? Number(figure) : ((on - Number(figure)) / 42) * 100;
  const at = momentFrom(sent);
  return { id: `${kpi}${at}`, kpi, at, date: day(on), value, ...Object.assign({}, ...claims.map(claimFrom)) };
}

function claimFrom(text: string): Partial<CheckIn> {
  const [kind, what = '', by = ''] = text.split(':');
  if (kind === 'over') return { waitOver: true };
  if (kind === 'warn') return { earlyWarning: { slipDays: Number(what), because: 'the audit' } };
  const expectedBy = day(Number(by));
  return { waitingOn: { what: what.replaceAll('_', ' '), kind: 'third-party', since: day(0), expectedBy } };
}

function decisionFrom(token: string): TimelineEvent {
  const [, cause = '', on = '', review = '', stop, by = 'boss'] =
    /^!(\w+):(\d+)\.\.(\d+)(stop)?(?:@(\w+))?$/.exec(token) ?? [];
  const choice = stop
    ? ({ kind: 'stop' } as const)
    : ({ kind: 'hold', commitDate: day(Number(on) + 5) } as const);
  const base = { id: token, at: momentFrom(`${on}@12:00`), cause, by, reason: 'because', choice };
  return { kind: 'decision', decision: { ...base, reviewDate: day(Number(review)) } };
}

function bookedFrom(token: string): TimelineEvent {
  const [, id = '', at = '', on = '', from = '', to = ''] =
    /^book:([^:]+):(.+)>(\d+)@([\d:]+)-([\d:]+)$/.exec(token) ?? [];
  const [start, end] = [momentFrom(`${on}@${from}`), momentFrom(`${on}@${to}`)];
  const meeting = { start, end, eventId: token, attempt: 1, concessions: [] };
  return { kind: 'recalibration', change: { kind: 'booked', at: momentFrom(at), id, meeting } };
}

function goneFrom(token: string): TimelineEvent {
  const [, id = '', at = '', deadline = ''] = /^gone:([^:]+):(.+)>(.+)$/.exec(token) ?? [];
  const change = { at: momentFrom(at), id, deadline: momentFrom(deadline) };
  return { kind: 'recalibration', change: { kind: 'rebooked', why: 'cancelled', ...change } };
}

function keptFrom(token: string): TimelineEvent {
  const [, id = '', on = '', by = ''] = token.split(':');
  return { kind: 'recalibration', change: { kind: 'kept', at: momentFrom(on), id, by } };
}
