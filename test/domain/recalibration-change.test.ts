import { describe, expect, it } from 'vitest';
import {
  type RecalibrationChange,
  applyChange,
  applyChanges,
} from '../../src/domain/recalibration-change.ts';
import type { Recalibration } from '../../src/domain/recalibration.ts';
import { moment } from '../support/play.ts';

function opened(id: string, more: Partial<Recalibration> = {}): Recalibration {
  return {
    id,
    cause: id.split('~')[0] ?? '',
    revision: 1,
    openedAt: moment(1),
    deadline: moment(4),
    decisionMaker: 'boss',
    required: ['ann', 'boss'],
    optional: [],
    covers: ['A', 'B'],
    statusAtOpening: 'red',
    helpRequested: false,
    state: 'open',
    ...more,
  };
}

const at = moment(2);
const meeting = { start: moment(3), end: moment(3, 11), eventId: 'e', attempt: 1, concessions: [] };
const seats = { covers: ['A', 'B', 'C'], required: ['ann', 'cem'], optional: ['top'] };
const stood = { kpi: 'C', status: 'red', slip: 5 } as const;
const decision = {
  decisionId: 'd',
  statusAtDecision: 'red',
  coveredUntil: moment(20),
  afterDecision: [stood],
} as const;
const next = opened('A~1~2', { revision: 2 });
const joins = { kind: 'joined', at, id: 'A~1~1', kpi: 'C', ...seats } as const;

/** What happens to A~1~1, which stands as told, and what of it is different then. */
const HAPPENS: readonly [string, Partial<Recalibration>, RecalibrationChange, Partial<Recalibration>][] = [
  ['a KPI joins', {}, { ...joins, awaits: [] }, seats],
  ['one that awaits something', {}, { ...joins, awaits: ['export'] }, { ...seats, awaits: ['export'] }],
  [
    'one that joins a cover',
    {},
    { ...joins, awaits: [], afterDecision: stood },
    { ...seats, afterDecision: [stood] },
  ],
  ['a KPI leaves', {}, { kind: 'left', at, id: 'A~1~1', kpi: 'A' }, { covers: ['B'] }],
  ['it is green', {}, { kind: 'released', at, id: 'A~1~1' }, { state: 'released', closedAt: at }],
  ['nobody decides', {}, { kind: 'escalated', at, id: 'A~1~1', next }, { state: 'superseded', closedAt: at }],
  ['nor at the root', {}, { kind: 'alarm', at, id: 'A~1~1' }, { state: 'alarm' }],
  ['it is booked', {}, { kind: 'booked', at, id: 'A~1~1', meeting }, { state: 'booked', meeting }],
  ['it is booked too late', { state: 'superseded' }, { kind: 'booked', at, id: 'A~1~1', meeting }, {}],
  ['it is booked once decided', { state: 'decided' }, { kind: 'booked', at, id: 'A~1~1', meeting }, {}],
  ['an alarm is booked', { state: 'alarm' }, { kind: 'booked', at, id: 'A~1~1', meeting }, {}],
  [
    'its meeting is cancelled too late',
    { state: 'released' },
    { kind: 'rebooked', at, id: 'A~1~1', why: 'cancelled', deadline: moment(9) },
    {},
  ],
  ['it is kept too late', { state: 'superseded' }, { kind: 'kept', at, id: 'A~1~1', by: 'ann' }, {}],
  ['it is kept', {}, { kind: 'kept', at, id: 'A~1~1', by: 'ann' }, { keptBy: 'ann' }],
  [
    'it is decided',
    {},
    { kind: 'decided', at, id: 'A~1~1', ...decision },
    { state: 'decided', closedAt: at, ...decision },
  ],
  [
    'it is decided once more: latency runs to the first decision',
    { state: 'decided', closedAt: moment(1) },
    { kind: 'decided', at, id: 'A~1~1', ...decision },
    { state: 'decided', closedAt: moment(1), ...decision },
  ],
];

describe('what happens to a recalibration', () => {
  const other = opened('X~1~1');

  it.each(HAPPENS)('%s', (_, stands, change, different) => {
    const before = [opened('A~1~1', stands), other];
    const after = [{ ...opened('A~1~1', stands), ...different }, other];
    const expected = change.kind === 'escalated' ? [...after, next] : after;
    expect(applyChange(before, change)).toEqual(expected);
    expect(applyChanges(before, [change])).toEqual(expected);
  });

  it('a meeting that is to be booked again is gone', () => {
    const before = [opened('A~1~1', { state: 'booked', meeting })];
    const change = { kind: 'rebooked', why: 'cancelled', at, id: 'A~1~1', deadline: moment(5) } as const;
    expect(applyChange(before, change)).toEqual([opened('A~1~1', { deadline: moment(5) })]);
  });

  it('several changes at once are the same as one after another', () => {
    const changes: readonly RecalibrationChange[] = [
      { kind: 'opened', at, recalibration: opened('A~1~1') },
      { kind: 'escalated', at, id: 'A~1~1', next },
      { kind: 'booked', at, id: 'A~1~2', meeting },
      { kind: 'kept', at, id: 'nobody knows it', by: 'ann' },
    ];
    const expected = [
      other,
      opened('A~1~1', { state: 'superseded', closedAt: at }),
      { ...next, state: 'booked', meeting },
    ];
    expect(applyChanges([other], changes)).toEqual(expected);
    expect(changes.reduce(applyChange, [other])).toEqual(expected);
  });
});
