import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openDatabase } from '../../../src/api/database/open-database.ts';
import { preparedDatabase } from '../../../src/api/database/prepared-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'lastmile-open-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('begins a new folder, from what the build prepared where there is one, and never an old one', async () => {
  for (const expected of [[], ['tenant']]) {
    const { kysely, close } = await openDatabase({ kind: 'folder', path: folder });
    const rows = await kysely.selectFrom('wake').select('tenant').execute();
    await kysely
      .insertInto('wake')
      .values({ tenant: 'tenant', wake_at: 1 })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await close();
    expect(rows.map(({ tenant }) => tenant)).toEqual(expected);
  }
}, 120_000);

it('holds no table of ours beforehand: migrations make them', async () => {
  const prepared = await preparedDatabase();
  if (prepared === null) return console.warn('SKIPPED: nothing was built, so there is no prepared database');
  const { PGlite } = await import('@electric-sql/pglite');
  const lite = await PGlite.create({ loadDataDir: prepared });
  const { rows } = await lite.query("select 1 from pg_tables where schemaname = 'public'");
  await lite.close();
  expect(rows).toEqual([]);
}, 120_000);
