import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { goalRows } from '../../../src/api/archive/goal-rows.ts';
import { importGoals } from '../../../src/api/archive/import-goals.ts';
import type { Database } from '../../../src/api/database/open-database.ts';
import { parseDelimited } from '../../../src/cli/read-workbook-csv.ts';
import { TENANT, type World, lendingWorld } from '../../support/api-world.ts';
import { DATABASES, emptyDatabase } from '../../support/databases.ts';

const HEAD =
  'OKR Reference,Title,OKR Type,Owner,Team,Parent OKR,Time period,Start date,End date,Metric type,Start value,Target value';
/** The template's own order is not kept: a child may stand above its parent. */
const LIST = `How to use this template,,,,,,,,,,,
${HEAD}
K-1,Loans granted,Key result,Dana Lindqvist,Product,O-1,Q2 2026,,,Number,10,200
O-1,Lend twice as much,Objective,erika@contoso.example,Executive,,Q2 2026,,,,,
P-1,Scoring model,Project,Sam Castellano,Risk,O-1,,2026-04-01,2026-06-15,,,
K-2,Answered in a day,Key result,Sam Castellano,Risk,P-1,,2026-04-01,2026-06-15,Percentage,20,90
`;

describe.each(DATABASES)('a goal list on $name', { timeout: 60_000 }, (of) => {
  let database: Database;
  let world: World;
  beforeEach(async () => {
    database = await emptyDatabase(of);
    world = await lendingWorld(database);
  }, 60_000);
  afterEach(() => database.close());

  const take = async (csv: string, dryRun = false) => {
    const rows = goalRows(parseDelimited(csv, 'OKRs'), '2026-03-02');
    if (!rows.ok) throw new Error(rows.error);
    const outcomes = await importGoals(world.api.context.tenants, {
      tenant: TENANT,
      rows: rows.value,
      dryRun,
    });
    return outcomes.map(({ row, outcome, says }) => `${row} ${outcome} ${says}`);
  };
  const read = async () => await world.api.context.tenants.read(TENANT);
  const portfolio = async () => (await read()).facts.portfolio;
  const named = <T extends { readonly name: string }>(list: readonly T[], name: string) =>
    list.find((one) => one.name === name);

  it('becomes objectives, initiatives and KPIs with owners, dates and targets', async () => {
    expect((await take(LIST)).map((line) => line.slice(0, 20))).toEqual([
      '3 created KPI. The s',
      '4 created objective;',
      '5 created initiative',
      '6 created KPI. The s',
    ]);
    const { objectives, initiatives, kpis } = await portfolio();
    const objective = named(objectives, 'Lend twice as much');
    expect(objective).toMatchObject({ owner: 'erika', due: '2026-06-30' });
    const carrier = named(initiatives, 'Lend twice as much');
    expect(carrier).toMatchObject({ objective: objective?.id, owner: 'erika', function: 'Product' });
    const project = named(initiatives, 'Scoring model');
    expect(project).toMatchObject({ objective: objective?.id, owner: 'sam', function: 'Risk' });
    expect(named(kpis, 'Loans granted')).toMatchObject({
      owner: 'dana',
      initiative: carrier?.id,
      unit: 'Number',
      plan: { baseline: 10, target: 200, start: '2026-04-01', due: '2026-06-30' },
    });
    expect(named(kpis, 'Answered in a day')).toMatchObject({
      owner: 'sam',
      initiative: project?.id,
      unit: '%',
      plan: { baseline: 20, target: 90, due: '2026-06-15' },
    });
    expect((await world.api.context.tenants.verify(TENANT)).difference).toBeNull();
  });

  it('taken again changes nothing', async () => {
    await take(LIST);
    const { seq } = await read();
    expect((await take(LIST)).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      '3 known',
      '4 known',
      '5 known',
      '6 known',
    ]);
    expect((await read()).seq).toBe(seq);
  });

  it('taken dry judges alike and stores nothing', async () => {
    const { seq } = await read();
    const dry = await take(LIST, true);
    expect((await read()).seq).toBe(seq);
    expect(await take(LIST)).toEqual(dry);
  });

  it.each([
    [
      'an owner nobody knows',
      'O-9,A,Objective,Nobody,,,Q2 2026,,,,,',
      /“Nobody” is not a person.*\(unknown-owner\)/,
    ],
    ['no owner', 'O-9,A,Objective,,,,Q2 2026,,,,,', /\(no-owner\)/],
    ['an objective without an end', 'O-9,A,Objective,Sam Castellano,,,someday,,,,,', /\(no-due\)/],
    [
      'a parent that is not there',
      'K-9,A,Key result,Sam Castellano,,O-8,Q2 2026,,,,1,2',
      /“O-8” is not among/,
    ],
    [
      'a key result that hangs on nothing',
      'K-9,A,Key result,Sam Castellano,,,Q2 2026,,,,1,2',
      /\(no-parent\)/,
    ],
    ['a key result without a target', 'K-9,A,Key result,Sam Castellano,,O1,Q2 2026,,,,1,', /\(no-target\)/],
    [
      'a target that is no number',
      'K-9,A,Key result,Sam Castellano,,O1,Q2 2026,,,,1,many',
      /“many” in L2 is not a number.*\(not-a-number\)/,
    ],
    ['a date that is none', 'O-9,A,Objective,Sam Castellano,,,,,31 June,,,', /I2.*\(not-a-date\)/],
  ])('has a row refused for %s, by its reason', async (_, line, words) => {
    const { seq } = await read();
    const [told = ''] = await take(`${HEAD}\n${line}\n`);
    expect(told).toMatch(/^2 refused /);
    expect(told).toMatch(words);
    expect((await read()).seq).toBe(seq);
  });

  it('refuses what hangs on a refused row, and takes the rest', async () => {
    const told = await take(
      LIST.replace('Scoring model,Project,Sam Castellano', 'Scoring model,Project,Nobody'),
    );
    expect(told.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      '3 created',
      '4 created',
      '5 refused',
      '6 refused',
    ]);
    expect(named((await portfolio()).kpis, 'Answered in a day')).toBeUndefined();
  });

  it('refuses parents that hang on each other', async () => {
    const told = await take(
      `${HEAD}\nA,One,Objective,Sam Castellano,,B,Q2 2026,,,,,\nB,Two,Objective,Sam Castellano,,A,Q2 2026,,,,,\n`,
    );
    expect(told.map((line) => line.slice(0, 9))).toEqual(['2 refused', '3 refused']);
  });

  it('without headers is refused with a sentence', () => {
    expect(goalRows(parseDelimited('a,b\n1,2\n', 'Sheet1'), '2026-03-02')).toEqual({
      ok: false,
      error: '“Sheet1” has no row with the headers Title and Owner.',
    });
  });
});
