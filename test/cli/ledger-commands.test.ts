import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../src/api/database/open-database.ts';
import { fillFolder, inProcess, lastmile } from '../support/folder-data.ts';

/** Real folders; real processes where it is about processes, and once for each command. */
describe('the commands about the ledger', { timeout: 180_000 }, () => {
  let home: string;
  let folder: string;
  const [tenant, other] = [randomUUID(), randomUUID()];
  const at = (name: string) => join(home, name);
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'lastmile-ledger-'));
    folder = at('data');
    await fillFolder(folder, [tenant, other]);
  }, 120_000);
  afterAll(() => rmSync(home, { recursive: true, force: true }), 60_000);

  /** As somebody does who owns the folder. */
  const behindOurBack = async (path: string, statements: string) => {
    const database: Database = await openDatabase({ kind: 'folder', path });
    const [off, on] = ['disable', 'enable'].map(
      (how) => `alter table ledger_entry ${how} trigger user; alter table ledger_head ${how} trigger user;`,
    );
    await sql.raw(`${off} ${statements} ${on}`).execute(database.kysely);
    await database.close();
  };
  const headOf = async (path: string) => {
    const { out } = await inProcess(['verify', '--data', path, '--tenant', tenant]);
    return / sound (\d+:[\da-f]{64})\n/.exec(out)?.[1] ?? '';
  };
  const exported = async (name: string) => {
    const file = at(name);
    const { code, errors } = await inProcess(['export', '--data', folder, '--tenant', tenant, '--out', file]);
    expect({ code, errors }).toMatchObject({ code: 0 });
    return file;
  };

  it('verify every tenant and print the heads to keep', async () => {
    const { code, out } = await lastmile(['verify', '--data', folder]);
    expect(code).toBe(0);
    const told = out.trimEnd().split('\n');
    expect(told.map((line) => line.split(' ').slice(0, 2))).toEqual(
      [tenant, other].toSorted().map((one) => [one, 'sound']),
    );
    for (const line of told) expect(line).toMatch(/ \d+:[\da-f]{64}$/);
  });

  it('prove nothing of a database without a tenant: a check of the wrong one must not stay green', async () => {
    const nobody = at('nobody');
    await (await openDatabase({ kind: 'folder', path: nobody })).close();
    const { code, out, errors } = await inProcess(['verify', '--data', nobody]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(errors).toContain('nothing was proven');
  });

  it('export, import elsewhere, and export the same again', async () => {
    const first = await exported('first.ndjson');
    const elsewhere = at('elsewhere');
    const { code, out } = await lastmile(['import', first, '--data', elsewhere]);
    expect(code).toBe(0);
    expect(out).toBe(`${tenant} imported ${await headOf(folder)}\n`);
    const second = at('second.ndjson');
    await lastmile(['export', '--data', elsewhere, '--out', second]);
    const entriesOf = (file: string) => readFileSync(file, 'utf8').replace(/"exportedAt":"[^"]*"/, '');
    expect(entriesOf(second)).toBe(entriesOf(first));
    expect((await lastmile(['import', first, '--data', elsewhere])).errors).toMatch(/tenant-not-empty/);
  });

  it('prove a file without a database, and name the line of one that does not hold', async () => {
    const file = await exported('whole.ndjson');
    expect(await lastmile(['import', '--check', file])).toMatchObject({
      code: 0,
      out: `${tenant} sound ${await headOf(folder)}\n`,
    });
    const lines = readFileSync(file, 'utf8').split('\n');
    const bad = at('tampered.ndjson');
    writeFileSync(bad, lines.map((line) => line.replace('Okafor', 'Okonkwo')).join('\n'));
    const { code, out, errors } = await inProcess(['import', '--check', bad]);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(errors).toMatch(/^Line 4: Entry 3 was changed after it was accepted\. \(changed-entry\)/);
  });

  it('notice a tail that was cut off with its head, and a past written anew, by a head that was kept', async () => {
    const cut = at('cut');
    cpSync(folder, cut, { recursive: true });
    const head = await headOf(cut);
    const kept = ['verify', '--data', cut, '--tenant', tenant, '--head', head];
    expect((await inProcess(kept)).code).toBe(0);
    expect(
      await inProcess([
        'verify',
        '--data',
        cut,
        '--tenant',
        tenant,
        '--head',
        head.replace(/.$/, (c) => (c === '0' ? '1' : '0')),
      ]),
    ).toMatchObject({
      code: 1,
      out: expect.stringMatching(/the past was written anew/) as string,
    });
    await behindOurBack(
      cut,
      `delete from ledger_entry where tenant = '${tenant}' and seq > 5;
      update ledger_head set seq = 5, hash = (select hash from ledger_entry where tenant = '${tenant}' and seq = 5) where tenant = '${tenant}';`,
    );
    const { code, out } = await inProcess(kept);
    expect(code).toBe(1);
    expect(out).toMatch(
      /DIFFERS: the ledger ends at entry 5, the head that was kept says \d+: its end was cut off/,
    );
  });

  it('rebuild what is not what the ledger gives, and say what it was', async () => {
    const bent = at('bent');
    cpSync(folder, bent, { recursive: true });
    await behindOurBack(
      bent,
      `update projection set status = 'red' where tenant = '${tenant}' and id = 'C1';`,
    );
    const verify = ['verify', '--data', bent, '--tenant', tenant];
    const words = /the projection of kpi C1 is not what the ledger gives \(status\)/;
    const verified = await inProcess(verify);
    expect(verified.code).toBe(1);
    expect(verified.out).toMatch(words);
    const rebuilt = await inProcess(['rebuild', '--data', bent]);
    expect(rebuilt.code).toBe(0);
    const [bentLine, soundLine] = [tenant, other].map((one) =>
      rebuilt.out.split('\n').find((line) => line.startsWith(one)),
    );
    expect(bentLine).toMatch(words);
    expect(soundLine).toMatch(/rebuilt \d+ rows from 18 entries; nothing had differed$/);
    expect((await inProcess(verify)).code).toBe(0);
  });

  it('rebuild nothing from a chain that does not hold', async () => {
    const broken = at('broken');
    cpSync(folder, broken, { recursive: true });
    await behindOurBack(broken, `delete from ledger_entry where tenant = '${tenant}' and seq = 3;`);
    expect(await inProcess(['rebuild', '--data', broken, '--tenant', tenant])).toMatchObject({
      code: 1,
      out: `${tenant} NOT REBUILT: entry 3 is missing\n`,
    });
  });

  it('export no ledger that does not hold', async () => {
    const hurt = at('hurt');
    cpSync(folder, hurt, { recursive: true });
    await behindOurBack(hurt, `delete from ledger_entry where tenant = '${tenant}' and seq = 3;`);
    const verified = await inProcess(['verify', '--data', hurt, '--tenant', tenant]);
    expect(verified).toMatchObject({ code: 1, out: `${tenant} DIFFERS: entry 3 is missing\n` });
    const backup = at('hurt.ndjson');
    const { code, errors } = await inProcess(['export', '--data', hurt, '--tenant', tenant, '--out', backup]);
    expect(code).toBe(1);
    expect(errors).toMatch(/entry 3 is missing/);
    expect(existsSync(backup) || existsSync(`${backup}.part`)).toBe(false);
  });

  it('say in a sentence that the API is running', async () => {
    const holder = await openDatabase({ kind: 'folder', path: folder });
    const { code, out, errors } = await lastmile(['verify', '--data', folder]);
    await holder.close();
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(errors).toMatch(/^The data folder .* is in use by another Lastmile process\. .*\n$/);
  });

  it.each([
    ['no folder', () => ['verify', '--data', at('nowhere')], /There is no Lastmile data in “.*nowhere”/],
    ['two places', () => ['verify', '--data', 'a', '--database', 'postgres://b'], /not both/],
    ['a folder as address', () => ['verify', '--database', 'folder'], /must begin with postgres:/],
    [
      'a server that is not there',
      () => ['verify', '--database', 'postgres://u:secret@127.0.0.1:1/x'],
      /cannot be opened: /,
    ],
    ['a head that is none', () => ['verify', '--head', 'x'], /“x” is no head/],
    ['an unknown tenant', () => ['verify', '--data', folder, '--tenant', 'x'], /no tenant “x”/],
    [
      'a tenant that was not chosen',
      () => ['export', '--data', folder, '--out', at('x')],
      /Choose one with --tenant/,
    ],
    ['no way out', () => ['export', '--data', folder], /--out FILE/],
    [
      'a file that is there',
      () => ['export', '--data', folder, '--tenant', tenant, '--out', home],
      /is there already/,
    ],
    ['a file that is not there', () => ['import', at('nothing')], /cannot be read/],
    ['an option nobody knows', () => ['import', '--colour'], /usage: lastmile import FILE/],
  ])('exit 2 with a sentence for %s', async (_, args, words) => {
    const { code, out, errors } = await inProcess(args());
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(errors).toMatch(words);
    expect(errors).not.toMatch(/secret|\n\s+at /);
  });
});
