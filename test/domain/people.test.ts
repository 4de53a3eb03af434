import { describe, expect, it } from 'vitest';
import {
  calendarOf,
  deciderAt,
  decidersOf,
  objectiveOfKpi,
  objectivesUp,
  ownerOf,
} from '../../src/domain/people.ts';
import type { Portfolio } from '../../src/domain/portfolio.ts';
import { initiative, objective, portfolioOf, reach } from '../support/network-builder.ts';
import { person } from '../support/play.ts';

/** A KPI of `ann` under objectives owned like this, nearest first. */
function under(owners: readonly string[], manager?: string): Portfolio {
  const objectives = owners.map((owner, n) =>
    objective(`O${n}`, 42, { owner, ...(n + 1 < owners.length ? { parent: `O${n + 1}` } : {}) }),
  );
  const alone = owners.length === 0;
  return portfolioOf({
    people: [person('ann', manager === undefined ? {} : { manager })],
    objectives,
    initiatives: alone ? [] : [initiative('I', 'O0')],
    kpis: [reach('A', [0, 42], { owner: 'ann', ...(alone ? {} : { initiative: 'I' }) })],
  });
}

describe('who decides, level by level', () => {
  it.each<[readonly string[], string | undefined, readonly string[], string]>([
    [['boss', 'top'], undefined, ['boss', 'top'], 'the owners of the objective and those above'],
    [
      ['ann', 'top'],
      undefined,
      ['top'],
      'the next different owner up where the KPI owner owns the objective',
    ],
    [['boss', 'boss', 'top'], undefined, ['boss', 'top'], 'one level where neighbours have the same owner'],
    [['boss', 'vp', 'boss'], undefined, ['boss', 'vp', 'boss'], 'the first one again at the root'],
    [[], 'mia', ['mia'], 'without an objective the manager from the directory'],
    [['ann'], undefined, ['ann'], 'the owner where nobody else is above'],
  ])('%j, manager %s: %j: %s', (owners, manager, expected, _why) => {
    expect(decidersOf(under(owners, manager), 'A')).toEqual(expected);
  });

  it('asks each level in turn, also one that owns two of them, and the root for ever', () => {
    const asked = [1, 2, 3, 4].map((revision) => deciderAt(under(['boss', 'vp', 'boss']), 'A', revision));
    expect(asked).toEqual(['boss', 'vp', 'boss', 'boss']);
  });
});

describe('somebody nobody knows', () => {
  it('is asked nothing: there is no such KPI', () => {
    expect(decidersOf(under(['boss']), 'X')).toEqual([]);
    expect(deciderAt(under(['boss']), 'X', 1)).toBe('');
    expect(ownerOf(under(['boss']), 'X')).toBe('');
  });

  it("is the owner's own root where the directory does not know the owner", () => {
    expect(decidersOf({ ...under([]), people: [] }, 'A')).toEqual(['ann']);
  });

  it('has no manager but its own', () => {
    const known = under([]);
    const people = [person('other', { manager: 'mia' }), ...known.people];
    expect(decidersOf({ ...known, people }, 'A')).toEqual(['ann']);
  });
});

describe('the objective of a KPI', () => {
  it.each([
    ['A', under(['boss']), 'O0', 'is the one its initiative carries'],
    ['A', under([]), undefined, 'is none without an initiative'],
    ['X', under(['boss']), undefined, 'is none for a KPI nobody knows'],
    ['A', { ...under(['boss']), initiatives: [] }, undefined, 'is none for an initiative nobody knows'],
  ])('%s: %j', (kpi, portfolio, expected, _why) => {
    expect(objectiveOfKpi(portfolio, kpi)?.id).toBe(expected);
  });

  it('has those above it, up to the root or to where a circle closes', () => {
    const idsUp = (portfolio: Portfolio, from?: string) => objectivesUp(portfolio, from).map(({ id }) => id);
    expect(idsUp(under(['boss', 'vp', 'top']), 'O1')).toEqual(['O1', 'O2']);
    expect(idsUp(under(['boss']))).toEqual([]);
    const circle = [objective('P', 42, { parent: 'Q' }), objective('Q', 42, { parent: 'P' })];
    expect(idsUp(portfolioOf({ objectives: circle }), 'Q')).toEqual(['Q', 'P']);
  });
});

describe('a working life', () => {
  const workWeek = { days: ['sunday', 'monday'], start: '08:00', end: '16:00' } as const;
  const tenant = portfolioOf({
    holidays: ['2026-05-01'],
    people: [person('ann'), person('omar', { workWeek, timeZone: 'Asia/Dubai' })],
  });

  it.each([
    ['omar', workWeek, 'Asia/Dubai', 'own hours and zone'],
    ['ann', tenant.workWeek, 'Europe/Berlin', "the tenant's where a person has none"],
    ['stranger', tenant.workWeek, 'Europe/Berlin', "the tenant's for somebody unknown"],
  ])("%s: %j, with the tenant's holidays", (id, week, timeZone, _why) => {
    const holidays = new Set(['2026-05-01']);
    expect(calendarOf(tenant, id)).toEqual({ workWeek: week, timeZone, holidays });
  });
});
