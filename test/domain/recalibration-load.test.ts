import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/domain/portfolio.ts';
import { type BookedMeeting, type LoadCase, fitLoad } from '../../src/domain/recalibration-load.ts';
import { portfolioOf } from '../support/network-builder.ts';
import { moment } from '../support/play.ts';

const portfolio = portfolioOf({ settings: { ...DEFAULT_SETTINGS, meetingsPerPersonPerWeek: 2 } });

function booked(id: string, more: Partial<BookedMeeting> = {}): BookedMeeting {
  return { id, start: moment(3), decisionMaker: 'boss', required: ['boss', 'ann'], cases: 1, ...more };
}

function wanted(recalibration: string, cost: number | null, more: Partial<LoadCase> = {}): LoadCase {
  return {
    recalibration,
    decisionMaker: 'boss',
    required: ['boss', 'ben'],
    deadline: moment(4, 17),
    cost,
    ...more,
  };
}

describe('the load of a week', () => {
  it('gives every case its own meeting while there is room', () => {
    expect(fitLoad(portfolio, [booked('m1')], [wanted('a', 5)])).toEqual([
      { kind: 'own', recalibration: 'a' },
    ]);
  });

  it('puts what is beyond the cap onto a booked meeting of the same decision maker, dearest first', () => {
    const placed = fitLoad(
      portfolio,
      [booked('m1', { cases: 2 }), booked('m2', { cases: 2 })],
      [wanted('cheap', 1), wanted('dear', 9), wanted('no price', null)],
    );
    expect(placed).toEqual([
      { kind: 'onto', recalibration: 'dear', meeting: 'm1' },
      { kind: 'onto', recalibration: 'cheap', meeting: 'm2' },
      { kind: 'excess', recalibration: 'no price', people: ['boss'] },
    ]);
  });

  it('uses no meeting of somebody else, and none after the deadline', () => {
    const meetings = [booked('m1', { decisionMaker: 'top' }), booked('m2', { start: moment(4, 17) })];
    expect(fitLoad(portfolio, meetings, [wanted('a', 5)])).toEqual([
      { kind: 'excess', recalibration: 'a', people: ['boss'] },
    ]);
  });

  it('counts each week by itself', () => {
    const lastWeek = [booked('m1', { start: moment(-4) }), booked('m2', { start: moment(-3) })];
    expect(fitLoad(portfolio, lastWeek, [wanted('a', 5)])).toMatchObject([{ kind: 'own' }]);
  });

  it('loses no case, and calls nothing excess that a meeting could hold', () => {
    const cases = fc.array(fc.record({ cost: fc.option(fc.nat()), boss: fc.constantFrom('boss', 'top') }), {
      maxLength: 12,
    });
    const meetings = fc.array(
      fc.record({ cases: fc.integer({ min: 1, max: 3 }), boss: fc.constantFrom('boss', 'top') }),
      {
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(cases, meetings, (wants, stands) => {
        const asked = wants.map(({ cost, boss }, i) =>
          wanted(`r${i}`, cost, { decisionMaker: boss, required: [boss] }),
        );
        const held = stands.map(({ cases: n, boss }, i) =>
          booked(`m${i}`, { cases: n, decisionMaker: boss, required: [boss] }),
        );
        const placed = fitLoad(portfolio, held, asked);
        expect(placed.map(({ recalibration }) => recalibration).toSorted()).toEqual(
          asked.map(({ recalibration }) => recalibration).toSorted(),
        );
        const added = placed.flatMap((one) => (one.kind === 'onto' ? [one.meeting] : []));
        for (const { id, cases: n } of held) {
          expect(n + added.filter((meeting) => meeting === id).length).toBeLessThanOrEqual(3);
        }
      }),
    );
  });
});
