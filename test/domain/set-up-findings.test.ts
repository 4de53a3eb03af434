import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Portfolio } from '../../src/domain/portfolio.ts';
import { planNetwork } from '../../src/domain/network.ts';
import { setUpFindings } from '../../src/domain/set-up-findings.ts';
import { findingSentence } from '../../src/domain/words/finding-sentence.ts';
import {
  day,
  dependency,
  initiative,
  keep,
  objective,
  portfolioOf,
  reach,
} from '../support/network-builder.ts';
import { person } from '../support/play.ts';
import { randomPortfolio } from '../support/random-network.ts';

const LINEAR = { kind: 'linear', perWeek: 100 } as const;

/** One objective, one initiative, one KPI that ends with it; sound in every respect. */
function sound(parts: Partial<Portfolio> = {}): Portfolio {
  return portfolioOf({
    people: [person('owner-A'), person('owner-O')],
    objectives: [objective('O', 20)],
    initiatives: [initiative('I', 'O')],
    kpis: [reach('A', [0, 20], { initiative: 'I' })],
    ...parts,
  });
}

const I = { initiative: 'I' } as const;

/** A set-up, and its findings in short: code and whom it is about. */
const CASES: readonly (readonly [string, Partial<Portfolio>, readonly string[]])[] = [
  ['nothing in a sound set-up', {}, []],
  ['a finish on the due date itself', { objectives: [objective('O', 20)] }, []],
  ['a KPI that ends a day after its objective', { objectives: [objective('O', 19)] }, ['negative-float A 1']],
  [
    // B needs 10 days after A: 20 + 10 is five after day 25. A has −5, B, planned for day 24, has +1: B is no finding.
    'a chain that is too long, told where it begins',
    {
      objectives: [objective('O', 25)],
      kpis: [reach('A', [0, 20], I), reach('B', [14, 24], I)],
      dependencies: [dependency('A', 'B')],
    },
    ['negative-float A 5'],
  ],
  [
    // B ends five days after its objective and A, which it follows, four: B is the worse.
    'the later of two on one way',
    {
      objectives: [objective('O', 25)],
      kpis: [reach('A', [0, 19], I), reach('B', [20, 30], I)],
      dependencies: [dependency('A', 'B')],
    },
    ['negative-float B 5'],
  ],
  [
    // A ends when B begins, B three days after the objective: both have −3, and it is B that ends too late.
    'the last of two that follow each other closely',
    {
      objectives: [objective('O', 27)],
      kpis: [reach('A', [0, 20], I), reach('B', [20, 30], I)],
      dependencies: [dependency('A', 'B')],
    },
    ['negative-float B 3'],
  ],
  [
    // B ends two days after its objective; A ends six days after B begins, so it has 22 − 10 − 20 = −8.
    'both of two that are each too late',
    {
      objectives: [objective('O', 22)],
      kpis: [reach('A', [0, 20], I), reach('B', [14, 24], I)],
      dependencies: [dependency('A', 'B')],
    },
    ['negative-float A 8', 'negative-float B 2'],
  ],
  [
    'both of two that do not meet',
    { objectives: [objective('O', 18)], kpis: [reach('A', [0, 20], I), reach('B', [0, 21], I)] },
    ['negative-float A 2', 'negative-float B 3'],
  ],
  [
    'a circle that came in all the same',
    {
      kpis: [reach('A', [0, 10], I), reach('B', [0, 10], I)],
      objectives: [objective('O', 60)],
      dependencies: [dependency('A', 'B'), dependency('B', 'A')],
    },
    ['circle A,B,A'],
  ],
  [
    'a sub-objective due after its parent',
    {
      objectives: [objective('O', 60), objective('P', 40)].map((one) =>
        one.id === 'O' ? { ...one, parent: 'P' } : one,
      ),
    },
    ['due-after-parent O'],
  ],
  [
    'a sub-objective due with its parent',
    { objectives: [objective('O', 40, { parent: 'P' }), objective('P', 40)] },
    [],
  ],
  [
    'an initiative without a KPI',
    { initiatives: [initiative('I', 'O'), initiative('J', 'O')] },
    ['initiative-without-kpi J'],
  ],
  [
    'an objective that nothing carries',
    { objectives: [objective('O', 20), objective('P', 20)] },
    ['objective-carried-by-nothing P'],
  ],
  [
    'an owner who owns every level above',
    {
      objectives: [
        objective('O', 20, { owner: 'owner-A', parent: 'P' }),
        objective('P', 20, { owner: 'owner-A' }),
      ],
    },
    ['nobody-else-decides owner-A A'],
  ],
  [
    'no such owner where a manager can decide',
    {
      people: [person('owner-A', { manager: 'boss' }), person('boss')],
      objectives: [objective('O', 20, { owner: 'owner-A' })],
    },
    [],
  ],
  [
    // Three meetings a week of three cases hold nine.
    'a tenth KPI for one decision maker',
    { kpis: Array.from({ length: 10 }, (_, n) => reach(`K${n}`, [0, 20], I)) },
    ['load-beyond-cap owner-O 10 9'],
  ],
  ['no ninth', { kpis: Array.from({ length: 9 }, (_, n) => reach(`K${n}`, [0, 20], I)) }, []],
  [
    'two delay profiles on one way up, whatever lies between',
    {
      objectives: [
        objective('O', 20, { parent: 'M', delayProfile: LINEAR }),
        objective('M', 20, { parent: 'P' }),
        objective('P', 20, { delayProfile: LINEAR }),
      ],
    },
    ['profiles-add O P'],
  ],
  [
    'an objective with only lagging KPIs',
    { kpis: [reach('A', [0, 20], { ...I, leading: false }), keep('B', { ...I, leading: false })] },
    ['only-lagging O'],
  ],
  [
    'no such objective where one KPI leads, or nobody said',
    { kpis: [reach('A', [0, 20], { ...I, leading: false }), keep('B', I)] },
    [],
  ],
  [
    // Day 0 is 2 Mar; monthly on the 31st with the first after half a month: 31 Mar, day 29. Due day 20.
    'a KPI that is over before its first report',
    { kpis: [reach('A', [0, 20], { ...I, cadence: { every: 'month', on: 31 } })] },
    ['first-report-too-late A 2026-03-31'],
  ],
  [
    'a dependency on a KPI that keeps a band',
    { kpis: [reach('A', [0, 20], I), keep('B', I)], dependencies: [dependency('B', 'A')] },
    ['dependency-on-kept B A'],
  ],
];

