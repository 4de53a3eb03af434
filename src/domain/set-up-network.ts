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

/** One that is late only because a follower ends too late is not told: the follower is. */
function withoutConsequences(paths: readonly DuePath[]): readonly DuePath[] {
  const float = new Map(paths.map((path) => [path.kpi, path.float]));
  return paths.filter(
    ({ hops, float: own }) => !hops.some(({ dependency }) => (float.get(dependency.to) ?? 0) <= own),
  );
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
