import type { Dependency, KpiId } from './portfolio.ts';

type Link = Pick<Dependency, 'from' | 'to'>;
type Links = ReadonlyMap<KpiId, readonly KpiId[]>;

/**
 * The circle that dependencies close, named from a KPI back to itself (`A, B, A`), or null (DESIGN.md 3.6).
 * With `added` only the circle that this edge would close with the others, the shortest one, from its `from`.
 */
export function findCircle(dependencies: readonly Link[], added?: Link): readonly KpiId[] | null {
  const links = linksOf(dependencies);
  if (added) return circleThrough(links, added);
  return circleBehind(dependencies, neverFree(dependencies, links));
}

function linksOf(dependencies: readonly Link[]): Links {
  const links = new Map<KpiId, KpiId[]>();
  for (const { from, to } of dependencies) {
    const known = links.get(from);
    if (known) known.push(to);
    else links.set(from, [to]);
  }
  return links;
}

/** Breadth first from the edge's end back to its beginning. */
function circleThrough(links: Links, { from, to }: Link): readonly KpiId[] | null {
  const cameFrom = new Map<KpiId, KpiId | null>([[to, null]]);
  for (const kpi of cameFrom.keys()) {
    if (kpi === from) return [from, ...pathBack(cameFrom, from)];
    for (const next of links.get(kpi) ?? []) if (!cameFrom.has(next)) cameFrom.set(next, kpi);
  }
  return null;
}

function pathBack(cameFrom: ReadonlyMap<KpiId, KpiId | null>, end: KpiId): readonly KpiId[] {
  const path: KpiId[] = [];
  for (let kpi: KpiId | null = end; kpi !== null; kpi = cameFrom.get(kpi) ?? null) path.unshift(kpi);
  return path;
}

/** Takes KPIs whose predecessors are all taken; those that can never be taken lie on a circle or behind one. */
function neverFree(dependencies: readonly Link[], links: Links): ReadonlySet<KpiId> {
  const waitsFor = new Map<KpiId, number>();
  for (const { from, to } of dependencies) {
    waitsFor.set(from, waitsFor.get(from) ?? 0);
    waitsFor.set(to, (waitsFor.get(to) ?? 0) + 1);
  }
  const free = [...waitsFor].filter(([, count]) => count === 0).map(([kpi]) => kpi);
  for (const kpi of free) {
    for (const next of links.get(kpi) ?? []) {
      const left = (waitsFor.get(next) ?? 0) - 1;
      waitsFor.set(next, left);
      if (left === 0) free.push(next);
    }
  }
  return new Set([...waitsFor.keys()].filter((kpi) => (waitsFor.get(kpi) ?? 0) > 0));
}

/** Each of them has a predecessor among them: going back from any one, some KPI must repeat. */
function circleBehind(dependencies: readonly Link[], stuck: ReadonlySet<KpiId>): readonly KpiId[] | null {
  const before = new Map(
    dependencies.filter(({ from }) => stuck.has(from)).map(({ from, to }) => [to, from]),
  );
  const walked = new Set<KpiId>();
  let kpi = stuck.keys().next().value;
  while (kpi !== undefined && !walked.has(kpi)) {
    walked.add(kpi);
    kpi = before.get(kpi);
  }
  if (kpi === undefined) return null;
  const path = [...walked];
  return [kpi, ...path.slice(path.indexOf(kpi)).reverse()];
}
