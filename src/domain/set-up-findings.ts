import type { InitiativeId, Portfolio } from './portfolio.ts';
import { dateFindings } from './set-up-dates.ts';
import type { SetUpFinding } from './set-up-finding.ts';
import { networkFindings } from './set-up-network.ts';
import { peopleFindings } from './set-up-people.ts';
import { workFindings } from './set-up-work.ts';

const known = new WeakMap<Portfolio, readonly SetUpFinding[]>();
const NONE: ReadonlySet<InitiativeId> = new Set();

/**
 * What the set-up should be looked at for, what cannot work first. Initiatives in `stopped`, and their KPIs, are not
 * looked at. Every view asks, and a set-up rarely changes: the answer for a whole portfolio is kept.
 */
export function setUpFindings(
  portfolio: Portfolio,
  stopped: ReadonlySet<InitiativeId> = NONE,
): readonly SetUpFinding[] {
  if (stopped.size > 0) return findingsOf(withoutStopped(portfolio, stopped));
  const found = known.get(portfolio) ?? findingsOf(portfolio);
  known.set(portfolio, found);
  return found;
}

function withoutStopped(portfolio: Portfolio, stopped: ReadonlySet<InitiativeId>): Portfolio {
  const kpis = portfolio.kpis.filter(({ initiative }) => !stopped.has(initiative ?? ''));
  const initiatives = portfolio.initiatives.filter(({ id }) => !stopped.has(id));
  return { ...portfolio, kpis, initiatives };
}

function findingsOf(portfolio: Portfolio): readonly SetUpFinding[] {
  return [
    ...networkFindings(portfolio),
    ...dateFindings(portfolio),
    ...workFindings(portfolio),
    ...peopleFindings(portfolio),
  ];
}
