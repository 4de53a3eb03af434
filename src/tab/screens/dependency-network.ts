import type { PortfolioView, TreeRow } from '../../contract/portfolio-view.ts';
import type { PricingView } from '../../contract/tenant-view.ts';
import type { PricingNetwork } from '../../domain/price-network.ts';

/** What precedes what, under each objective, and which KPI costs most when it is late. */
export interface DependencyNetwork {
  readonly objectives: readonly Lane[];
  readonly bottlenecks: readonly TreeRow[];
  /** People who carry more than one bottleneck. */
  readonly carriers: readonly { readonly person: string; readonly kpis: readonly string[] }[];
}

export interface Lane {
  readonly objective: TreeRow;
  readonly before: readonly TreeRow[];
  readonly next: readonly TreeRow[];
}

/** From the portfolio's rows and the edges of the pricing network; nothing is computed here that the rules decide. */
export function dependencyNetwork(portfolio: PortfolioView, pricing: PricingView): DependencyNetwork {
  const { kpis } = pricing.network as PricingNetwork;
  const rows = new Map(portfolio.rows.map((row) => [row.id, row]));
  const followers = new Set(kpis.filter(({ after }) => after.length > 0).map(({ id }) => id));
  const before = new Set(kpis.flatMap(({ after }) => after.map(({ from }) => kpis[from]?.id ?? '')));
  const linked = portfolio.rows.filter(({ id }) => followers.has(id) || before.has(id));
  const lanes = portfolio.rows
    .filter(({ parent }) => parent === null)
    .map((objective) => {
      const own = linked.filter((row) => rootOf(row, rows) === objective.id);
      return {
        objective,
        before: own.filter(({ id }) => !followers.has(id)),
        next: own.filter(({ id }) => followers.has(id)),
      };
    });
  const bottlenecks = linked
    .filter(({ price }) => (price.cost ?? 0) > 0)
    .toSorted(
      (a, b) => (b.price.cost ?? 0) - (a.price.cost ?? 0) || (a.status.float ?? 0) - (b.status.float ?? 0),
    );
  return {
    objectives: lanes.filter((lane) => lane.before.length + lane.next.length > 0),
    bottlenecks,
    carriers: carriersOf(bottlenecks),
  };
}

function rootOf(row: TreeRow, rows: ReadonlyMap<string, TreeRow>): string {
  let root = row;
  for (let up = rows.get(row.parent ?? ''); up; up = rows.get(up.parent ?? '')) root = up;
  return root.id;
}

function carriersOf(rows: readonly TreeRow[]): DependencyNetwork['carriers'] {
  const carried = new Map<string, string[]>();
  for (const { owner, name } of rows) carried.set(owner.name, [...(carried.get(owner.name) ?? []), name]);
  return [...carried].filter(([, kpis]) => kpis.length > 1).map(([person, kpis]) => ({ person, kpis }));
}
