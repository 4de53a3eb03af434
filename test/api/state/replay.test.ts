import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/api/database/open-database.ts';
import { inTenant } from '../../../src/api/database/tenant-transaction.ts';
import { readEntries } from '../../../src/api/ledger/ledger-store.ts';
import { applyEntries } from '../../../src/api/state/apply-entries.ts';
import { timelineOf } from '../../../src/api/state/engine.ts';
import { EMPTY_STATE } from '../../../src/api/state/tenant-state.ts';
import { createTenants } from '../../../src/api/state/tenants.ts';
import { textOf } from '../../../src/api/state/verify-tenant.ts';
import { TENANT, type World, lendingWorld } from '../../support/api-world.ts';
import { DATABASES, emptyDatabase } from '../../support/databases.ts';

const entriesIn = async ({ kysely }: Database) => await inTenant(kysely, TENANT, (tx) => readEntries(tx, 0));

describe.each(DATABASES)('what the ledger says on $name', { timeout: 60_000 }, (of) => {
  let database: Database;
  let world: World;
  beforeEach(async () => {
    database = await emptyDatabase(of);
    world = await lendingWorld(database);
  }, 60_000);
  afterEach(() => database.close());

  /** The story with the declared wait, up to two escalations; `look` runs the worker in between. */
  const live = async (one: World, look: () => Promise<void>) => {
    const send = (person: string, line: object) =>
      one.call(person, 'submitCheckIns', { body: { lines: [{ ref: 'x', ...line }] } });
    one.clock.moveTo('2026-03-06T11:00');
    const waitingOn = { what: 'Export', kind: 'third-party', since: '2026-03-05', expectedBy: '2026-03-09' };
    await send('sam', { id: LINES[0], kpi: 'C1', date: '2026-03-06', value: 11, waitingOn });
    await send('dana', { id: LINES[1], kpi: 'P1', date: '2026-03-06', value: 11 });
    for (const moment of [
      '2026-03-09T10:00',
      '2026-03-11T09:00',
      '2026-03-13T12:00',
      '2026-03-18T10:00',
      '2026-03-24T09:00',
    ]) {
      one.clock.moveTo(moment);
      await look();
    }
    one.clock.moveTo('2026-03-24T10:00');
    await send('dana', { id: LINES[2], kpi: 'P1', date: '2026-03-24', value: 40 });
    return await one.api.context.tenants.read(TENANT);
  };
  const LINES = [randomUUID(), randomUUID(), randomUUID()];

  it('gives the same state in one go, in pieces, and in another process', async () => {
    const state = await live(world, world.api.drain);
    expect(state.transitions.length).toBeGreaterThan(3);
    const entries = await entriesIn(database);
    const whole = applyEntries(EMPTY_STATE, entries);
    const pieces = entries.reduce((known, entry) => applyEntries(known, [entry]), EMPTY_STATE);
    const elsewhere = await createTenants({ db: database.kysely, clock: world.clock }).read(TENANT);
    for (const other of [whole, pieces, elsewhere]) expect(textOf(other)).toBe(textOf(state));
  });

  it('gives the engine the same place to go on from as the one that ran', async () => {
    const state = await live(world, world.api.drain);
    const kept = timelineOf(state);
    const rebuilt = timelineOf(applyEntries(EMPTY_STATE, await entriesIn(database)));
    expect(rebuilt.next).toBe(kept.next);
    expect([...rebuilt.since]).toEqual(expect.arrayContaining([...kept.since]));
    expect(rebuilt.evaluation.kpis).toEqual(kept.evaluation.kpis);
  });

  it('is the same whether somebody looked often, seldom or not at all', async () => {
    const told = async (one: Database) =>
      (await entriesIn(one)).map(({ at, event }) => ({ at, event })).slice(setUp);
    const setUp = (await world.api.context.tenants.read(TENANT)).seq;
    await live(world, async () => {});
    const seldom = await told(database);
    const second = await emptyDatabase(of);
    const other = await lendingWorld(second);
    await live(other, other.api.sweep);
    const often = await told(second);
    await second.close();
    expect(often).toEqual(seldom);
  });

  it('is shown to be tampered with', async () => {
    await live(world, world.api.drain);
    const verified = async () => (await world.call('erika', 'verifyLedger')).body;
    expect(await verified()).toMatchObject({ sound: true, difference: null });
    await sql
      .raw(
        `alter table ledger_entry disable trigger user;
      update ledger_entry set data = replace(data, 'Dana Lindqvist', 'Dana Lindqvis') where seq = 4;
      alter table ledger_entry enable trigger user;`,
      )
      .execute(database.kysely);
    expect(await verified()).toMatchObject({
      sound: false,
      difference: 'entry 4 was changed after it was accepted',
    });
  });

  it('is shown to be cut short', async () => {
    const { seq } = await live(world, world.api.drain);
    await sql
      .raw(
        `alter table ledger_entry disable trigger user;
      delete from ledger_entry where seq = ${seq};
      alter table ledger_entry enable trigger user;`,
      )
      .execute(database.kysely);
    expect((await world.api.context.tenants.verify(TENANT)).difference).toMatch(/the ledger ends at entry/);
  });

  it('keeps tenants apart', async () => {
    const other = '44444444-4444-4444-8444-444444444444';
    const shared = await lendingWorld(database, { tenants: [TENANT, other] });
    await live(shared, shared.api.drain);
    const theirs = await shared.call('sam', 'readKpi', { params: { kpi: 'C1' }, tenant: other });
    expect(theirs.body.chart.readings).toEqual([]);
    expect((await shared.api.context.tenants.read(other)).facts.checkIns.count).toBe(0);
  });
});