function short(portfolio: Portfolio): readonly string[] {
  return setUpFindings(portfolio).map((found) => {
    switch (found.code) {
      case 'negative-float':
        return `${found.code} ${found.kpi} ${found.days}`;
      case 'circle':
        return `${found.code} ${found.kpis.join()}`;
      case 'due-after-parent':
      case 'objective-carried-by-nothing':
      case 'only-lagging':
        return `${found.code} ${found.objective}`;
      case 'profiles-add':
        return `${found.code} ${found.objective} ${found.parent}`;
      case 'initiative-without-kpi':
        return `${found.code} ${found.initiative}`;
      case 'nobody-else-decides':
        return `${found.code} ${found.owner} ${found.kpis.join()}`;
      case 'load-beyond-cap':
        return `${found.code} ${found.person} ${found.kpis} ${found.cases}`;
      case 'first-report-too-late':
        return `${found.code} ${found.kpi} ${found.report}`;
      case 'dependency-on-kept':
        return `${found.code} ${found.from} ${found.to}`;
    }
  });
}

describe('set-up findings', () => {
  it.each(CASES)('tell %s', (_, parts, expected) => {
    expect(short(sound(parts))).toEqual(expected);
  });

  it('leave stopped initiatives alone', () => {
    const portfolio = sound({ objectives: [objective('O', 19)] });
    expect(setUpFindings(portfolio, new Set(['I']))).toEqual([
      { code: 'objective-carried-by-nothing', objective: 'O' },
    ]);
  });

  it('tell a negative float wherever there is one, and the worst of each way', () => {
    fc.assert(
      fc.property(randomPortfolio, (portfolio) => {
        const { float } = planNetwork(portfolio);
        const worst = Math.min(0, ...float.values());
        const told = setUpFindings(portfolio).flatMap((one) =>
          one.code === 'negative-float' ? [one.days] : [],
        );
        expect(Math.max(0, ...told)).toBe(0 - worst);
      }),
    );
  });
});

describe('the sentence of a finding', () => {
  const reader = {
    locale: 'en-GB',
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    today: day(0),
    nameOf: (id: string) => id,
    personName: (id: string) => id,
  };

  it('names the KPI, the days, the due date and the way', () => {
    const [found] = setUpFindings(
      sound({
        objectives: [objective('O', 25)],
        kpis: [reach('A', [0, 20], I), reach('B', [14, 24], I)],
        dependencies: [dependency('A', 'B')],
      }),
    );
    if (!found) throw new Error('nothing found');
    expect(findingSentence(found, reader).replaceAll('\u00a0', ' ')).toBe(
      'A is planned to finish 5 days too late for O, due 27 Mar, by way of A → B. The plan itself cannot work: shorten it or move a date.',
    );
  });

  it.each(CASES.filter(([, , expected]) => expected.length > 0))('says what to do about %s', (_, parts) => {
    for (const found of setUpFindings(sound(parts))) {
      expect(findingSentence(found, reader)).toMatch(/^[^.].+\.$/u);
      expect(findingSentence(found, reader)).not.toMatch(/undefined|NaN|\[object/u);
    }
  });
});
