import { describe, expect, it } from 'vitest';
import type { DelayProfile } from '../../../src/domain/portfolio.ts';
import { preparePricing } from '../../../src/domain/price-prepare.ts';
import { price } from '../../../src/domain/price.ts';
import type { KpiState, Price } from '../../../src/domain/status.ts';
import {
  type PriceContext,
  priceSentence,
  priceSentenceParts,
} from '../../../src/domain/words/price-sentence.ts';
import {
  day,
  initiative,
  keep,
  kpiState,
  lendingStory,
  objective,
  portfolioOf,
  reach,
} from '../../support/network-builder.ts';

const READER = { locale: 'en-GB', timeZone: 'Europe/Berlin', currency: 'EUR', today: day(9) };
const story = lendingStory();

function words(found: Price, more: Partial<PriceContext> = {}): string {
  const context = { ...READER, nameOf: (id: string) => id, ...more };
  return priceSentence(found, context).replaceAll('\u00a0', ' ');
}

/** KPI `Pilot calls`, planned to day 20, under `the pilot`, due on day 38 (9 Apr). */
function told(delayProfile: DelayProfile, days: number, state: Partial<KpiState> = {}): string {
  const portfolio = portfolioOf({
    objectives: [objective('the pilot', 38, { delayProfile })],
    initiatives: [initiative('I', 'the pilot')],
    kpis: [reach('Pilot calls', [0, 20], { initiative: 'I' })],
  });
  const kpis = new Map([['Pilot calls', kpiState('Pilot calls', state)]]);
  const evaluation = { asOf: 0, kpis, initiatives: new Map(), objectives: new Map(), reviewAt: null };
  const network = preparePricing(portfolio, evaluation);
  return words(price(network, 'Pilot calls', days), { network });
}

const LINEAR = { kind: 'linear', perWeek: 1_800_000 } as const;
const FIXED = { kind: 'fixed-date', date: day(44), loss: 9_500_000 } as const;

