import { describe, expect, it } from 'vitest';
import { type MeetingSeen, meetingSeen } from '../../src/domain/recalibration-rebooking.ts';
import type { Meeting, Recalibration } from '../../src/domain/recalibration.ts';
import { momentFrom } from '../support/case-line.ts';
import { moment } from '../support/play.ts';
import { PORTFOLIOS, played } from '../support/recalibration-line.ts';
import { table } from '../support/table.ts';

const portfolio = PORTFOLIOS['chain'] ?? expect.unreachable('no chain');
const opened = played({ portfolio: 'chain', happened: 'A:8@09:00-5', asOf: '8@09:00' }).facts
  .recalibrations[0];

/** The case of A, booked for day 9; for a late look the same meeting on the afternoon of its last day. */
function booked(now: number): Recalibration {
  const on = now > moment(9, 24) ? 11 : 9;
  const [start, end] = on === 9 ? ['9@09:00', '9@09:45'] : ['11@15:00', '11@15:45'];
  const meeting: Meeting = {
    start: momentFrom(start),
    end: momentFrom(end),
    eventId: 'e',
    attempt: 1,
    concessions: [],
  };
  if (!opened) throw new Error('nothing opened');
  return { ...opened, state: 'booked', meeting };
}

function seenFrom(text: string): MeetingSeen | null {
  if (text === 'gone') return null;
  const [, on = '9', from = '09:00', to = '09:45'] = /^(\d+)@([\d:]+)-([\d:]+)$/.exec(text) ?? [];
  return {
    start: momentFrom(`${on}@${from}`),
    end: momentFrom(`${on}@${to}`),
    cancelled: text === 'cancelled',
  };
}

function changeFrom(follows: string, at: number): object | null {
  if (follows === '-') return null;
  const [verb, when = ''] = follows.split(/ (?:by )?/);
  if (verb === 'again') return { kind: 'rebooked', at, id: 'A~1~1', deadline: momentFrom(when) };
  const { start, end } = seenFrom(when) ?? {};
  return { kind: 'booked', at, meeting: { eventId: 'e', start, end } };
}

describe('a look at a booked meeting', () => {
  it.each(table(new URL('./cases/recalibration-rebooking.tsv', import.meta.url)))(
    'on day $now finds it $seen: $follows ($why)',
    ({ now = '', seen = '', follows = '' }) => {
      const at = momentFrom(now);
      const change = meetingSeen({ portfolio }, booked(at), { event: seenFrom(seen), now: at });
      expect({ change }).toMatchObject({ change: changeFrom(follows, at) });
    },
  );

  it('says why it is booked again', () => {
    const look = (seen: string) =>
      meetingSeen({ portfolio }, booked(moment(8)), { event: seenFrom(seen), now: moment(8) });
    expect(look('cancelled')).toMatchObject({ why: 'cancelled' });
    expect(look('14@09:00-09:45')).toMatchObject({ why: 'moved-past-deadline' });
  });
});
