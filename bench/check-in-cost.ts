import { randomUUID } from 'node:crypto';
import { createApi } from '../src/api/api.ts';
import { type DatabaseChoice, openDatabase } from '../src/api/database/open-database.ts';
import { importTenant } from '../src/api/import-story.ts';
import { PATHS } from '../src/contract/paths.ts';
import { ok } from '../src/domain/result.ts';
import { instantAt } from '../src/domain/zoned-time.ts';
import { CONFIG } from './check-ins.ts';
import { type Row, median } from './measure.ts';
import { OWNER, ZONE, day, portfolioOf } from './portfolio.ts';

const TENANT = '11111111-1111-4111-8111-111111111111';
/** Day 39 is a Friday: all plans run since day 0. */
const TODAY = 39;
const ROUNDS = 25;

/**
 * One check-in in a tenant of so many KPIs, through the API without a socket: processor time of our process, garbage
 * collection included. Stored, and as a dry run, which judges and answers but writes nothing.
 */
export async function checkInCost(count: number, choice: DatabaseChoice): Promise<readonly Row[]> {
  const portfolio = portfolioOf(count, 0);
  const clock = { at: instantAt(day(TODAY), 540, ZONE) };
  const api = await createApi({
    config: { ...CONFIG, tenants: [TENANT] },
    overrides: {
      database: await openDatabase(choice),
      clock: { now: () => clock.at },
      log: { write: () => undefined },
      tokenCheck: async () => ok({ tid: TENANT, oid: OWNER, name: OWNER, roles: [] }),
    },
  });
  const accounts = new Map([[OWNER, { oid: OWNER, mail: 'owner@contoso.example' }]]);
  await importTenant(api.context, { tenant: TENANT, name: 'Contoso', portfolio, accounts });
  const ask = async (path: string, body?: object): Promise<number> => {
    const before = process.cpuUsage();
    const response = await api.fetch(
      new Request(`https://lastmile.example${path}`, {
        ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
        headers: { authorization: 'Bearer x', 'content-type': 'application/json' },
      }),
    );
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    const text = await response.text();
    if (body && !text.includes('"outcome":"accepted"')) throw new Error(text);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  const report = async (n: number, dryRun: boolean): Promise<number> => {
    clock.at += 1000;
    const kpi = portfolio.kpis[(n * 7919) % count]?.id;
    const lines = [{ ref: 'R', id: randomUUID(), kpi, date: day(TODAY), value: n % 7 === 0 ? 30 : 66 }];
    return await ask(PATHS.submitCheckIns.path, { lines, dryRun });
  };
  const read = async (): Promise<number> => {
    clock.at += 1000;
    return await ask(PATHS.readPortfolio.path);
  };
  const row = async (what: string, work: (n: number) => Promise<number>): Promise<Row> => {
    const times: number[] = [];
    for (let n = 0; n < ROUNDS; n += 1) times.push(await work(n));
    const name = `${what}, ${count.toLocaleString('en-US')} KPIs, ${choice.kind}`;
    return {
      what: name,
      ours: median(times.slice(5)),
      beside: null,
      besideWhat: 'processor time',
      unit: 'ms',
    };
  };
  const rows = [
    await row('one check-in stored', async (n) => await report(n, false)),
    await row('one check-in as a dry run', async (n) => await report(n + ROUNDS, true)),
    await row('portfolio read again', read),
  ];
  await api.close();
  return rows;
}
