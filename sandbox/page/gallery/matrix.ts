import type { MatrixEntry } from '../../../src/contract/portfolio-view.ts';

function entry(
  name: string,
  place: readonly [MatrixEntry['risk'], MatrixEntry['reach']],
  state: MatrixEntry['status'],
  price: number | null,
): MatrixEntry {
  const leftGreen = state !== 'green' && state !== 'not-started';
  const short = price === null ? 'nothing yet' : `€${(price / 100).toLocaleString('en-GB')}`;
  return {
    initiative: `I-${name}`,
    name,
    kpi: name === 'Mandatory regulatory audit' ? 'C1' : null,
    status: state,
    risk: place[0],
    reach: place[1],
    leftGreen,
    price: { cost: price, short },
  };
}

export const MATRIX: readonly MatrixEntry[] = [
  entry('Fraud rules', ['severe', 'none'], 'red', 5_000_000),
  entry('Mandatory regulatory audit', ['severe', 'one'], 'yellow', 12_000_000),
  entry('Partner bank contract', ['severe', 'one'], 'yellow', 9_500_000),
  entry('Old host switched off', ['high', 'none'], 'yellow', null),
  entry('Launch', ['high', 'one'], 'not-started', 12_000_000),
  entry('Pilot in Kraków', ['high', 'two-or-more'], 'not-started', 9_500_000),
  entry('Build the lending features', ['medium', 'none'], 'green', 12_000_000),
  entry('Self-service for card blocks', ['medium', 'none'], 'silent', null),
  entry('Fraud model refresh', ['medium', 'none'], 'green', null),
  entry('KYC backlog', ['medium', 'none'], 'green', null),
  entry('Local onboarding', ['medium', 'one'], 'green', 9_500_000),
  entry('Passporting notice', ['medium', 'one'], 'green', 9_500_000),
  entry('Advertising claims review', ['medium', 'one'], 'not-started', 7_271_500),
  entry('Rate engine change', ['medium', 'one'], 'green', 3_722_300),
  entry('Campaign and claims', ['medium', 'two-or-more'], 'green', 12_288_000),
  entry('Paper statements ended', ['low', 'none'], 'green', 2_571_400),
  entry('Closing automated', ['low', 'none'], 'not-started', null),
];
