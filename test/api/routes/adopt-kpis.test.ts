import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/api/database/open-database.ts';
import { TENANT, type World, lendingWorld } from '../../support/api-world.ts';
import { lendingPortfolio } from '../../support/lending.ts';
import { DATABASES, emptyDatabase } from '../../support/databases.ts';

const PGLITE = DATABASES[0] as (typeof DATABASES)[number];
const row = (change: object = {}) => ({
  ref: 'A2',
  id: randomUUID(),
  name: `Contracts signed ${randomUUID()}`,
  owner: 'Dana Lindqvist',
  unit: 'contracts',
  target: 40,
  due: '2026-05-29',
  ...change,
});

describe('adopting a sheet', { timeout: 60_000 }, () => {
  let database: Database;
  let world: World;
  beforeAll(async () => {
    database = await emptyDatabase(PGLITE);
    const portfolio = lendingPortfolio();
    const twins = ['kim-1', 'kim-2'].map((id) => ({ id, name: 'Kim Lee', appRole: 'Manager' as const }));
    world = await lendingWorld(database, {
      portfolio: { ...portfolio, people: [...portfolio.people, ...twins] },
    });
  }, 60_000);
  afterAll(() => database.close());

  const adopt = async (rows: readonly object[], rest: object = {}) =>
    await world.call('dana', 'adoptKpis', { body: { workbook: 'W1', rows, ...rest } });
  const kpis = async () => (await world.api.context.tenants.read(TENANT)).facts.portfolio.kpis.length;

  it.each([
    ['no owner', { owner: undefined }, 'rows[0].owner', 'no-owner', /exactly one owner/],
    [
      '“tbd” for an owner',
      { owner: 'tbd' },
      'rows[0].owner',
      'unknown-owner',
      /^“tbd” is not a person\. Every KPI has exactly one owner\.$/,
    ],
    [
      'two owners in one cell',
      { owner: 'Dana Lindqvist / Sam Castellano' },
      'rows[0].owner',
      'unknown-owner',
      /is not a person/,
    ],
    [
      'a name two people bear',
      { owner: 'kim lee' },
      'rows[0].owner',
      'ambiguous-owner',
      /2 people are called “kim lee”/,
    ],
    [
      'an owner that was chosen but is nobody',
      { ownerId: 'nobody' },
      'rows[0].ownerId',
      'unknown-owner',
      /not a person/,
    ],
    ['no target', { target: undefined }, 'rows[0].target', 'no-target', /no target/],
    ['no due date', { due: undefined }, 'rows[0].due', 'no-due', /no due date/],
    ['no name', { name: undefined }, 'rows[0].name', 'no-name', /no name/],
    [
      'a due date that has passed',
      { due: '2026-02-27' },
      'rows[0].due',
      'broken-plan',
      /later than the start/,
    ],
    [
      'a target that is the baseline',
      { baseline: 40 },
      'rows[0].target',
      'broken-plan',
      /differ from the baseline/,
    ],
    [
      'a band without a limit',
      { kind: 'keep', target: undefined },
      'rows[0].upper',
      'broken-plan',
      /at least one limit/,
    ],
    ['a band upside down', { kind: 'keep', lower: 5, upper: 1 }, 'rows[0].upper', 'broken-plan', /below/],
  ])('refuses a row with %s, by field and rule, in a dry run too', async (_, change, at, rule, message) => {
    const before = await kpis();
    for (const dryRun of [true, false]) {
      const { status, body } = await adopt([row(change)], { dryRun });
      expect(status).toBe(200);
      expect(body.outcomes[0]).toMatchObject({ outcome: 'refused', ref: 'A2', errors: [{ at, rule }] });
      expect(body.outcomes[0].errors[0].message).toMatch(message);
    }
    expect(await kpis()).toBe(before);
  });

  it('creates the good rows of a sheet beside the bad ones', async () => {
    const before = await kpis();
    const { body } = await adopt([row({ ref: 'a' }), row({ ref: 'b', owner: 'tbd' }), row({ ref: 'c' })]);
    expect(body.outcomes.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'created',
      'refused',
      'created',
    ]);
    expect(await kpis()).toBe(before + 2);
  });

  it('promises in a dry run what it then does', async () => {
    const rows = [row(), row({ owner: 'DANA@contoso.example' }), row({ ownerId: 'sam', owner: 'whoever' })];
    const tried = await adopt(rows, { dryRun: true });
    const done = await adopt(rows);
    const withoutKeys = (body: { outcomes: object[] }) => body.outcomes.map((one) => ({ ...one, kpi: null }));
    expect(withoutKeys(done.body)).toEqual(withoutKeys(tried.body));
    expect(done.body.outcomes.map(({ owner }: { owner: { id: string } }) => owner.id)).toEqual([
      'dana',
      'dana',
      'sam',
    ]);
  });

  it('says what it filled in', async () => {
    const { body } = await adopt([row()], { dryRun: true });
    expect(body.outcomes[0].hint).toBe(
      'The sheet does not say: this KPI starts today, begins at 0, reports every Friday.',
    );
  });

  it('makes nothing twice: the same row, the same name and owner, the same sheet in parallel', async () => {
    const one = row();
    const before = await kpis();
    const answers = await Promise.all(Array.from({ length: 5 }, () => adopt([one])));
    expect(answers.map(({ body }) => body.outcomes[0].outcome as string).toSorted()).toEqual([
      'created',
      'linked',
      'linked',
      'linked',
      'linked',
    ]);
    const again = await adopt([{ ...one, id: randomUUID(), name: ` ${one.name.toUpperCase()}  ` }]);
    expect(again.body.outcomes[0]).toMatchObject({ outcome: 'linked', kpi: one.id });
    expect(await kpis()).toBe(before + 1);
  });

  it('refuses the second of two equal rows', async () => {
    const name = 'Twice the same';
    const { body } = await adopt([row({ name }), row({ name })]);
    expect(body.outcomes.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['created', 'refused']);
  });

  it('puts KPIs only under initiatives of one’s own function', async () => {
    expect((await adopt([row()], { initiative: 'I-audit' })).body.code).toBe('not-allowed');
    expect((await adopt([row()], { initiative: 'I-none' })).body.code).toBe('request-invalid');
    expect((await adopt([row()], { initiative: 'I-build' })).status).toBe(200);
  });

  it('remembers the workbook: its KPIs and how it reads', async () => {
    const { body } = await adopt([row()], { workbook: 'W2' });
    const mapping = {
      sheet: 'Plan',
      orientation: 'records_in_rows',
      headerRow: 1,
      firstRow: 2,
      lastRow: 9,
      columns: { name: { column: 'A', header: 'KPI' } },
      periods: [],
      keyColumn: 'K',
      verdictColumn: 'L',
    };
    await world.call('dana', 'saveMapping', { params: { workbook: 'W2' }, body: mapping });
    const before = (await world.api.context.tenants.read(TENANT)).seq;
    const saved = await world.call('dana', 'saveMapping', { params: { workbook: 'W2' }, body: mapping });
    expect(saved.body).toMatchObject({ workbook: 'W2', mapping, kpis: [{ id: body.outcomes[0].kpi }] });
    expect((await world.api.context.tenants.read(TENANT)).seq).toBe(before);
  });
});
