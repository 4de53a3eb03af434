import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Portfolio } from '../../src/domain/portfolio.ts';
import {
  type BookedMeeting,
  type LoadCase,
  type Placement,
  fitLoad,
} from '../../src/domain/recalibration-load.ts';
import { momentFrom } from '../support/case-line.ts';
import { portfolioOf } from '../support/network-builder.ts';
import { moment, person } from '../support/play.ts';
import { table } from '../support/table.ts';

function capped(meetingsPerPersonPerWeek: number): Portfolio {
  return portfolioOf({ settings: { ...DEFAULT_SETTINGS, meetingsPerPersonPerWeek } });
}

function tokens(cell = ''): readonly string[] {
  return cell.split(' ').filter(Boolean);
}

function meetingFrom(token: string): BookedMeeting {
  const [, id = '', people = '', on = '', cases] =
    /^(\w+):([\w+]+):(-?\d+(?:@[\d:]+)?):(\d)$/.exec(token) ?? [];
  const required = people.split('+');
  return { id, start: momentFrom(on), decisionMaker: required[0] ?? '', required, cases: Number(cases) };
}

function caseFrom(token: string): LoadCase {
  const [recalibration = '', people = '', cost] = token.split(':');
  const required = people.split('+');
  const price = cost === '-' ? null : Number(cost);
  return { recalibration, decisionMaker: required[0] ?? '', required, deadline: moment(4, 17), cost: price };
}

function told(placement: Placement): string {
  const { recalibration: id, kind } = placement;
  if (kind === 'onto') return `${id} onto ${placement.meeting}`;
  return kind === 'excess' ? `${id} excess ${placement.people.join(' ')}` : `${id} ${kind}`;
}

describe('the load of a week', () => {
  it.each(table(new URL('./cases/recalibration-load.tsv', import.meta.url)))(
    'cap $cap · $booked · $cases: $placed ($why)',
    ({ cap, booked, cases, placed }) => {
      const placements = fitLoad(
        capped(Number(cap)),
        tokens(booked).map(meetingFrom),
        tokens(cases).map(caseFrom),
      );
      expect(placements.map(told).join('|')).toBe(placed);
    },
  );

  it('begins with each one’s own first working day', () => {
    // Sunday 8 and Thursday 12 March are one week in Amman, two in Berlin.
    const days = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday'] as const;
    const workWeek = { days, start: '09:00', end: '17:00' };
    const booked = [meetingFrom('m1:boss+omar:6:3')];
    const thursday = { ...caseFrom('a:boss+omar:5'), deadline: moment(10, 15) };
    const there = { ...capped(1), people: [person('omar', { workWeek, timeZone: 'Asia/Amman' })] };
    expect(fitLoad(there, booked, [thursday]).map(told)).toEqual(['a excess omar']);
    expect(fitLoad(capped(1), booked, [thursday]).map(told)).toEqual(['a own']);
  });

  it('never passes the cap in silence, loses no case and fills no meeting beyond three', () => {
    fc.assert(
      fc.property(randomWeek, ({ cap, booked, cases }) => {
        const placements = fitLoad(capped(cap), booked, cases);
        expect(placements.map((one) => one.recalibration).toSorted()).toEqual(
          cases.map((one) => one.recalibration).toSorted(),
        );
        for (const { id, cases: held } of booked) {
          const added = placements.filter((one) => one.kind === 'onto' && one.meeting === id).length;
          expect(held + added).toBeLessThanOrEqual(Math.max(3, held));
        }
        const excess = new Set(placements.flatMap((one) => (one.kind === 'excess' ? one.people : [])));
        const own = new Set(placements.filter(({ kind }) => kind !== 'onto').map((one) => one.recalibration));
        for (const one of PEOPLE) {
          const meetings =
            booked.filter(({ required }) => required.includes(one)).length +
            cases.filter(({ recalibration: id, required }) => own.has(id) && required.includes(one)).length;
          const before = booked.filter(({ required }) => required.includes(one)).length;
          expect(excess.has(one)).toBe(meetings > Math.max(cap, before));
        }
      }),
    );
  });

  it('calls nothing excess that a booked meeting could hold', () => {
    fc.assert(
      fc.property(randomWeek, ({ cap, booked, cases }) => {
        const placements = fitLoad(capped(cap), booked, cases);
        for (const one of placements.filter(({ kind }) => kind === 'excess')) {
          const found = cases.find((each) => each.recalibration === one.recalibration);
          for (const meeting of booked.filter((each) => each.decisionMaker === found?.decisionMaker)) {
            const added = placements.filter((each) => each.kind === 'onto' && each.meeting === meeting.id);
            expect(meeting.cases + added.length).toBeGreaterThanOrEqual(3);
          }
        }
      }),
    );
  });
});

const PEOPLE = ['ann', 'ben', 'boss', 'top'];
const some = fc.subarray(PEOPLE, { minLength: 1 });

/** Meetings on Thursday and cases due on Friday of one week. */
const randomWeek = fc
  .record({
    cap: fc.integer({ min: 1, max: 4 }),
    meetings: fc.array(fc.record({ required: some, held: fc.integer({ min: 1, max: 3 }) }), {
      maxLength: 5,
    }),
    wants: fc.array(fc.record({ required: some, cost: fc.option(fc.nat()) }), { maxLength: 10 }),
  })
  .map(({ cap, meetings, wants }) => ({
    cap,
    booked: meetings.map(({ required, held }, n): BookedMeeting => {
      return { id: `m${n}`, start: moment(3), decisionMaker: required[0] ?? '', required, cases: held };
    }),
    cases: wants.map(({ required, cost }, n): LoadCase => {
      const deadline = moment(4, 17);
      return { recalibration: `r${n}`, decisionMaker: required[0] ?? '', required, deadline, cost };
    }),
  }));
