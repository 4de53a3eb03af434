import { describe, expect, it } from 'vitest';
import { type Delay, downstreamKpis, downstreamOf, objectivesAfter } from '../../src/domain/downstream.ts';
import { evaluate } from '../../src/domain/evaluate.ts';
import { factsFrom } from '../../src/domain/facts.ts';
import type { Dependency, Portfolio } from '../../src/domain/portfolio.ts';
import type { Evaluation } from '../../src/domain/status.ts';
import { dependency, initiative, objective, portfolioOf, reach } from '../support/network-builder.ts';
import { decides, moment, reads } from '../support/play.ts';
import { table } from '../support/table.ts';

const CASES = table(new URL('./cases/downstream.tsv', import.meta.url));

function tokens(cell = ''): readonly string[] {
  return cell.split(' ').filter(Boolean);
}

function planned(kpis: readonly string[], links: readonly string[]): Portfolio {
  const specs = kpis.map((token) => {
    const [, id = '', start, due, float = '0'] = /^(\w+):(\d+)-(\d+)(?:\/(-?\d+))?$/.exec(token) ?? [];
    return { id, start: Number(start), due: Number(due), float: Number(float) };
  });
  return portfolioOf({
    objectives: specs.map(({ id, due, float }) => objective(`O${id}`, due + float)),
    initiatives: specs.map(({ id }) => initiative(`I${id}`, `O${id}`)),
    kpis: specs.map(({ id, start, due }) => reach(id, [start, due], { initiative: `I${id}` })),
    dependencies: links.map(linkFrom),
  });
}

function linkFrom(token: string): Dependency {
  const [, from = '', arrow, to = '', lag = '0'] = /^(\w+?)(>>?)(\w+)([+-]\d+)?$/.exec(token) ?? [];
  const type = arrow === '>>' ? 'finish-to-finish' : 'finish-to-start';
  return dependency(from, to, { type, lagDays: Number(lag) });
}

function evaluated(portfolio: Portfolio, happened: readonly string[]): Evaluation {
  const events = happened.map((token) =>
    token.startsWith('!')
      ? decides(token.slice(1), 1, { choice: { kind: 'stop' } })
      : reads(token.split('=')[0] ?? '', 1, Number(token.split('=')[1])),
  );
  const checkIns = events.flatMap((event) => (event.kind === 'check-in' ? [event.checkIn] : []));
  const decisions = events.flatMap((event) => (event.kind === 'decision' ? [event.decision] : []));
  return evaluate(factsFrom({ portfolio, checkIns, decisions, recalibrations: [] }), moment(2));
}

function delayFrom(token = ''): Delay {
  const [cause = '', days] = token.split('+');
  return { cause, days: Number(days) };
}

const names = (nodes: readonly { readonly kpi: string }[]): string =>
  nodes.map(({ kpi }) => kpi).join() || '-';

describe('a delay', () => {
  it.each(CASES)('$delay in $kpis, $links, $happened: $reaches, no float left $usedUp ($why)', (line) => {
    const portfolio = planned(tokens(line['kpis']), tokens(line['links']));
    const after = evaluated(portfolio, tokens(line['happened']));
    // What was asked before at the same moment makes no difference.
    for (const { id } of portfolio.kpis) downstreamOf(portfolio, after, { cause: id, days: 99 });
    const { all, floatUsedUp } = downstreamOf(portfolio, after, delayFrom(line['delay']));
    expect([names(all), names(floatUsedUp)]).toEqual([line['reaches'], line['usedUp']]);
  });

  it('names whom to ask about what it reaches, and for which objective', () => {
    const portfolio = planned(['A:0-10', 'B:10-20'], ['A>B']);
    const { all } = downstreamOf(portfolio, evaluated(portfolio, []), { cause: 'A', days: 1 });
    expect(all).toEqual([{ kpi: 'B', owner: 'owner-B', objective: 'OB' }]);
  });
});

describe('in the plan', () => {
  const portfolio = planned(
    ['A:0-10', 'C:10-20', 'B:10-20', 'D:20-30', 'X:0-30'],
    ['A>C', 'A>B', 'B>D', 'C>D'],
  );

  it.each([
    ['A', 'C,B,D', 'everything after it, each once'],
    ['B', 'D', 'not what comes before'],
    ['X', '', 'nothing'],
  ])('%s is followed by %s: %s', (kpi, after, _why) => {
    expect(downstreamKpis(portfolio, kpi).join()).toBe(after);
  });

  it('objectives come with those above them, nearest first, each once', () => {
    const [top, one, other] = [
      objective('T', 90),
      objective('O', 60, { parent: 'T' }),
      objective('P', 70, { parent: 'T' }),
    ];
    const house = portfolioOf({
      objectives: [top, one, other],
      initiatives: [initiative('I', 'O'), initiative('J', 'P')],
      kpis: [
        reach('A', [0, 42], { initiative: 'I' }),
        reach('B', [0, 42], { initiative: 'J' }),
        reach('alone', [0, 42]),
      ],
    });
    const ids = (...kpis: string[]) => objectivesAfter(house, kpis).map(({ id }) => id);
    expect(ids('A', 'alone', 'B')).toEqual(['O', 'T', 'P']);
    expect(ids('B', 'A', 'A')).toEqual(['P', 'T', 'O']);
    expect(ids('alone')).toEqual([]);
  });
});
