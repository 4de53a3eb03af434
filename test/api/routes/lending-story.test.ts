import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/api/database/open-database.ts';
import { type World, berlin, lendingWorld } from '../../support/api-world.ts';
import { DATABASES, emptyDatabase } from '../../support/databases.ts';

const LINE = {
  ref: 'B7',
  id: '7d9f9a36-60a3-4a64-9d2c-0f6f4f0c2a11',
  kpi: 'C1',
  date: '2026-03-06',
  value: 11,
  waitingOn: {
    what: 'Export from the audit tool',
    kind: 'third-party',
    since: '2026-03-05',
    expectedBy: '2026-03-09',
  },
};

describe.each(DATABASES)('the lending launch through the API on $name', { timeout: 60_000 }, (of) => {
  let database: Database;
  let world: World;
  beforeAll(async () => {
    database = await emptyDatabase(of);
    world = await lendingWorld(database);
  }, 60_000);
  afterAll(async () => {
    await world.api.close();
    await database.close();
  });

  it('previews a check-in and stores nothing', async () => {
    world.clock.moveTo('2026-03-06T11:00');
    const { status, body } = await world.call('sam', 'submitCheckIns', {
      body: { dryRun: true, lines: [LINE] },
    });
    expect(status).toBe(200);
    expect(body.outcomes[0]).toMatchObject({
      outcome: 'accepted',
      entry: null,
      verdict: { after: { status: 'green' } },
    });
    expect(JSON.stringify(body.outcomes[0].verdict.consequence)).toMatch(/turns Yellow on Wed.11.Mar/);
    expect(
      (await world.api.context.tenants.read('11111111-1111-4111-8111-111111111111')).facts.checkIns.count,
    ).toBe(0);
  });

  it('accepts it, and repeats the answer to the same line', async () => {
    const first = await world.call('sam', 'submitCheckIns', { body: { lines: [LINE] } });
    expect(first.body.outcomes[0].outcome).toBe('accepted');
    const again = await world.call('sam', 'submitCheckIns', { body: { lines: [LINE] } });
    expect(again.body.outcomes[0]).toMatchObject({
      outcome: 'repeated',
      entry: first.body.outcomes[0].entry,
    });
    const { status } = await world.call('dana', 'submitCheckIns', {
      body: {
        lines: [
          { ref: 'B6', id: '7d9f9a36-60a3-4a64-9d2c-0f6f4f0c2a12', kpi: 'P1', date: '2026-03-06', value: 11 },
        ],
      },
    });
    expect(status).toBe(200);
  });

  it('stays quiet until day ten', async () => {
    world.clock.moveTo('2026-03-10T23:00');
    await world.api.drain();
    expect(world.calendar.events).toEqual([]);
  });

  it('books one meeting before Friday with the people who decide and share the damage', async () => {
    world.clock.moveTo('2026-03-11T09:00');
    await world.api.drain();
    expect(world.calendar.standing).toHaveLength(1);
    const [event] = world.calendar.standing;
    expect(event?.end).toBeLessThanOrEqual(berlin('2026-03-13T17:00'));
    expect(event?.request.required.map(({ person }) => person).sort()).toEqual(['dana', 'ruth', 'sam']);
    expect(event?.request.optional.map(({ person }) => person)).toEqual(['erika']);
    expect(event?.request.text).toContain('€120,000');
  });

  it('shows every view to everyone', async () => {
    for (const [name, input] of [
      ['readMe', {}],
      ['readPeople', { query: { search: 'ruth' } }],
      ['readWaiting', {}],
      ['readPortfolio', {}],
      ['readPricing', {}],
      ['readRecalibrations', {}],
      ['readRecalibration', { params: { recalibration: 'C1~1~1' } }],
      ['readKpi', { params: { kpi: 'C1' } }],
      ['readPrice', { params: { kpi: 'C1' }, query: { days: '14' } }],
      ['readWorkbook', { params: { workbook: 'W1' } }],
      ['readLedger', {}],
      ['verifyLedger', {}],
    ] as const) {
      const { status, body } = await world.call('ruth', name, input);
      expect([name, status, body]).toEqual([name, 200, expect.anything()]);
    }
    const kpi = await world.call('ruth', 'readKpi', { params: { kpi: 'C1' } });
    expect(kpi.body.status).toMatchObject({ status: 'yellow', since: '2026-03-10T23:00:00.000Z' });
    const past = await world.call('ruth', 'readKpi', {
      params: { kpi: 'C1' },
      query: { asOf: '2026-03-09T12:00:00Z' },
    });
    expect(past.body.status.status).toBe('green');
  });

  it('records the decision of the decision maker, once', async () => {
    world.clock.moveTo('2026-03-11T15:00');
    const body = {
      kind: 'hold',
      reason: 'The export comes on Friday.',
      reviewDate: '2026-03-20',
      commitDate: '2026-03-20',
    };
    const params = { recalibration: 'C1~1~1' };
    expect((await world.call('sam', 'recordDecision', { params, body })).status).toBe(403);
    expect(
      (await world.call('ruth', 'recordDecision', { params, body: { ...body, reviewDate: '2026-03-11' } }))
        .body,
    ).toMatchObject({
      code: 'decision-refused',
      errors: [{ at: 'reviewDate', rule: 'review-not-ahead' }],
    });
    const done = await world.call('ruth', 'recordDecision', { params, body });
    expect(done).toMatchObject({ status: 200, body: { decision: { kind: 'hold', by: { id: 'ruth' } } } });
    expect((await world.call('ruth', 'recordDecision', { params, body })).body.code).toBe('already-decided');
    await world.api.drain();
    const verified = await world.call('ruth', 'verifyLedger');
    expect(verified.body).toMatchObject({ sound: true, difference: null });
  });
});
