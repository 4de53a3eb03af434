import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/api/database/open-database.ts';
import { TENANT } from '../support/api-world.ts';
import { fillFolder, inProcess } from '../support/folder-data.ts';

describe('a data folder whose last page was overwritten', { timeout: 120_000 }, () => {
  const home = mkdtempSync(join(tmpdir(), 'lastmile-damaged-'));
  const [sound, damaged] = [join(home, 'sound'), join(home, 'damaged')];
  let heap: string;
  beforeAll(async () => {
    await fillFolder(sound, [TENANT], 100);
    const { kysely, close } = await openDatabase({ kind: 'folder', path: sound });
    const { rows } = await sql<{ path: string }>`select pg_relation_filepath('ledger_entry') path`.execute(
      kysely,
    );
    heap = rows[0]?.path ?? '';
    await close();
  }, 120_000);
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  const verifyAfter = async (file: string, from: number, to: number) => {
    rmSync(damaged, { recursive: true, force: true });
    cpSync(sound, damaged, { recursive: true });
    const path = join(damaged, file);
    const bytes = readFileSync(path);
    bytes.fill(0x5a, from < 0 ? bytes.length + from : from, to < 0 ? bytes.length + to : to);
    writeFileSync(path, bytes);
    return await inProcess(['verify', '--data', damaged]);
  };
  const way = expect.stringMatching(/damaged.*(?:damaged|copy).*backup.*npx lastmile import/su);

  it('is noticed by verify, which names the folder and the way back, when it is one of the ledger', async () => {
    expect(await verifyAfter(heap, -4000, -3000)).toEqual({ code: 2, out: '', errors: way });
  });

  it('is not opened, with the same words, when it is one of the write-ahead log', async () => {
    const log = readdirSync(join(sound, 'pg_wal')).find((name) => name.length === 24) ?? '';
    expect(await verifyAfter(join('pg_wal', log), 0, 16_000_000)).toEqual({ code: 2, out: '', errors: way });
  });
});
