import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/api/database/open-database.ts';
import type { Reminder } from '../../../src/api/ports.ts';
import { ok } from '../../../src/domain/result.ts';
import { type World, lendingWorld } from '../../support/api-world.ts';
import { DATABASES, emptyDatabase } from '../../support/databases.ts';

describe.each(DATABASES)('reminders on $name', { timeout: 60_000 }, (of) => {
  let database: Database;
  let world: World;
  let sent: Reminder[];
  beforeEach(async () => {
    database = await emptyDatabase(of);
    sent = [];
    const notifier = {
      remind: async (reminder: Reminder) => {
        sent.push(reminder);
        return ok(null);
      },
    };
    world = await lendingWorld(database, { overrides: { notifier } });
  }, 60_000);
  afterEach(() => database.close());

  const told = () =>
    sent.map(({ kpi, person }) => `${kpi} ${person.person}`).toSorted((a, b) => a.localeCompare(b));

  it('come one working day before the report and on its day, once each', async () => {
    world.clock.moveTo('2026-03-05T08:59');
    await world.api.drain();
    expect(told()).toEqual([]);
    world.clock.moveTo('2026-03-05T09:00');
    await world.api.drain();
    await world.api.drain();
    expect(told()).toEqual(['C1 sam', 'P1 dana']);
    world.clock.moveTo('2026-03-06T09:00');
    await world.api.drain();
    expect(told()).toEqual(['C1 sam', 'C1 sam', 'P1 dana', 'P1 dana']);
  });

  it('do not come for a report that was sent', async () => {
    world.clock.moveTo('2026-03-05T08:00');
    const lines = [{ ref: 'x', id: randomUUID(), kpi: 'C1', date: '2026-03-05', value: 10 }];
    await world.call('sam', 'submitCheckIns', { body: { lines } });
    world.clock.moveTo('2026-03-06T09:00');
    await world.api.drain();
    expect(told()).not.toContain('C1 sam');
  });
});
