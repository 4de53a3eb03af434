import { describe, expect, it, onTestFinished } from 'vitest';
import type { Portfolio } from '../../../src/domain/portfolio.ts';
import { lendingPortfolio } from '../../support/lending.ts';
import { lendingWorld } from '../../support/api-world.ts';
import { DATABASES, emptyDatabase } from '../../support/databases.ts';

const PGLITE = DATABASES[0] as (typeof DATABASES)[number];

/** What the portfolio says of a set-up, on its first morning. */
async function findingsOf(portfolio: Portfolio): Promise<unknown> {
  const database = await emptyDatabase(PGLITE);
  onTestFinished(() => database.close());
  const { call } = await lendingWorld(database, { portfolio });
  return (await call('erika', 'readPortfolio')).body.findings;
}

describe('the portfolio', { timeout: 60_000 }, () => {
  it('has nothing to say of a sound set-up', async () => {
    expect(await findingsOf(lendingPortfolio())).toEqual([]);
  });

  it('tells findings in sentences that lead to the KPI', async () => {
    // The launch needs seven days after 13 Apr; an objective due two days before its 20 Apr cannot hold.
    const sound = lendingPortfolio();
    const objectives = sound.objectives.map((one) => (one.id === 'O1' ? { ...one, due: '2026-04-18' } : one));
    expect(await findingsOf({ ...sound, objectives })).toEqual([
      {
        code: 'negative-float',
        sentence: [
          { text: 'Gates passed', kpi: 'L1' },
          {
            text: ' is planned to finish 2\u00a0days too late for Lending earns, due 18\u00a0Apr. The plan itself cannot work: shorten it or move a date.',
          },
        ],
      },
    ]);
  });
});
