import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/api/database/open-database.ts';
import { inTenant } from '../../src/api/database/tenant-transaction.ts';
import { claim } from '../../src/api/outbox/job-store.ts';
import { importTenant } from '../../src/api/import-story.ts';
import { createTenants } from '../../src/api/state/tenants.ts';
import { FakeClock } from '../support/api-world.ts';
import { exported } from '../support/archives.ts';
import { DATABASES } from '../support/databases.ts';
import { fillFolder, lastmile } from '../support/folder-data.ts';
import { lendingPortfolio } from '../support/lending.ts';

const POSTGRES = DATABASES.find(({ name }) => name === 'PostgreSQL');
/** Several pages of entries, so that there is a middle to be killed in. */
const MANY = 8500;

describe.runIf(POSTGRES)('migrate from a folder to PostgreSQL', { timeout: 300_000 }, () => {
  let home: string;
  let filled: string;
  let folder: string;
  let url: string;
  let dispose: () => Promise<void>;
  const [long, short] = [randomUUID(), randomUUID()].toSorted() as [string, string];
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'lastmile-migrate-'));
    filled = join(home, 'filled');
    await fillFolder(filled, [long], MANY);
    await fillFolder(filled, [short]);
    await leaveWork();
  }, 180_000);
  afterAll(() => rmSync(home, { recursive: true, force: true }), 60_000);
  beforeEach(async () => {
    folder = join(home, randomUUID());
    cpSync(filled, folder, { recursive: true });
    const target = await POSTGRES?.create();
    if (target?.choice.kind !== 'postgres') throw new Error('no PostgreSQL');
    ({ url } = target.choice);
    dispose = target.dispose;
  });
  afterEach(() => dispose());

  /** Work of every state, and an answered request. */
  async function leaveWork(): Promise<void> {
    const database = await openDatabase({ kind: 'folder', path: filled });
    await inTenant(database.kysely, long, async (tx) => {
      await sql
        .raw(
          `
        insert into job (tenant, kind, key, payload, run_at, state, attempts, last_error)
        select '${long}', 'remind', 'k' || n, '{"kind":"remind","kpi":"C1","report":"2026-03-06"}', n,
          (array['ready', 'done', 'dead'])[1 + n % 3], n % 5, 'was "away"' from generate_series(1, 1200) n;
        insert into answered_request
        values ('${long}', 'dana', 'key-1', 'hash', 200, '{"a":"ü"}', 1772434800000);`,
        )
        .execute(tx.db);
      const begun = await claim(tx, { now: 1, most: 2000, leaseMs: 3_600_000, impatient: false });
      expect(begun.jobs).toEqual([]);
      const held = await claim(tx, { now: 30, most: 5, leaseMs: 3_600_000, impatient: false });
      expect(held.jobs).toHaveLength(5);
    });
    await database.close();
  }

  const migrate = (killAt?: RegExp) => lastmile(['migrate', '--data', folder, '--to', url], killAt);
  const inTarget = async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
    const database = await openDatabase({ kind: 'postgres', url, connections: 2 });
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  };
  /** Everything a tenant has, by what a move must keep; leases end with whoever held them. */
  const contents = async ({ kysely }: Database, tenant: string) => ({
    ledger: await exported({ kysely } as Database, tenant),
    ...(await inTenant(kysely, tenant, async ({ db }) => ({
      jobs: (
        await sql<{ job: string }>`select (to_jsonb(job) - 'id' - 'lease' - 'lease_until' - 'retry_after'
          || jsonb_build_object('state', replace(state, 'running', 'ready')))::text as job
          from job where tenant = ${tenant} order by key`.execute(db)
      ).rows,
      answers: await db.selectFrom('answered_request').selectAll().where('tenant', '=', tenant).execute(),
      wake: await db.selectFrom('wake').selectAll().where('tenant', '=', tenant).execute(),
    }))),
  });
  const bothTenants = async (database: Database) => [
    await contents(database, long),
    await contents(database, short),
  ];
  let expected: Awaited<ReturnType<typeof bothTenants>>;
  beforeAll(async () => {
    const database = await openDatabase({ kind: 'folder', path: filled });
    expected = await bothTenants(database);
    await database.close();
  }, 120_000);

  it('moves everything, proves it, and marks the folder so that nobody writes there again', async () => {
    const { code, out, errors } = await migrate();
    expect({ code, errors }).toMatchObject({ code: 0 });
    expect(out).toMatch(/^Moved and proven: postgres:\/\/[^@]*\n$/);
    expect(errors).toContain(`${long}: proven, `);
    expect(await inTarget(bothTenants)).toEqual(expected);
    const running = await inTarget(
      async ({ kysely }) =>
        (await sql`select 1 from job where state = 'running' or lease is not null`.execute(kysely)).rows,
    );
    expect(running).toEqual([]);
    await expect(openDatabase({ kind: 'folder', path: folder })).rejects.toThrow(/moved to PostgreSQL/);
    expect((await lastmile(['verify', '--data', folder])).errors).toMatch(/moved to PostgreSQL/);
    expect(await migrate()).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^The data of this folder moved to/) as string,
    });
  });

  it('goes on after it was killed, wherever that was, and wakes no worker before a tenant is whole', async () => {
    const places = [
      /4000 of/,
      /8000 of/,
      /outbox/,
      new RegExp(`${long}: proven`),
      new RegExp(`${short}: \\d+ of`),
    ];
    for (const place of places) {
      expect((await migrate(place)).killed).toBe(true);
      const woken = await inTarget(({ kysely }) => kysely.selectFrom('wake').select('tenant').execute());
      expect(woken.map(({ tenant }) => tenant)).not.toContain(short);
    }
    expect(existsSync(join(folder, 'MOVED.txt'))).toBe(false);
    const last = await migrate();
    expect(last).toMatchObject({ code: 0 });
    expect(last.errors).not.toMatch(/ of \d+ entries/);
    expect(await inTarget(bothTenants)).toEqual(expected);
  });

  it('refuses a target with another history and leaves both as they are', async () => {
    const before = await inTarget(async (database) => {
      const tenants = createTenants({ db: database.kysely, clock: new FakeClock(0) });
      await importTenant(
        { tenants },
        { tenant: long, name: 'Other', portfolio: lendingPortfolio(), accounts: new Map() },
      );
      return await contents(database, long);
    });
    const { code, out, errors } = await migrate();
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(errors).toMatch(/different history of tenant .* from entry \d+ or before/);
    expect(await inTarget((database) => contents(database, long))).toEqual(before);
    expect(existsSync(join(folder, 'MOVED.txt'))).toBe(false);
  });

  it('takes a target that has gone on since for moved', async () => {
    expect(await migrate()).toMatchObject({ code: 0 });
    rmSync(join(folder, 'MOVED.txt'));
    await inTarget(async ({ kysely }) => {
      const tenants = createTenants({ db: kysely, clock: new FakeClock(Date.parse('2026-03-30')) });
      const { seq } = await tenants.read(short);
      await tenants.sweep(short);
      expect((await tenants.read(short)).seq).toBeGreaterThan(seq);
    });
    expect(await migrate()).toMatchObject({ code: 0 });
  });

  it('moves no ledger that does not hold', async () => {
    const database = await openDatabase({ kind: 'folder', path: folder });
    await sql
      .raw(
        `alter table ledger_entry disable trigger user;
      update ledger_entry set actor = 'x' where tenant = '${long}' and seq = 77;
      alter table ledger_entry enable trigger user;`,
      )
      .execute(database.kysely);
    await database.close();
    const { code, errors } = await migrate();
    expect(code).toBe(1);
    expect(errors).toMatch(/does not hold: entry 77 was changed/);
    expect(
      await inTarget(async ({ kysely }) => await kysely.selectFrom('ledger_entry').select('seq').execute()),
    ).toEqual([]);
  });

  it('says where to, or that it was not told', async () => {
    expect(await lastmile(['migrate', '--data', folder])).toMatchObject({
      code: 2,
      errors: expect.stringMatching(/--to postgres:/) as string,
    });
  });
});
