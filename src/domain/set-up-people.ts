import { groupBy } from './group-by.ts';
import { decidersOf } from './people.ts';
import type { Portfolio } from './portfolio.ts';
import { CASES_PER_MEETING } from './recalibration-load.ts';
import type { SetUpFinding } from './set-up-finding.ts';

/** Who cannot decide, and who would have to decide too much. DESIGN.md 3.8. */
export function peopleFindings(portfolio: Portfolio): readonly SetUpFinding[] {
  return [...lonelyOwners(portfolio), ...overloaded(portfolio)];
}

function lonelyOwners(portfolio: Portfolio): readonly SetUpFinding[] {
  const lonely = portfolio.kpis.filter(({ id, owner }) =>
    decidersOf(portfolio, id).every((person) => person === owner),
  );
  return [...groupBy(lonely, ({ owner }) => owner)].map(([owner, kpis]) => ({
    code: 'nobody-else-decides',
    owner,
    kpis: kpis.map(({ id }) => id),
  }));
}

function overloaded(portfolio: Portfolio): readonly SetUpFinding[] {
  const meetings = portfolio.settings.meetingsPerPersonPerWeek;
  const cases = meetings * CASES_PER_MEETING;
  const decided = groupBy(portfolio.kpis, ({ id }) => decidersOf(portfolio, id)[0] ?? '');
  return [...decided]
    .filter(([, kpis]) => kpis.length > cases)
    .map(([person, kpis]) => ({ code: 'load-beyond-cap', person, kpis: kpis.length, meetings, cases }));
}
