import type { Initiative, Kpi, Objective, Portfolio } from '../../domain/portfolio.ts';

/** A set-up with its lists by what they belong to, in portfolio order: no presenter searches all KPIs for a few. */
export interface SetUpIndex {
  readonly kpisOf: (initiative: string) => readonly Kpi[];
  /** Of the objective's own initiatives. */
  readonly kpisIn: (objective: string) => readonly Kpi[];
  /** Of the objective and of all below it. */
  readonly kpisUnder: (objective: string) => readonly Kpi[];
  readonly childrenOf: (objective: string) => readonly Objective[];
  /** Functions of the initiatives that it directly depends on or serves, its own included. */
  readonly functionsNear: (initiative: string) => ReadonlySet<string>;
}

const known = new WeakMap<Portfolio, SetUpIndex>();

/** Built once for a set-up: check-ins leave it the same object. */
export function setUpIndex(portfolio: Portfolio): SetUpIndex {
  const index = known.get(portfolio) ?? indexOf(portfolio);
  known.set(portfolio, index);
  return index;
}

function indexOf(portfolio: Portfolio): SetUpIndex {
  const initiatives = new Map(portfolio.initiatives.map((one) => [one.id, one]));
  const objectiveOf = (kpi: Kpi): string | undefined => initiatives.get(kpi.initiative ?? '')?.objective;
  const parents = new Map(portfolio.objectives.map(({ id, parent }) => [id, parent]));
  const kpisOf = grouped(portfolio.kpis, ({ initiative }) => (initiative === undefined ? [] : [initiative]));
  const kpisIn = grouped(portfolio.kpis, (kpi) => objectiveOf(kpi) ?? []);
  const kpisUnder = grouped(portfolio.kpis, (kpi) => upFrom(parents, objectiveOf(kpi)));
  const childrenOf = grouped(portfolio.objectives, ({ parent }) => (parent === undefined ? [] : [parent]));
  const near = nearBy(portfolio, initiatives);
  return {
    kpisOf: (id) => kpisOf.get(id) ?? [],
    kpisIn: (id) => kpisIn.get(id) ?? [],
    kpisUnder: (id) => kpisUnder.get(id) ?? [],
    childrenOf: (id) => childrenOf.get(id) ?? [],
    functionsNear: (id) => near.get(id) ?? new Set(),
  };
}

/** The objective and those above it; a circle of parents is gone round once. */
function upFrom(
  parents: ReadonlyMap<string, string | undefined>,
  from: string | undefined,
): readonly string[] {
  const up = new Set<string>();
  for (let id = from; id !== undefined && parents.has(id) && !up.has(id); id = parents.get(id)) up.add(id);
  return [...up];
}

function nearBy(
  { kpis, dependencies }: Portfolio,
  initiatives: ReadonlyMap<string, Initiative>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const of = new Map(kpis.map(({ id, initiative }) => [id, initiatives.get(initiative ?? '')]));
  const near = new Map<string, Set<string>>();
  const add = ({ id }: Initiative, { function: team }: Initiative): void => {
    near.set(id, (near.get(id) ?? new Set()).add(team));
  };
  for (const { from, to } of dependencies) {
    const [before, after] = [of.get(from), of.get(to)];
    if (!before || !after) continue;
    add(before, after);
    add(after, before);
  }
  return near;
}

function grouped<T>(
  items: readonly T[],
  keysOf: (item: T) => readonly string[] | string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of [keysOf(item)].flat()) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}
