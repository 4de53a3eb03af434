import type { Initiative, ObjectiveId, Portfolio } from './portfolio.ts';
import { indexOf } from './indexed-map.ts';

/** Which KPIs count for which initiative and objective; all by position in the portfolio. DESIGN.md 3.5. */
export interface Tree {
  readonly initiatives: Branches;
  readonly objectives: Branches;
}

export interface Branches {
  readonly indexOf: ReadonlyMap<string, number>;
  readonly ids: readonly string[];
  /** The KPIs that count for each. */
  readonly kpis: readonly (readonly number[])[];
  /** For which of them each KPI counts. */
  readonly above: readonly (readonly number[])[];
}

/** Every KPI counts for its initiative, its objective, and all objectives above it. */
export function treeOf({ kpis, initiatives, objectives }: Portfolio): Tree {
  const initiativeAt = indexOf(initiatives.map(({ id }) => id));
  const objectiveAt = indexOf(objectives.map(({ id }) => id));
  const paths = pathsOf(initiatives, objectives, objectiveAt);
  const carried = kpis.map(({ initiative }) => initiativeAt.get(initiative ?? ''));
  return {
    initiatives: branches(
      initiatives,
      carried.map((at) => (at === undefined ? [] : [at])),
    ),
    objectives: branches(
      objectives,
      carried.map((at) => (at === undefined ? [] : (paths[at] ?? []))),
    ),
  };
}

function branches(
  nodes: readonly { readonly id: string }[],
  above: readonly (readonly number[])[],
): Branches {
  const ids = nodes.map(({ id }) => id);
  const kpis: number[][] = ids.map(() => []);
  above.forEach((path, kpi) => path.forEach((one) => kpis[one]?.push(kpi)));
  return { indexOf: indexOf(ids), ids, kpis, above };
}

/** Each initiative's objective and those above; a circle of parents ends where it closes. */
function pathsOf(
  initiatives: readonly Initiative[],
  objectives: Portfolio['objectives'],
  objectiveAt: ReadonlyMap<ObjectiveId, number>,
): readonly (readonly number[])[] {
  return initiatives.map(({ objective }) => {
    const path = new Set<number>();
    for (let at = objectiveAt.get(objective); at !== undefined && !path.has(at);) {
      path.add(at);
      at = objectiveAt.get(objectives[at]?.parent ?? '');
    }
    return [...path];
  });
}
