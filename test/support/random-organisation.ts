import * as fc from 'fast-check';
import { decidersOf } from '../../src/domain/people.ts';
import type { Person, Portfolio } from '../../src/domain/portfolio.ts';
import type { TimelineEvent } from '../../src/domain/timeline.ts';
import type { Weekday } from '../../src/domain/working-time.ts';
import { type History, randomHistory } from './random-history.ts';

const MON_TO_FRI: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
const SUN_TO_THU: readonly Weekday[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday'];

const person = fc.record({
  timeZone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Amman', 'Australia/Lord_Howe'),
  days: fc.constantFrom(MON_TO_FRI, SUN_TO_THU, ['tuesday', 'wednesday'] as const),
  manager: fc.nat(),
});

/** What people do about an open recalibration soon after something has happened. */
export interface Reaction {
  readonly kind: 'decide' | 'book' | 'keep' | 'nothing';
  /** Until the review, or until the meeting. */
  readonly days: number;
}

export interface OrganisedHistory extends History {
  /** One for each event. */
  readonly reactions: readonly Reaction[];
}

/**
 * Histories in a house of four people: who owns a KPI may own its objective or decide about another, one may live in
 * another zone and week. Decisions are taken by who may.
 */
export const randomOrganisation: fc.Arbitrary<OrganisedHistory> = fc
  .record({
    history: randomHistory,
    people: fc.array(person, { minLength: 4, maxLength: 4 }),
    reactions: fc.array(
      fc.record({
        kind: fc.constantFrom<Reaction['kind']>('decide', 'decide', 'book', 'keep', 'nothing'),
        days: fc.integer({ min: 2, max: 40 }),
      }),
      { minLength: 25, maxLength: 25 },
    ),
    owns: fc.array(fc.nat(), { minLength: 24, maxLength: 24 }),
  })
  .map(({ history, people, owns, reactions }) => {
    const staff = people.map(({ timeZone, days, manager }, n): Person => {
      const workWeek = { days, start: '09:00', end: '17:00' };
      return {
        id: `P${n}`,
        name: `P${n}`,
        appRole: 'Manager',
        timeZone,
        workWeek,
        manager: `P${manager % 4}`,
      };
    });
    const owner = (n: number): string => `P${(owns[n % owns.length] ?? 0) % 4}`;
    const { portfolio } = history;
    const owned: Portfolio = {
      ...portfolio,
      people: staff,
      kpis: portfolio.kpis.map((kpi, n) => ({ ...kpi, owner: owner(n) })),
      objectives: portfolio.objectives.map((objective, n) => ({ ...objective, owner: owner(12 + n) })),
    };
    return {
      ...history,
      reactions,
      portfolio: owned,
      events: history.events.map((event) => decidedIn(owned, event)),
    };
  });

function decidedIn(portfolio: Portfolio, event: TimelineEvent): TimelineEvent {
  if (event.kind !== 'decision') return event;
  const by = decidersOf(portfolio, event.decision.cause)[0] ?? '';
  return { kind: 'decision', decision: { ...event.decision, by } };
}
