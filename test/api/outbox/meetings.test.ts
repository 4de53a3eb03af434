import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/api/database/open-database.ts';
import { inTenant } from '../../../src/api/database/tenant-transaction.ts';
import { claim } from '../../../src/api/outbox/job-store.ts';
import { createApi } from '../../../src/api/api.ts';
import { TENANT, TEST_CONFIG, type World, berlin, lendingWorld } from '../../support/api-world.ts';
import { DATABASES, emptyDatabase } from '../../support/databases.ts';

describe.each(DATABASES)('meetings on $name', { timeout: 60_000 }, (of) => {
  let database: Database;
  let world: World;
  beforeEach(async () => {
    database = await emptyDatabase(of);
    world = await lendingWorld(database);
  }, 60_000);
  afterEach(() => database.close());

  const send = (person: string, change: object) =>
    world.call(person, 'submitCheckIns', {
      body: { lines: [{ ref: 'x', id: randomUUID(), kpi: 'C1', ...change }] },
    });
  const found = async (id: string) =>
    (await world.api.context.tenants.read(TENANT)).facts.recalibrations.find((one) => one.id === id);
  const stallUntil = async (moment: string) => {
    world.clock.moveTo('2026-03-06T11:00');
    const waitingOn = { what: 'Export', kind: 'third-party', since: '2026-03-05', expectedBy: '2026-03-09' };
    await send('sam', { date: '2026-03-06', value: 11, waitingOn });
    await send('dana', { kpi: 'P1', date: '2026-03-06', value: 11 });
    world.clock.moveTo(moment);
  };

  it.each([
    ['before the calendar was asked', 'find', false],
    ['while looking for a slot', 'freeBusy', false],
    ['before the booking', 'book', false],
    ['after the booking, before its answer', 'book', true],
  ])('are booked once when the calendar fails %s', async (_, call, after) => {
    await stallUntil('2026-03-11T09:00');
    world.calendar.failures.push({ call, after });
    await world.api.drain();
    expect(world.calendar.standing).toHaveLength(1);
    expect((await found('C1~1~1'))?.meeting?.eventId).toBe(world.calendar.standing[0]?.eventId);
  });

  it('lead from the invitation to the decision form of the tab', async () => {
    await stallUntil('2026-03-11T09:00');
    await world.api.drain();
    expect(world.calendar.standing[0]?.request.html).toMatch(/href="[^"]*\/tab\/recalibration\/C1~1~1"/);
  });

  it('are booked once when the worker dies after the booking', async () => {
    await stallUntil('2026-03-11T09:00');
    await world.api.sweep();
    const dying = { now: world.clock.now(), most: 10, leaseMs: -1, impatient: false };
    const { jobs } = await inTenant(database.kysely, TENANT, (tx) => claim(tx, dying));
    expect(jobs.map(({ job }) => job.kind)).toContain('book');
    // It had booked, and died before it could say so: the event stands, the ledger and the job know nothing.
    const stolen = await createApi({
      config: TEST_CONFIG,
      overrides: { database, clock: world.clock, calendar: world.calendar },
    });
    world.calendar.failures.push({ call: 'book', after: true });
    await stolen.drain();
    await world.api.drain();
    expect(world.calendar.standing).toHaveLength(1);
    expect((await found('C1~1~1'))?.state).toBe('booked');
  });

  it('are booked once by two processes that work at the same time', async () => {
    await stallUntil('2026-03-11T09:00');
    const overrides = { database, clock: world.clock, calendar: world.calendar };
    const other = await createApi({ config: TEST_CONFIG, overrides });
    await Promise.all([world.api.drain(), other.drain(), world.api.drain(), other.drain()]);
    expect(world.calendar.events).toHaveLength(1);
    expect((await other.context.tenants.verify(TENANT)).difference).toBeNull();
  });

  it('are booked again when somebody cancels them', async () => {
    await stallUntil('2026-03-10T23:00');
    world.clock.moveTo('2026-03-11T00:01');
    await world.api.drain();
    const [first] = world.calendar.standing;
    world.calendar.change(first?.eventId ?? '', { cancelled: true });
    world.clock.moveTo('2026-03-11T08:30');
    await world.api.drain();
    expect(world.calendar.standing).toHaveLength(1);
    expect(world.calendar.standing[0]?.eventId).not.toBe(first?.eventId);
    expect((await found('C1~1~1'))?.meeting).toMatchObject({ attempt: 2 });
  });

  it('are booked again when somebody moves them past their deadline, and kept when moved within it', async () => {
    await stallUntil('2026-03-11T00:01');
    await world.api.drain();
    const [first] = world.calendar.standing;
    world.calendar.change(first?.eventId ?? '', {
      start: berlin('2026-03-12T10:00'),
      end: berlin('2026-03-12T10:45'),
    });
    world.clock.moveTo('2026-03-11T08:30');
    await world.api.drain();
    expect((await found('C1~1~1'))?.meeting).toMatchObject({ attempt: 1, start: berlin('2026-03-12T10:00') });
    world.calendar.change(first?.eventId ?? '', {
      start: berlin('2026-03-17T10:00'),
      end: berlin('2026-03-17T10:45'),
    });
    world.clock.moveTo('2026-03-11T10:30');
    await world.api.drain();
    expect(world.calendar.events[0]?.cancelled).toBe(true);
    expect(world.calendar.standing).toHaveLength(1);
    expect(world.calendar.standing[0]?.end).toBeLessThanOrEqual(berlin('2026-03-13T17:00'));
  });

  it('are withdrawn with one line when the KPI is green again before a decision', async () => {
    await stallUntil('2026-03-11T00:01');
    await world.api.drain();
    world.clock.moveTo('2026-03-11T08:00');
    await send('sam', { date: '2026-03-11', value: 27, waitOver: true });
    await world.api.drain();
    expect(world.calendar.standing).toEqual([]);
    expect(world.calendar.events[0]?.cancelComment).toMatch(/Green again/);
    expect((await found('C1~1~1'))?.state).toBe('released');
  });

  it('go one level up when nobody decides', async () => {
    await stallUntil('2026-03-11T09:00');
    await world.api.drain();
    world.clock.moveTo('2026-03-12T11:30');
    await world.api.drain();
    expect(await found('C1~1~1')).toMatchObject({ state: 'superseded' });
    expect(await found('C1~1~2')).toMatchObject({ state: 'booked', decisionMaker: 'erika' });
  });

  it('are found in time by a worker that was away for days', async () => {
    await stallUntil('2026-03-11T09:00');
    world.clock.moveTo('2026-03-16T09:00');
    await world.api.drain();
    const [opened] = (await world.api.context.tenants.read(TENANT)).facts.recalibrations;
    expect(opened?.openedAt).toBe(berlin('2026-03-11T00:00'));
    expect(world.calendar.standing).toHaveLength(1);
    expect((await world.api.context.tenants.verify(TENANT)).difference).toBeNull();
  });
});
