import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillFolder, inProcess } from '../support/folder-data.ts';

describe('lists of KPIs and goals from the command line', { timeout: 120_000 }, () => {
  let home: string;
  const tenant = randomUUID();
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'lastmile-sheet-'));
    await fillFolder(join(home, 'data'), [tenant]);
  }, 120_000);
  afterAll(() => rmSync(home, { recursive: true, force: true }), 60_000);

  const run = async (command: string, csv: string, ...more: readonly string[]) => {
    const file = join(home, `${randomUUID()}.csv`);
    writeFileSync(file, csv);
    return await inProcess([command, file, '--data', join(home, 'data'), ...more]);
  };
  const head = async () => (await inProcess(['verify', '--data', join(home, 'data')])).out;
  const SHEET = `KPI,Owner,Unit,Start value,Target,Due
Letters answered,Sam Castellano,letters,0,40,2031-06-30
Cases closed,Nobody Known,cases,0,12,2031-06-30
Checks done,Dana Lindqvist,checks,0,lots,2031-06-30
`;

  it('take the KPIs of a sheet, tell each row, and know them the next time', async () => {
    const before = await head();
    const dry = await run('import-sheet', SHEET, '--initiative', 'I-audit', '--dry-run');
    expect(await head()).toBe(before);
    const { code, out } = await run('import-sheet', SHEET, '--initiative', 'I-audit');
    expect(code).toBe(1);
    expect(out).toBe(dry.out);
    expect(out).toMatch(/^row 2: created: /mu);
    expect(out).toMatch(/^row 3: refused: “Nobody Known” is not a person\..*\(unknown-owner\)$/mu);
    expect(out).toMatch(/^row 4: refused: “lots” in E4 is not a number\..*\(not-a-number\)$/mu);
    const stored = await head();
    expect(stored).not.toBe(before);
    const again = await run('import-sheet', SHEET, '--initiative', 'I-audit');
    expect(again.out).toMatch(/^row 2: linked: /mu);
    expect(await head()).toBe(stored);
  });

  it('take a goal list and tell each row', async () => {
    const list = `Title,Owner,OKR Reference,Parent OKR,End date,Target value
Lend more,Erika Brandt,O-1,,2031-06-30,
Loans granted,Dana Lindqvist,K-1,O-1,2031-06-30,200
Nothing,Nobody Known,K-2,O-1,2031-06-30,200
`;
    const { code, out, errors } = await run('import-goals', list);
    expect(code).toBe(1);
    expect(out.split('\n').map((line) => line.slice(0, 16))).toEqual([
      'row 2: created “',
      'row 3: created “',
      'row 4: refused “',
      '',
    ]);
    expect(errors).toMatch(/^2 created, 0 known, 1 refused\./u);
    expect(await head()).toMatch(/ sound /u);
  });

  it.each([
    ['an initiative that is not there', 'import-sheet', SHEET, ['--initiative', 'X'], /no initiative “X”/],
    ['no initiative', 'import-sheet', SHEET, [], /usage: lastmile import-sheet/],
    ['a file without a table', 'import-sheet', 'hello\n', ['--initiative', 'I-audit'], /./],
    ['a list without headers', 'import-goals', 'a,b\n1,2\n', [], /no row with the headers Title and Owner/],
    ['an empty file', 'import-goals', '', [], /The file is empty/],
  ])('exit 2 with a sentence for %s', async (_, command, csv, more, words) => {
    const { code, out, errors } = await run(command, csv, ...more);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(errors).toMatch(words);
  });
});
