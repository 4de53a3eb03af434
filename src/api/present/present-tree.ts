import type { TreeRow } from '../../contract/portfolio-view.ts';
import type { Kpi, Objective } from '../../domain/portfolio.ts';
import type { RolledState } from '../../domain/status.ts';
import { statusWord } from '../../domain/words/format.ts';
import { keptRow } from './kept-rows.ts';
import { nextMeeting } from './present-meeting.ts';
import { setUpIndex } from './set-up-index.ts';
import { costOf, dearest, NO_PRICE, shortPriceOf } from './short-price.ts';
import { presentKpiStatus, presentRolledStatus, shownOf } from './present-status.ts';
import { functionOf, type IndexedView, personRef } from './view-index.ts';

/** The objective tree, top down; what left Green and costs most comes first (SCREENS.md 02). */
export function presentTree(view: IndexedView): TreeRow[] {
  const { objectives, kpis } = view.facts.portfolio;
  const roots = objectives.filter((objective) => !view.objectiveOf(objective.parent));
  const alone = kpis.filter((kpi) => !view.initiativeOf(kpi.initiative));
  return [
    ...byWeight(view, roots).flatMap((objective) => branch(view, objective, null, 1)),
    ...alone.map((kpi) => kpiRow(view, kpi, null, 1)),
  ];
}

function branch(view: IndexedView, objective: Objective, parent: string | null, level: number): TreeRow[] {
  if (level > 20) return [];
  const { childrenOf, kpisIn } = setUpIndex(view.facts.portfolio);
  return [
    objectiveRow(view, objective, parent, level),
    ...byWeight(view, childrenOf(objective.id)).flatMap((child) =>
      branch(view, child, objective.id, level + 1),
    ),
    ...kpisIn(objective.id).map((kpi) => kpiRow(view, kpi, objective.id, level + 1)),
  ];
}

function objectiveRow(
  view: IndexedView,
  objective: Objective,
  parent: string | null,
  level: number,
): TreeRow {
  const rolled = view.evaluation.objectives.get(objective.id);
  const anchor = anchorOf(view, objective);
  const owner = view.personOf(objective.owner);
  const decidedBy = rolled?.decidedBy ?? null;
  return {
    id: objective.id,
    kind: 'objective',
    level,
    parent,
    name: objective.name,
    caption: [owner.name, rolled ? countsLine(rolled) : ''].filter(Boolean).join(' · '),
    owner: personRef(owner),
    functions: functionsUnder(view, objective),
    status: presentRolledStatus(view, rolled, anchor),
    decidedBy: decidedBy === null ? null : { id: decidedBy, name: view.nameOf(decidedBy) },
    price: priceCell(view, anchor),
    due: objective.due,
    nextMeeting: decidedBy === null ? null : nextMeeting(view, decidedBy),
  };
}

/** The same object as before where nothing about it has changed: a check-in writes its own rows only. */
function kpiRow(view: IndexedView, kpi: Kpi, parent: string | null, level: number): TreeRow {
  const owner = view.personOf(kpi.owner);
  const initiative = view.initiativeOf(kpi.initiative);
  const team = functionOf(view, kpi);
  return keptRow(view, kpi, (moving) => ({
    id: kpi.id,
    kind: 'kpi',
    level,
    parent,
    name: kpi.name,
    caption: [initiative?.name, owner.name].filter(Boolean).join(' · '),
    owner: personRef(owner),
    functions: team === undefined ? [] : [team],
    status: presentKpiStatus(view, kpi.id),
    decidedBy: null,
    due: kpi.plan.due,
    ...moving,
  }));
}

function priceCell(view: IndexedView, kpi: string | null): TreeRow['price'] {
  return kpi === null ? NO_PRICE : shortPriceOf(view, kpi);
}

/** The KPI an objective is judged and priced by: the one that decides, else the dearest that counts. */
function anchorOf(view: IndexedView, objective: Objective): string | null {
  const decided = view.evaluation.objectives.get(objective.id)?.decidedBy;
  if (decided) return decided;
  const under = kpisUnder(view, objective).filter((kpi) => shownOf(view, kpi.id) !== 'stopped');
  return dearest(under, (kpi) => costOf(view, kpi.id));
}

function byWeight(view: IndexedView, objectives: readonly Objective[]): readonly Objective[] {
  const weight = (objective: Objective): readonly [number, number] => {
    const anchor = anchorOf(view, objective);
    const green = view.evaluation.objectives.get(objective.id)?.status === 'green';
    return [green ? 1 : 0, -(anchor === null ? -1 : (costOf(view, anchor) ?? -1))];
  };
  return objectives
    .map((objective) => ({ objective, weight: weight(objective) }))
    .toSorted((a, b) => a.weight[0] - b.weight[0] || a.weight[1] - b.weight[1])
    .map(({ objective }) => objective);
}

function kpisUnder(view: IndexedView, objective: Objective): readonly Kpi[] {
  return setUpIndex(view.facts.portfolio).kpisUnder(objective.id);
}

function functionsUnder(view: IndexedView, objective: Objective): string[] {
  const teams = kpisUnder(view, objective).map((kpi) => functionOf(view, kpi));
  return [...new Set(teams.filter((team) => team !== undefined))];
}

/** "1 Yellow, 1 Green, 1 not started". */
function countsLine({ counts }: RolledState): string {
  const shown = ['red', 'yellow', 'silent', 'green', 'not-started', 'stopped'] as const;
  return shown
    .filter((key) => counts[key] > 0)
    .map(
      (key) =>
        `${counts[key]} ${key === 'not-started' || key === 'stopped' ? key.replace('-', ' ') : statusWord(key)}`,
    )
    .join(', ');
}
