import * as fs from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Database, openDatabase } from '../../../src/api/database/open-database.ts';

// The real flush, counted.
const flushed = vi.hoisted(() => ({ times: 0 }));
vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>();
  const fsyncSync = (file: number) => {
    flushed.times += 1;
    real.fsyncSync(file);
  };
  return { ...real, fsyncSync };
});

describe('a data folder and the power', { timeout: 120_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'lastmile-durable-'));
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase({ kind: 'folder', path: folder });
    await sql.raw('create table written (id int)').execute(database.kysely);
  }, 120_000);
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const flushesOf = async (work: () => Promise<unknown>) => {
    flushed.times = 0;
    await work();
    return flushed.times;
  };
  const write = sql.raw('insert into written values (1)');

  it('flushes to the disk before a commit is answered, once', async () => {
    expect(await flushesOf(() => write.execute(database.kysely))).toBe(1);
    const together = () =>
      database.kysely.transaction().execute(async (tx) => {
        for (let n = 0; n < 5; n += 1) await write.execute(tx);
      });
    expect(await flushesOf(together)).toBe(1);
  });

  it('flushes nothing for a read', async () => {
    expect(await flushesOf(() => sql.raw('select * from written').execute(database.kysely))).toBe(0);
  });

  it('flushes the tables before a checkpoint lets go of the log', async () => {
    await write.execute(database.kysely);
    expect(await flushesOf(() => sql.raw('checkpoint').execute(database.kysely))).toBeGreaterThan(1);
  });
});