describe('the price sentence', () => {
  it.skipIf(!story)('names delay, KPI, amount and the move', () => {
    const network = preparePricing(story!.portfolio, null);
    const names = new Map([...story!.file.kpis, ...story!.file.objectives].map(({ id, name }) => [id, name]));
    expect(words(price(network, 'C1', 14), { network, nameOf: (id) => names.get(id) ?? id })).toBe(
      'Two more weeks on Audit evidence items accepted cost €120,000: Lending product earns revenue moves from 20 Apr to 4 May.',
    );
  });

  it.each([
    ['no delay', LINEAR, 0, {}, 'Without more delay nothing is lost: 18 days of float remain.'],
    ['nothing yet', LINEAR, 14, {}, 'Two more weeks cost nothing yet: 18 days of float remain.'],
    [
      'a week later',
      LINEAR,
      10,
      {},
      'Ten more days cost nothing yet. From the 19th day, each week costs €18,000.',
    ],
    [
      'one day of float',
      FIXED,
      1,
      { earliestFinish: day(43) },
      'One more day costs nothing yet: 1 day of float remains.',
    ],
    [
      'more',
      LINEAR,
      7,
      { earliestFinish: day(38) },
      'One more week on Pilot calls costs €18,000: the pilot moves from 9 Apr to 16 Apr.',
    ],
    [
      'a fixed date',
      FIXED,
      28,
      {},
      'Four more weeks cost €95,000: the pilot ends on 19 Apr, after the fixed date on 15 Apr.',
    ],
    [
      'on forecast alone',
      LINEAR,
      14,
      { earliestFinish: day(48) },
      'On forecast alone the pilot already comes on 19 Apr, 10 days late: €25,714. Two more weeks cost another €36,000.',
    ],
    [
      'already lost',
      FIXED,
      14,
      { earliestFinish: day(48) },
      'The €95,000 are already lost on forecast; two more weeks cost nothing more.',
    ],
    ['no price', { kind: 'none' }, 14, {}, 'No price: the pilot has no delay profile.'],
    [
      'less than a unit',
      { kind: 'linear', perWeek: 40 },
      7,
      { earliestFinish: day(38) },
      'One more week on Pilot calls costs less than €1: the pilot moves from 9 Apr to 16 Apr.',
    ],
    [
      'next year',
      LINEAR,
      21,
      { earliestFinish: '2026-12-20' },
      'On forecast alone the pilot already comes on 20 Dec, 255 days late: €655,714. Three more weeks cost another €54,000.',
    ],
  ] as const)('tells %s', (_, profile, days, state, sentence) => {
    expect(told(profile, days, state)).toBe(sentence);
  });

  it.each([
    [4, '5th'],
    [10, '11th'],
    [11, '12th'],
    [12, '13th'],
    [13, '14th'],
    [20, '21st'],
    [21, '22nd'],
    [22, '23rd'],
    [23, '24th'],
    [110, '111th'],
    [112, '113th'],
    [120, '121st'],
  ])('counts days behind a float of %d: the %s day', (room, counted) => {
    const portfolio = portfolioOf({
      objectives: [objective('O', 200, { delayProfile: LINEAR })],
      initiatives: [initiative('I', 'O')],
      kpis: [reach('A', [0, 200 - room], { initiative: 'I' })],
    });
    const network = preparePricing(portfolio, null);
    expect(words(price(network, 'A', 3), { network })).toBe(
      `Three more days cost nothing yet. From the ${counted} day, each week costs €18,000.`,
    );
  });

  it('of a keep KPI whose weeks cost nothing says so', () => {
    const network = preparePricing(portfolioOf({ kpis: [keep('M'), keep('K', { breachPerWeek: 0 })] }), null);
    expect(words(price(network, 'K', 14), { network })).toBe('A week outside the band costs nothing.');
  });

  it('of a keep KPI tells each week outside the band', () => {
    const network = preparePricing(
      portfolioOf({ kpis: [keep('K', { breachPerWeek: 2_500_000 }), keep('N')] }),
      null,
    );
    expect(words(price(network, 'K', 14), { network })).toBe('Every week outside the band costs €25,000.');
    expect(words(price(network, 'N', 14), { network })).toMatch(/^No price: N has no cost/);
  });

  it('stands without the network, telling less', () => {
    const found: Price = {
      kpi: 'A',
      days: 14,
      cost: 12_000_000,
      moves: [
        { id: 'O', kind: 'objective', owner: 'o', from: '2026-04-30', to: '2026-05-14', cost: 12_000_000 },
      ],
      owners: ['o'],
      room: 0,
      used: 0,
      alreadyLost: 8_571_429,
    };
    expect(words(found)).toBe(
      'On forecast alone O already comes on 30 Apr: €85,714. Two more weeks cost another €120,000.',
    );
    expect(words({ ...found, moves: [], alreadyLost: 0 })).toBe('Two more weeks on A cost €120,000.');
    expect(words({ ...found, moves: [], cost: null })).toBe('No price: A has no delay profile.');
  });

  it('follows the locale, joins number and unit, and tells the year outside the current one', () => {
    const found = price(
      preparePricing(
        portfolioOf({
          objectives: [objective('O', 20, { delayProfile: LINEAR })],
          initiatives: [initiative('I', 'O')],
          kpis: [reach('A', [0, 20], { initiative: 'I' })],
        }),
        null,
      ),
      'A',
      14,
    );
    const sentence = priceSentence(found, {
      ...READER,
      locale: 'de-DE',
      today: '2025-12-01',
      nameOf: (id) => id,
    });
    expect(sentence).toContain('36.000\u00a0€');
    expect(sentence).toContain('22.\u00a0März\u00a02026');
  });

  it('sets amounts, dates and the KPI bold, and links the KPI', () => {
    const found = { kpi: 'A', days: 14, cost: 100, moves: [], owners: [], room: 0, used: 0, alreadyLost: 0 };
    const parts = priceSentenceParts(found, { ...READER, nameOf: () => '<b>name</b>' });
    expect(parts.filter(({ strong }) => strong).map(({ kind, text }) => [kind, text])).toEqual([
      ['name', '<b>name</b>'],
      ['amount', '€1'],
    ]);
    expect(parts.find(({ kind }) => kind === 'name')?.kpi).toBe('A');
  });
});
