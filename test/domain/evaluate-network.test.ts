import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/domain/evaluate.ts';
import type { Facts } from '../../src/domain/facts.ts';
import type { Dependency } from '../../src/domain/portfolio.ts';
import { checkInFrom, momentFrom } from '../support/case-line.ts';
import { day, dependency, initiative, objective, portfolioOf, reach } from '../support/network-builder.ts';
import { everyCheckIn, logOf, withCheckIn } from '../../src/domain/check-in-log.ts';

/** P from day 0 to 42, S from day 42 to 62, each with its own objective under one. */
function scene(events: Readonly<Record<string, string>>, link: Partial<Dependency> = {}): Facts {
  const kpis = [reach('S', [42, 62], { initiative: 'IS' }), reach('P', [0, 42], { initiative: 'IP' })];
  const sent = Object.entries(events).flatMap(([kpi, tokens]) =>
    tokens.split(' ').map((token) => {
      const checkIn = checkInFrom(token);
      return { ...checkIn, kpi, id: `${kpi}@${checkIn.at}` };
    }),
  );
  return {
    portfolio: portfolioOf({
      kpis,
      initiatives: [initiative('IP', 'OP'), initiative('IS', 'OS')],
      objectives: [
        objective('O', 62),
        objective('OP', 42, { parent: 'O' }),
        objective('OS', 62, { parent: 'O' }),
      ],
      dependencies: [dependency('P', 'S', link)],
    }),
    checkIns: logOf(sent),
    decisions: [],
    recalibrations: [],
  };
}

function seen(facts: Facts, asOf: string, kpi = 'S') {
  const state = evaluate(facts, momentFrom(asOf)).kpis.get(kpi);
  return { status: state?.status, codes: state?.reasons.map(({ code }) => code).join(), slip: state?.slip };
}

describe('a KPI behind its predecessor', () => {
  it('is yellow by dependency once the predecessor leaves it too little time', () => {
    const facts = scene({ P: '10=10' });
    expect(seen(facts, '11')).toEqual({ status: 'yellow', codes: 'dependency', slip: 0 });
    const [reason] = evaluate(facts, momentFrom('11')).kpis.get('S')?.reasons ?? [];
    expect(reason?.facts).toMatchObject({ predecessor: 'P', shift: 5, holds: 'start', planned: day(42) });
    expect(reason?.facts['predecessorFinish']).toBe(day(47));
  });

  it('is told, but not coloured, while the shift is within its tolerance', () => {
    expect(seen(scene({ P: '10=20' }), '11')).toEqual({
      status: 'green',
      codes: 'not-started,dependency',
      slip: 0,
    });
  });

  it('answers only for its own slip: the plan is shifted first', () => {
    const facts = scene({ P: '10=20 52=100', S: '57=15' });
    // Ten days late: of the 15 days since the planned start five are its own, three of them earned.
    expect(seen(facts, '57')).toMatchObject({ status: 'yellow', slip: 2 });
    expect(evaluate(facts, momentFrom('57')).kpis.get('S')?.slipUnshifted).toBe(12);
  });

  it('is past due only after the shifted due', () => {
    const facts = scene({ P: '52=100', S: '64=60 70=88' });
    expect(seen(facts, '70').codes).not.toContain('past-due');
  });

  it('finish-to-finish moves only its due', () => {
    const facts = scene({ P: '68=100', S: '50=40' }, { type: 'finish-to-finish' });
    const state = evaluate(facts, momentFrom('68')).kpis.get('S');
    expect(state?.earliestFinish).toBe(day(68));
    expect(state?.reasons.find(({ code }) => code === 'dependency')?.facts).toMatchObject({
      holds: 'finish',
      shift: 6,
    });
  });

  it('is pushed on day by day by a predecessor that does not finish', () => {
    const facts = scene({ P: '41=99' });
    expect(seen(facts, '44@23:59').status).toBe('green');
    expect(evaluate(facts, momentFrom('44@23:59')).kpis.get('S')?.reviewAt).toBe(momentFrom('45@00:00'));
    expect(seen(facts, '45@00:00')).toMatchObject({ status: 'yellow', codes: 'dependency' });
  });

  it('is free of a predecessor whose initiative is stopped', () => {
    const stop = {
      id: 'd',
      at: momentFrom('11'),
      cause: 'P',
      by: 'owner-O',
      reason: 'r',
      reviewDate: day(30),
    };
    const facts = { ...scene({ P: '10=10' }), decisions: [{ ...stop, choice: { kind: 'stop' as const } }] };
    expect(seen(facts, '12')).toMatchObject({ status: 'green', codes: 'not-started' });
    expect(seen(facts, '12', 'P')).toMatchObject({ status: 'green', codes: 'stopped' });
  });
});

describe('the roll-up', () => {
  it('names a cause before its dependants', () => {
    const { objectives } = evaluate(scene({ P: '10=16' }), momentFrom('11'));
    expect(objectives.get('O')).toMatchObject({ status: 'yellow', decidedBy: 'P' });
    expect(objectives.get('OS')).toMatchObject({ status: 'yellow', decidedBy: 'S' });
  });

  it('names a cause even before a dearer dependant', () => {
    const priceOf = (kpi: string): number => (kpi === 'S' ? 2 : 1);
    const { objectives } = evaluate(scene({ P: '10=16' }), momentFrom('11'), { priceOf });
    expect(objectives.get('O')?.decidedBy).toBe('P');
  });

  it('prints yellow where silence made it so, and counts it as silent', () => {
    const { objectives, initiatives } = evaluate(scene({ P: '4=10' }), momentFrom('16'));
    expect(objectives.get('O')).toMatchObject({ status: 'yellow', decidedBy: 'P' });
    expect(initiatives.get('IP')?.counts).toMatchObject({ silent: 1, 'not-started': 0 });
    expect(objectives.get('O')?.reasons[0]?.code).toBe('silent');
  });

  it('lets the worst decide, never an average', () => {
    const { objectives } = evaluate(scene({ P: '10=5' }), momentFrom('11'));
    expect(objectives.get('O')).toMatchObject({ status: 'red', decidedBy: 'P' });
  });

  it('says so where nothing counts', () => {
    const { objectives } = evaluate(scene({ P: '4=10' }), momentFrom('4'));
    expect(objectives.get('OS')).toMatchObject({ status: 'green', decidedBy: null });
    expect(objectives.get('OS')?.reasons[0]?.code).toBe('not-started');
  });

  it('lets the dearest of equals decide, then the one with less float', () => {
    const facts = scene({ P: '10=16', S: '4=0' });
    const apart = { ...facts, portfolio: { ...facts.portfolio, dependencies: [] } };
    const at = momentFrom('16');
    const silent = {
      ...apart,
      checkIns: logOf(everyCheckIn(apart.checkIns).filter(({ kpi }) => kpi === 'P')),
    };
    expect(evaluate(silent, at, { priceOf: () => null }).objectives.get('O')?.decidedBy).toBe('P');
    const both = {
      ...apart,
      checkIns: withCheckIn(apart.checkIns, { ...checkInFrom('4=0+warn:9'), kpi: 'S', id: 's' }),
    };
    const priceOf = (kpi: string): number => (kpi === 'S' ? 2 : 1);
    expect(evaluate(both, at, { priceOf }).objectives.get('O')?.decidedBy).toBe('S');
    expect(evaluate(both, at).objectives.get('O')?.decidedBy).toBe('S');
  });
});
