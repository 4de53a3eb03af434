import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/api/database/open-database.ts';
import { type World, berlin, lendingWorld } from '../../support/api-world.ts';
import { DATABASES, emptyDatabase } from '../../support/databases.ts';

const PGLITE = DATABASES[0] as (typeof DATABASES)[number];
const BEFORE = new Date(berlin('2026-03-06T12:00')).toISOString();

describe('a view of a past moment', { timeout: 60_000 }, () => {
  let database: Database;
  let world: World;
  const seen = new Map<string, unknown>();
  const VIEWS = [
    ['readPortfolio', {}],
    ['readWaiting', {}],
    ['readRecalibrations', {}],
    ['readCandour', {}],
    ['readPricing', {}],
    ['readKpi', { params: { kpi: 'C1' } }],
    ['readPrice', { params: { kpi: 'C1' }, query: { days: '14' } }],
  ] as const;
  const look = async (name: (typeof VIEWS)[number][0], input: object, asOf?: string) => {
    const query = { ...('query' in input ? (input.query as object) : {}), ...(asOf ? { asOf } : {}) };
    return (await world.call('ruth', name, { ...input, query })).body;
  };
  beforeAll(async () => {
    database = await emptyDatabase(PGLITE);
    world = await lendingWorld(database);
    const send = (value: number, date: string) =>
      world.call('sam', 'submitCheckIns', {
        body: { lines: [{ ref: 'x', id: randomUUID(), kpi: 'C1', date, value }] },
      });
    world.clock.moveTo('2026-03-06T11:00');
    await send(11, '2026-03-06');
    world.clock.moveTo('2026-03-06T12:00');
    for (const [name, input] of VIEWS) seen.set(name, await look(name, input));
    world.clock.moveTo('2026-03-27T11:00');
    await send(12, '2026-03-27');
    await world.api.drain();
  }, 60_000);
  afterAll(() => database.close());

  it.each(VIEWS)('%s is what it was then, and not what it is now', async (name, input) => {
    const then = await look(name, input, BEFORE);
    expect(then).toEqual(seen.get(name));
    expect(await look(name, input)).not.toEqual(then);
  });

  it('offers nothing to do: decisions are recorded now', async () => {
    const open = new Date(berlin('2026-03-27T11:30')).toISOString();
    world.clock.moveTo('2026-03-27T12:00');
    const now = await look('readWaiting', {});
    const then = await look('readWaiting', {}, open);
    expect(now.items.some(({ mayDecide }: { mayDecide: boolean }) => mayDecide)).toBe(true);
    expect(then.items.some(({ mayDecide }: { mayDecide: boolean }) => mayDecide)).toBe(false);
    expect((await look('readKpi', { params: { kpi: 'C1' } }, open)).meeting.mayDecide).toBe(false);
    const { recalibration } = now.items.find(({ mayDecide }: { mayDecide: boolean }) => mayDecide);
    const input = { params: { recalibration }, query: { asOf: open } };
    const { body } = await world.call('ruth', 'readRecalibration', input);
    expect(body).toMatchObject({ asOf: open, mayDecide: false });
    expect(body.refusal).toContain('past moment');
  });
});
