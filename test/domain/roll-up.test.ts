import { describe, expect, it } from 'vitest';
import { type RolledUp, rollUp } from '../../src/domain/roll-up.ts';
import { type Branches, treeOf } from '../../src/domain/roll-up-tree.ts';
import type { RolledState } from '../../src/domain/status.ts';
import { initiative, objective, portfolioOf, reach } from '../support/network-builder.ts';
import { priceFrom, rollUpInputFrom, words } from '../support/roll-up-line.ts';
import { table } from '../support/table.ts';

describe('a roll-up', () => {
  it.each(table(new URL('cases/roll-up.tsv', import.meta.url)))(
    'of $kpis with $before priced $prices is $status by $decides: $why',
    (line) => {
      const { states, tied } = rollUp(rollUpInputFrom(line['kpis'] ?? '', line['before'], line['prices']));
      for (const [at, id] of ['O', 'P'].entries()) {
        const state = states[at] as RolledState;
        expect([state.id, state.status, state.decidedBy ?? '-', told(state), counts(state)]).toEqual([
          id,
          line['status'],
          line['decides'],
          line['told'],
          line['counts'],
        ]);
        expect(tied[at]).toEqual(words(line['tied'] ?? ''));
      }
    },
  );

  it('says calmly that nothing decides: green, from no reading', () => {
    const [state] = rollUp(rollUpInputFrom('A=green')).states;
    expect(state?.reasons).toEqual([
      { code: 'on-plan', status: 'green', facts: { counting: 1, kpis: 1 }, readings: [] },
    ]);
  });
});

describe('a roll-up that goes on from an earlier one', () => {
  it.each(table(new URL('cases/roll-up-again.tsv', import.meta.url)))(
    'from $kpis to $then, priced $prices then $then prices: $why',
    (line) => {
      const first = rollUp(rollUpInputFrom(line['kpis'] ?? '', '', line['prices']));
      const again = goneOn(first, line);
      const scratch = rollUp(rollUpInputFrom(line['then'] ?? '', '', line['then prices']));
      expect(again).toEqual(scratch);
      for (const at of [0, 1]) {
        expect(again.states[at] === first.states[at] ? 'yes' : 'no').toBe(line['kept']);
        expect(again.states[at]?.decidedBy ?? '-').toBe(line['decides']);
      }
    },
  );
});

/** Only what differs between the two columns is told to have changed. */
function goneOn(rolled: RolledUp, line: Readonly<Record<string, string>>): RolledUp {
  const [before, after] = [words(line['kpis'] ?? ''), words(line['then'] ?? '')];
  const [cost, costThen] = [priceFrom(line['prices'] ?? ''), priceFrom(line['then prices'] ?? '')];
  return rollUp(rollUpInputFrom(line['then'] ?? '', '', line['then prices']), {
    rolled,
    changed: after.flatMap((token, at) => (token === before[at] ? [] : [at])),
    isRepriced: (kpi) => cost(kpi) !== costThen(kpi),
  });
}

function told({ decidedBy, reasons: [reason] }: RolledState): string {
  const { counting, kpis } = reason?.facts ?? {};
  return decidedBy === null ? `${reason?.code} ${String(counting)}/${String(kpis)}` : (reason?.code ?? '');
}

function counts({ counts: by }: RolledState): string {
  const found = Object.entries(by).flatMap(([bucket, count]) => (count > 0 ? [`${count} ${bucket}`] : []));
  return found.join(' ') || 'nothing';
}

describe('a KPI counts for', () => {
  const { initiatives, objectives } = treeOf(
    portfolioOf({
      objectives: [
        objective('O', 90, { parent: 'P' }),
        objective('P', 90),
        objective('Q', 90, { parent: 'nowhere' }),
        objective('X', 90, { parent: 'Y' }),
        objective('Y', 90, { parent: 'X' }),
      ],
      initiatives: [
        initiative('I', 'O'),
        initiative('J', 'Q'),
        initiative('L', 'nowhere'),
        initiative('M', 'X'),
      ],
      kpis: ['', 'I', 'I', 'J', 'L', 'M', 'nothing'].map((of, at) =>
        reach(`K${at}`, [0, 9], of === '' ? {} : { initiative: of }),
      ),
    }),
  );

  it.each<[number, string, string, string]>([
    [0, '', '', 'nothing where it stands alone'],
    [1, 'I', 'O P', 'its initiative, its objective and the one above'],
    [2, 'I', 'O P', 'the same as its neighbour'],
    [3, 'J', 'Q', 'an objective whose parent is unknown'],
    [4, 'L', '', 'an initiative whose objective is unknown'],
    [5, 'M', 'X Y', 'each objective of a circle once'],
    [6, '', '', 'nothing where its initiative is unknown'],
  ])('KPI %i: initiatives %j, objectives %j: %s', (kpi, carrying, reached) => {
    expect([above(initiatives, kpi), above(objectives, kpi)]).toEqual([carrying, reached]);
  });

  function above(branches: Branches, kpi: number): string {
    const listed = branches.ids.filter((_, at) => branches.kpis[at]?.includes(kpi));
    const named = (branches.above[kpi] ?? []).map((at) => branches.ids[at] ?? '');
    expect(named.toSorted()).toEqual(listed.toSorted());
    expect(listed.every((id) => branches.ids[branches.indexOf.get(id) ?? -1] === id)).toBe(true);
    return named.join(' ');
  }
});
