import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { presentPortfolio } from '../../../src/api/present/present-portfolio.ts';
import { viewFor } from '../../../src/api/view.ts';
import type { Database } from '../../../src/api/database/open-database.ts';
import type { PortfolioView } from '../../../src/contract/portfolio-view.ts';
import { TENANT, type World, lendingWorld } from '../../support/api-world.ts';
import { DATABASES, emptyDatabase } from '../../support/databases.ts';

const PGLITE = DATABASES[0] as (typeof DATABASES)[number];

describe('the rows of a portfolio read again', { timeout: 60_000 }, () => {
  let database: Database;
  let world: World;
  beforeAll(async () => {
    database = await emptyDatabase(PGLITE);
    world = await lendingWorld(database);
    world.clock.moveTo('2026-03-06T11:00');
    await send('C1', 11);
  }, 60_000);
  afterAll(() => database.close());
  const send = async (kpi: string, value: number) => {
    const lines = [{ ref: 'x', id: randomUUID(), kpi, date: '2026-03-06', value }];
    const { body } = await world.call('sam', 'submitCheckIns', { body: { lines } });
    expect(body.outcomes[0].outcome).toBe('accepted');
  };
  const look = async (locale = 'en-GB'): Promise<PortfolioView> => {
    const person = { id: 'ruth', name: 'Ruth', appRole: 'Manager' } as const;
    return presentPortfolio(await viewFor(world.api.context, { caller: { tenant: TENANT, person }, locale }));
  };
  const kept = (before: PortfolioView, after: PortfolioView): readonly string[] =>
    after.rows.filter((row) => before.rows.includes(row)).map(({ id }) => id);
  const kpis = ({ rows }: PortfolioView): readonly string[] =>
    rows.filter(({ kind }) => kind === 'kpi').map(({ id }) => id);

  it('are the same objects while nothing has changed', async () => {
    const before = await look();
    world.clock.moveTo('2026-03-06T11:30');
    const after = await look();
    expect(kept(before, after)).toEqual(kpis(before));
    expect(after.rows).toEqual(before.rows);
  });

  it('are written anew for another language and another day, and say the same as a first reading', async () => {
    const before = await look();
    expect(kept(before, await look('en-US'))).toEqual([]);
    expect((await look()).rows).toEqual(before.rows);
    world.clock.moveTo('2026-03-07T11:00');
    expect(kept(before, await look())).toEqual([]);
  });
});
