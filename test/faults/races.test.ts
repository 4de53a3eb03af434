import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import { migrate } from '../../src/api/database/migrate.ts';
import { MIGRATIONS } from '../../src/api/database/migrations/migrations.ts';
import { type Database, type DatabaseChoice, openDatabase } from '../../src/api/database/open-database.ts';
import type { Schema } from '../../src/api/database/schema.ts';
import { TENANT, type World, lendingWorld } from '../support/api-world.ts';
import { DATABASES, emptyDatabase } from '../support/databases.ts';

const POSTGRES = DATABASES.find(({ name }) => name === 'PostgreSQL');
const STARTERS = 4;

describe.runIf(POSTGRES)(
  'several programs that start on one PostgreSQL at the same moment',
  { timeout: 60_000 },
  () => {
    let choice: Extract<DatabaseChoice, { kind: 'postgres' }>;
    let dispose: () => Promise<void>;
    beforeEach(async () => {
      const place = await POSTGRES?.create();
      if (place?.choice.kind !== 'postgres') throw new Error('no PostgreSQL');
      ({ choice, dispose } = { choice: place.choice, dispose: place.dispose });
    });
    afterEach(() => dispose());

    /** A connection of each program's own, as processes have. */
    const applied = async () => {
      const open = await Promise.all(
        Array.from({ length: STARTERS }, () => openDatabase({ ...choice, connections: 1 })),
      );
      const found = await Promise.all(
        open.map(({ kysely }) =>
          sql<{ number: number }>`select number from migration order by number`.execute(kysely),
        ),
      );
      await Promise.all(open.map((one) => one.close()));
      return found.map(({ rows }) => rows.map(({ number }) => number));
    };

    it('migrate an empty database once', async () => {
      expect(await applied()).toEqual(Array(STARTERS).fill(MIGRATIONS.map(({ number }) => number)));
    });

    it('migrate the release before once', async () => {
      const pool = new Pool({ connectionString: choice.url });
      const before = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
      await migrate(before, MIGRATIONS.slice(0, -1));
      await before.destroy();
      expect(await applied()).toEqual(Array(STARTERS).fill(MIGRATIONS.map(({ number }) => number)));
    });
  },
);

describe.each(DATABASES)('a clock that jumps back, on $name', { timeout: 60_000 }, (of) => {
  let database: Database;
  let world: World;
  beforeEach(async () => {
    database = await emptyDatabase(of);
    world = await lendingWorld(database);
  }, 60_000);
  afterEach(() => database.close());

  const report = async (kpi: string, person: string, more: object) =>
    await world.call(person, 'submitCheckIns', {
      body: { lines: [{ ref: 'x', id: randomUUID(), kpi, date: '2026-03-09', value: 17, ...more }] },
    });

  it('dates nothing before what stands, takes check-ins, and books no meeting twice', async () => {
    world.clock.moveTo('2026-03-10T10:00');
    const earlyWarning = { slipDays: 30, because: 'The tool is late' };
    await report('C1', 'sam', { earlyWarning, value: 20 });
    await world.api.drain();
    const booked = world.calendar.events.length;
    world.clock.moveTo('2026-03-10T07:00');
    const late = await report('P1', 'dana', {});
    await world.api.drain();
    expect(late.body.outcomes[0]).toMatchObject({ outcome: 'accepted' });
    world.clock.moveTo('2026-03-10T10:30');
    await world.api.drain();
    const { entries } = await world.api.context.tenants.page(TENANT, null);
    const moments = entries.map(({ at }) => at);
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    expect(booked).toBe(1);
    expect(world.calendar.events).toHaveLength(booked);
    expect((await world.api.context.tenants.verify(TENANT)).difference).toBeNull();
  });

  it('books once what was opened while it was back', async () => {
    world.clock.moveTo('2026-03-10T10:00');
    await report('P1', 'dana', {});
    world.clock.moveTo('2026-03-10T07:00');
    await report('C1', 'sam', { earlyWarning: { slipDays: 30, because: 'The tool is late' }, value: 20 });
    await world.api.drain();
    world.clock.moveTo('2026-03-10T10:30');
    await world.api.drain();
    expect(world.calendar.standing).toHaveLength(1);
  });
});
