import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/api/database/open-database.ts';
import { TENANT, type World, lendingWorld } from '../../support/api-world.ts';
import { DATABASES, emptyDatabase } from '../../support/databases.ts';

const line = (change: object = {}) => ({
  ref: 'B7',
  id: randomUUID(),
  kpi: 'C1',
  date: '2026-03-06',
  value: 11,
  ...change,
});

describe.each(DATABASES)('sending check-ins on $name', { timeout: 60_000 }, (of) => {
  let database: Database;
  let world: World;
  beforeAll(async () => {
    database = await emptyDatabase(of);
    world = await lendingWorld(database);
    world.clock.moveTo('2026-03-06T11:00');
    await send('sam', line({ value: 9, date: '2026-03-04' }));
    await send('sam', line({ value: 11 }));
  }, 60_000);
  afterAll(() => database.close());

  const send = async (person: string, ...lines: object[]) =>
    (await world.call(person, 'submitCheckIns', { body: { lines } })).body;
  const stored = async () => (await world.api.context.tenants.read(TENANT)).facts.checkIns.count;

  it.each([
    ['an unknown KPI', { kpi: 'C9' }, 'lines[0].kpi', 'unknown-kpi'],
    ['a reading dated tomorrow', { date: '2026-03-07' }, 'lines[0].date', 'future-reading'],
    ['a reading before the last one', { date: '2026-03-05' }, 'lines[0].date', 'before-last-reading'],
    ['another value for the same day', { value: 12 }, 'lines[0].value', 'already-reported'],
    [
      'a correction of nothing',
      { date: '2026-03-05', corrects: true },
      'lines[0].corrects',
      'corrects-nothing',
    ],
    [
      'a wait that ends before it begins',
      { waitingOn: { what: 'x', kind: 'internal', since: '2026-03-05', expectedBy: '2026-03-04' } },
      'lines[0].waitingOn.expectedBy',
      'wait-ends-before-it-begins',
    ],
    [
      'a wait that begins tomorrow',
      { waitingOn: { what: 'x', kind: 'internal', since: '2026-03-07', expectedBy: '2026-03-09' } },
      'lines[0].waitingOn.since',
      'wait-from-the-future',
    ],
    ['the end of a wait nobody knows', { waitOver: 'the moon' }, 'lines[0].waitOver', 'unknown-wait'],
    [
      'an objection for yesterday',
      { objection: { claim: 'x', byDate: '2026-03-05' } },
      'lines[0].objection.byDate',
      'objection-not-ahead',
    ],
  ])(
    'names %s, by line and rule, in a dry run too, and stores nothing of it',
    async (_, change, at, rule) => {
      const before = await stored();
      for (const dryRun of [true, false]) {
        const { body } = await world.call('sam', 'submitCheckIns', {
          body: { dryRun, lines: [line(change)] },
        });
        expect(body.outcomes[0]).toMatchObject({ outcome: 'refused', ref: 'B7', errors: [{ at, rule }] });
        expect(body.outcomes[0].errors[0].message).toMatch(/\.$/);
      }
      expect(await stored()).toBe(before);
    },
  );

  it('takes readings from the owner, the initiative’s owner and an admin, from nobody else', async () => {
    for (const [person, outcome] of [
      ['dana', 'refused'],
      ['erika', 'refused'],
      ['ruth', 'accepted'],
      ['ada', 'accepted'],
    ] as const) {
      const change = { corrects: true, value: 11 };
      expect((await send(person, line(change))).outcomes[0].outcome).toBe(outcome);
    }
  });

  it('stores the good lines of a batch and names the bad ones', async () => {
    const before = await stored();
    const { outcomes } = await send(
      'sam',
      line({ ref: 'bad', kpi: 'nothing' }),
      line({ ref: 'good', corrects: true }),
      line({ ref: 'worse', date: '2027-01-01' }),
    );
    expect(outcomes.map(({ ref, outcome }: { ref: string; outcome: string }) => [ref, outcome])).toEqual([
      ['bad', 'refused'],
      ['good', 'accepted'],
      ['worse', 'refused'],
    ]);
    expect(await stored()).toBe(before + 1);
  });

  it('takes several periods at once, in whatever order', async () => {
    world.clock.moveTo('2026-03-06T12:00');
    const { outcomes } = await send(
      'dana',
      line({ kpi: 'P1', value: 9 }),
      line({ kpi: 'P1', date: '2026-03-03', value: 3 }),
    );
    expect(outcomes.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['accepted', 'accepted']);
  });

  it('is one entry from two workbooks or two people, under whatever id, and the receipt names it', async () => {
    world.clock.moveTo('2026-03-06T12:00');
    const first = await send('sam', line({ date: '2026-03-06', value: 13, corrects: true }));
    const before = await stored();
    const lines = [line({ value: 13 })];
    const { body } = await world.call('ruth', 'submitCheckIns', { body: { workbook: 'another', lines } });
    const entry = first.outcomes[0].entry as number;
    expect(body.outcomes[0]).toMatchObject({ outcome: 'repeated', entry });
    const dry = await world.call('ruth', 'submitCheckIns', { body: { dryRun: true, lines } });
    expect(dry.body.outcomes[0]).toMatchObject({ outcome: 'repeated', entry });
    expect(await stored()).toBe(before);
  });

  it('is two entries where the second says more', async () => {
    const before = await stored();
    const more = line({ value: 13, earlyWarning: { slipDays: 3, because: 'the supplier' } });
    expect((await send('sam', more)).outcomes[0].outcome).toBe('accepted');
    expect(await stored()).toBe(before + 1);
  });

  it('refuses an id that was used for another reading', async () => {
    const first = line({ kpi: 'P1', value: 9, corrects: true });
    await send('dana', first);
    expect((await send('dana', { ...first, value: 10 })).outcomes[0].errors[0].rule).toBe('id-reused');
  });

  it.each([
    ['a wait', { waitingOn: { what: 'x', kind: 'internal', since: '2026-03-05', expectedBy: '2026-03-09' } }],
    ['an early warning', { earlyWarning: { slipDays: 9, because: 'x' } }],
    ['an objection', { objection: { claim: 'x', byDate: '2026-03-09' } }],
  ])('refuses an id that is used again to add %s: nothing said is lost in silence', async (_, claim) => {
    const first = line({ kpi: 'P1', value: 9, corrects: true });
    await send('dana', first);
    expect((await send('dana', first)).outcomes[0].outcome).toBe('repeated');
    expect((await send('dana', { ...first, ...claim })).outcomes[0]).toMatchObject({
      outcome: 'refused',
      errors: [{ rule: 'id-reused' }],
    });
  });

  it('corrects a reading of the same day', async () => {
    const { outcomes } = await send('sam', line({ value: 10, corrects: true }));
    expect(outcomes[0]).toMatchObject({ outcome: 'accepted', verdict: { previousValue: 13 } });
    const view = await world.call('sam', 'readKpi', { params: { kpi: 'C1' } });
    expect(view.body.chart.readings.at(-1)).toMatchObject({ date: '2026-03-06', value: 10 });
  });

  it('keeps one entry of a line that is sent many times at once', async () => {
    world.clock.moveTo('2026-03-09T11:00');
    const one = line({ date: '2026-03-09', value: 14 });
    const before = await stored();
    const answers = await Promise.all(Array.from({ length: 12 }, () => send('sam', one)));
    const outcomes = answers.map(({ outcomes: [first] }) => first.outcome as string).toSorted();
    expect(outcomes).toEqual(['accepted', ...Array.from({ length: 11 }, () => 'repeated')]);
    expect(await stored()).toBe(before + 1);
  });

  it('loses nothing when many send at once', async () => {
    world.clock.moveTo('2026-03-10T11:00');
    const before = await stored();
    await send('sam', line({ date: '2026-03-10', value: 15 }));
    const sent = Array.from({ length: 20 }, (_, n) =>
      send(n % 2 ? 'sam' : 'ada', line({ date: '2026-03-10', value: 16 + n, corrects: true })),
    );
    for (const { outcomes } of await Promise.all(sent)) expect(outcomes[0].outcome).toBe('accepted');
    expect(await stored()).toBe(before + 21);
    const { body } = await world.call('ada', 'verifyLedger');
    expect(body).toMatchObject({ sound: true, difference: null });
  });
});
