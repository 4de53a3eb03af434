import { describe, expect, it } from 'vitest';
import { preparePricing } from '../../../src/domain/price-prepare.ts';
import { price } from '../../../src/domain/price.ts';
import type { Recalibration } from '../../../src/domain/recalibration.ts';
import { whyYou } from '../../../src/domain/words/agenda-attendees.ts';
import { agenda } from '../../../src/domain/words/agenda.ts';
import { dependency, initiative, objective, portfolioOf, reach } from '../../support/network-builder.ts';
import { moment, play, reads } from '../../support/play.ts';

const portfolio = portfolioOf({
  objectives: [
    objective('T', 70, { owner: 'top', delayProfile: { kind: 'linear', perWeek: 700_000 } }),
    objective('O', 42, { owner: 'boss', parent: 'T' }),
  ],
  initiatives: [initiative('I', 'O'), initiative('J', 'T')],
  kpis: [
    reach('A', [0, 42], { initiative: 'I', owner: 'ann' }),
    reach('B', [42, 70], { initiative: 'J', owner: 'ben' }),
  ],
  dependencies: [dependency('A', 'B')],
});

function agendaAfter(slipDays: number, warned = 0) {
  const more = warned > 0 ? { earlyWarning: { slipDays: warned, because: 'the audit' } } : {};
  const { facts, evaluation } = play(
    portfolio,
    [reads('A', 8, ((8 - slipDays) / 42) * 100, more)],
    moment(8, 11),
  );
  const network = preparePricing(portfolio, evaluation);
  const [one] = facts.recalibrations as [Recalibration];
  return agenda(one, { facts, evaluation, priceOf: (kpi) => price(network, kpi, 14) });
}

describe('the agenda', () => {
  it('says what must be decided, by whom and when, and who is next', () => {
    expect(agendaAfter(4)).toMatchObject({
      subject: 'Decision needed: KPI A',
      cause: { id: 'A', state: { status: 'yellow' } },
      joined: [{ id: 'B' }],
      price: { cost: 1_400_000 },
      decisionMaker: 'boss',
      decideBy: moment(14, 17),
      otherwise: 'top',
    });
  });

  it('asks for help where the owner warned early', () => {
    expect(agendaAfter(0, 10)?.subject).toBe('Help requested: KPI A');
  });

  it('tells everyone why they are asked', () => {
    const told = agendaAfter(1, 10)?.attendees.map(({ person, optional, roles }) => [
      person,
      optional,
      roles.map(whyYou),
    ]);
    expect(told).toEqual([
      ['ann', false, ['You own KPI A.']],
      ['boss', false, ['You decide: you own Objective O.']],
      ['ben', false, ['Your KPI B starts when this ends.']],
      ['top', true, ['You own Objective T, which waits for this.']],
    ]);
  });
});
