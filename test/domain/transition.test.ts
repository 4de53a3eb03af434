import { describe, expect, it } from 'vitest';
import { IndexedMap, indexOf } from '../../src/domain/indexed-map.ts';
import type { Evaluation, KpiState, Reason, RolledState, Status } from '../../src/domain/status.ts';
import { type Transition, transitionsBetween } from '../../src/domain/transition.ts';
import { kpiState } from '../support/network-builder.ts';

const [MONDAY, FRIDAY] = [1000, 5000];

/** KPI K, its initiative I and objective O, in these colours. */
function evaluation(
  asOf: number,
  [kpi, initiative, objective]: readonly [Status, Status, Status],
): Evaluation {
  return {
    asOf,
    kpis: new Map([['K', kpiState('K', { status: kpi, reasons: reasonsFor(kpi) })]]),
    initiatives: new Map([['I', rolled('I', initiative)]]),
    objectives: new Map([['O', rolled('O', objective)]]),
    reviewAt: null,
  };
}

function rolled(id: string, status: Status): RolledState {
  const counts = { green: 0, yellow: 0, red: 0, silent: 0, 'not-started': 0, stopped: 0 };
  return { id, status, decidedBy: 'K', reasons: reasonsFor(status), counts };
}

function reasonsFor(status: Status): readonly Reason[] {
  return [{ code: status === 'green' ? 'on-plan' : 'slip', status, facts: {}, readings: [] }];
}

const CALM = evaluation(MONDAY, ['green', 'green', 'green']);
const YELLOW = evaluation(FRIDAY, ['yellow', 'yellow', 'green']);

describe('a transition', () => {
  it('is a change of colour with its reasons, KPIs before what they carry', () => {
    const reasons = reasonsFor('yellow');
    const change = { at: FRIDAY, from: 'green', to: 'yellow', reasons };
    expect(transitionsBetween(CALM, YELLOW, new Map()).transitions).toEqual([
      { ...change, id: 'K', kind: 'kpi' },
      { ...change, id: 'I', kind: 'initiative' },
    ]);
  });

  it('is none where the colour stays', () => {
    expect(transitionsBetween(YELLOW, { ...YELLOW, asOf: 9000 }, new Map()).transitions).toEqual([]);
  });

  it('starts from green before anything was evaluated', () => {
    const { transitions } = transitionsBetween(
      null,
      evaluation(MONDAY, ['green', 'silent', 'red']),
      new Map(),
    );
    expect(transitions.map(({ id, kind, from, to }) => [id, kind, from, to])).toEqual([
      ['I', 'initiative', 'green', 'silent'],
      ['O', 'objective', 'green', 'red'],
    ]);
  });

  it('back to green is one too', () => {
    const { transitions } = transitionsBetween(YELLOW, { ...CALM, asOf: 9000 }, new Map());
    expect(transitions.map(({ id, from, to }) => [id, from, to])).toEqual([
      ['K', 'yellow', 'green'],
      ['I', 'yellow', 'green'],
    ]);
  });
});

/** Three KPIs in one list, as a running portfolio holds them: what did not change is the same object. */
describe('from a list to the next one', () => {
  const [A, B, C] = ['A', 'B', 'C'].map((id) => kpiState(id)) as [KpiState, KpiState, KpiState];
  const lateB = kpiState('B', { status: 'yellow', reasons: reasonsFor('yellow') });
  const listed = (asOf: number, ...kpis: readonly KpiState[]): Evaluation => ({
    ...evaluation(asOf, ['green', 'green', 'green']),
    kpis: new IndexedMap(indexOf(kpis.map(({ kpi }) => kpi)), kpis),
  });
  const [monday, friday] = [listed(MONDAY, A, B, C), listed(FRIDAY, A, lateB, C)];
  const sinceMonday = transitionsBetween(null, monday, new Map()).since;
  const moved = ({ id, from, to }: Transition): string => `${id}: ${from} to ${to}`;

  it('only what changed is a transition, and has a new since', () => {
    const { transitions, since } = transitionsBetween(monday, friday, sinceMonday);
    expect(transitions.map(moved)).toEqual(['B: green to yellow']);
    expect(['A', 'B', 'C'].map((id) => since.get(id))).toEqual([MONDAY, FRIDAY, MONDAY]);
  });

  it.each<[string, Evaluation, string[]]>([
    ['in front of the others', listed(FRIDAY, lateB, A, C), ['B: green to yellow']],
    ['without one of the others', listed(FRIDAY, A, lateB), ['B: green to yellow']],
    ['with the others unchanged', listed(FRIDAY, C, B, A), []],
  ])('a KPI %s changes by its own colour alone', (_, after, expected) => {
    expect(transitionsBetween(monday, after, sinceMonday).transitions.map(moved)).toEqual(expected);
  });

  it('a KPI that joins is green until then', () => {
    const { transitions, since } = transitionsBetween(listed(MONDAY, A, C), friday, new Map());
    expect(transitions.map(moved)).toEqual(['B: green to yellow']);
    expect(since.get('B')).toBe(FRIDAY);
  });
});

describe('since when a colour stands', () => {
  it('is the moment of its first evaluation, then of each change, and is kept where nothing changes', () => {
    const first = transitionsBetween(null, CALM, new Map()).since;
    expect(['K', 'I', 'O'].map((id) => first.get(id))).toEqual([MONDAY, MONDAY, MONDAY]);
    const second = transitionsBetween(CALM, YELLOW, first).since;
    expect(['K', 'I', 'O'].map((id) => second.get(id))).toEqual([FRIDAY, FRIDAY, MONDAY]);
    const third = transitionsBetween(YELLOW, { ...YELLOW, asOf: 9000 }, second).since;
    expect(['K', 'I', 'O'].map((id) => third.get(id))).toEqual([FRIDAY, FRIDAY, MONDAY]);
  });
});
