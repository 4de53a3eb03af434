import { findCircle } from './dependency-circle.ts';
import { type DuePath, duePath } from './due-path.ts';
import { planNetwork } from './network.ts';
import { kpiOf } from './people.ts';
import type { KpiId, Portfolio } from './portfolio.ts';
import type { SetUpFinding } from './set-up-finding.ts';

/** Plans that cannot work, circles, and dependencies that hold nothing up. DESIGN.md 3.6. */
export function networkFindings(portfolio: Portfolio): readonly SetUpFinding[] {
  return [...negativeFloats(portfolio), ...circles(portfolio), ...keptDependencies(portfolio)];
}

function negativeFloats(portfolio: Portfolio): readonly SetUpFinding[] {
  const network = planNetwork(portfolio);
  const paths = [...network.float].flatMap(([kpi, days]) => {
    const path = days < 0 ? duePath(portfolio, network, kpi) : null;
    return path ? [path] : [];
  });
  const told = withoutConsequences(paths);
  return told.map((path) => ({ code: 'negative-float', kpi: path.kpi, days: -path.float, path }));
}

/** Of two on one way the later one is told; of equals the first. */
function withoutConsequences(paths: readonly DuePath[]): readonly DuePath[] {
  const float = new Map(paths.map((path) => [path.kpi, path.float]));
  const followers = new Set<KpiId>();
  for (const path of paths) {
    for (const { dependency } of path.hops) {
      if ((float.get(dependency.to) ?? 0) >= path.float) followers.add(dependency.to);
    }
  }
  const isWorseAhead = ({ hops, float: own }: DuePath): boolean =>
    hops.some(({ dependency }) => (float.get(dependency.to) ?? 0) < own);
  return paths.filter((path) => !followers.has(path.kpi) && !isWorseAhead(path));
}

/** Set-up refuses circles; one that came in all the same is cut open where the network is planned. */
function circles({ dependencies }: Portfolio): readonly SetUpFinding[] {
  const circle = findCircle(dependencies);
  return circle ? [{ code: 'circle', kpis: circle }] : [];
}

/** Keep KPIs stand outside the network: such a dependency holds nothing up. */
function keptDependencies(portfolio: Portfolio): readonly SetUpFinding[] {
  const isKept = (kpi: KpiId): boolean => kpiOf(portfolio, kpi)?.kind === 'keep';
  return portfolio.dependencies
    .filter(({ from, to }) => isKept(from) || isKept(to))
    .map(({ from, to }) => ({ code: 'dependency-on-kept', from, to }));
}
