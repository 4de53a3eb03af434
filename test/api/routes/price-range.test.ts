import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/api/database/open-database.ts';
import { type World, lendingWorld } from '../../support/api-world.ts';
import { DATABASES, emptyDatabase } from '../../support/databases.ts';

const PGLITE = DATABASES[0] as (typeof DATABASES)[number];

describe('the range beside a price', { timeout: 60_000 }, () => {
  let database: Database;
  let world: World;
  const report = async (date: string, value: number) => {
    world.clock.moveTo(`${date}T11:00`);
    const lines = [{ ref: 'C1', id: randomUUID(), kpi: 'C1', date, value }];
    expect((await world.call('sam', 'submitCheckIns', { body: { lines } })).body.outcomes[0].outcome).toBe(
      'accepted',
    );
  };
  const look = async () => (await world.call('ruth', 'readKpi', { params: { kpi: 'C1' } })).body;
  beforeAll(async () => {
    database = await emptyDatabase(PGLITE);
    world = await lendingWorld(database);
    await report('2026-03-06', 11);
    await report('2026-03-13', 22);
  }, 60_000);
  afterAll(async () => {
    await world.api.close();
    await database.close();
  });

  it('is not told before the third reading', async () => {
    const { price, chart } = await look();
    expect(price.range).toBeNull();
    expect(chart.forecast).toMatchObject({ likely: null });
  });

  it('tells from the paces so far what it costs with an even chance, and in four of five cases', async () => {
    // Paces: 11 of 11.43, 11 of 20, 15 of 20: no draw is on plan, so every day of the delay costs.
    await report('2026-03-20', 37);
    const { price, chart } = await look();
    expect(price.range).toMatch(/^At the pace so far/);
    expect(chart.forecast.halfChance >= chart.due).toBe(true);
    expect(chart.forecast.likely >= chart.forecast.halfChance).toBe(true);
    // Slowest pace of all: 26 days of plan left on 20 March at 0.55 end by 8 May.
    expect(chart.forecast.likely <= '2026-05-14').toBe(true);
    expect((await look()).price.range).toBe(price.range);
  });

  it('comes with the price of any other delay', async () => {
    const { body } = await world.call('ruth', 'readPrice', { params: { kpi: 'C1' }, query: { days: '7' } });
    // One week later is one week of the objective's €60,000, whatever the paces.
    expect(body.range).toContain('€60,000');
  });
});
