import { brotliCompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { type Api, createApi } from '../src/api/api.ts';
import { openDatabase } from '../src/api/database/open-database.ts';
import { importTenant } from '../src/api/import-story.ts';
import { PATHS } from '../src/contract/paths.ts';
import type { Portfolio } from '../src/domain/portfolio.ts';
import { ok } from '../src/domain/result.ts';
import { instantAt } from '../src/domain/zoned-time.ts';
import { CONFIG } from './check-ins.ts';
import type { Row } from './measure.ts';
import { day, OWNER, portfolioOf, ZONE } from './portfolio.ts';

const TENANT = '11111111-1111-4111-8111-111111111111';
/** Plans start on day 0 to 28 and take 420 days: by day 45 all run, and a tenth is behind. */
const [LATEST_START, DURATION, TODAY] = [28, 420, 45];
const ROUNDS = 21;

/**
 * GET /api/portfolio through the API, without a socket: CPU time of the process, garbage collection, authentication and
 * compression included. Beside it: the same text made and packed once, with nothing worked out.
 */
export async function portfolioRead(count: number): Promise<readonly Row[]> {
  const portfolio = portfolioOf(count, LATEST_START, DURATION);
  const database = await openDatabase({ kind: 'memory' });
  const world = await worldOn(database, portfolio);
  await world.report(portfolio.kpis.map(({ id }, n) => ({ kpi: id, behind: n % 10 === 3 })));
  const first = await timed(async () => await world.read());
  const anew = await rounds(async (n) => {
    world.pass(1);
    return await timed(async () => await world.read(n));
  });
  const tag = (await world.read()).tag;
  const same = await rounds(async () => await timed(async () => await world.read(0, tag)));
  const after = await rounds(async (n) => {
    await world.report([{ kpi: `K${(n * 7919) % count}`, behind: n % 7 === 0 }]);
    return await timed(async () => await world.read());
  });
  const text = (await world.read()).text;
  const plain = await rounds(async () => await timed(async () => gzipSync(JSON.stringify(JSON.parse(text)))));
  await world.api.close();
  await database.close();
  const row = (what: string, ours: number, unit: Row['unit'], beside: number | null): Row => {
    const besideWhat = beside === null ? '' : 'the same text parsed, written and packed';
    return {
      what: `portfolio of ${count.toLocaleString('en-US')} KPIs, ${what}`,
      ours,
      beside,
      besideWhat,
      unit,
    };
  };
  const both = (what: string, times: readonly number[]): readonly Row[] => [
    row(`${what}, median`, share(times, 0.5), 'ms', share(plain, 0.5)),
    row(`${what}, p95`, share(times, 0.95), 'ms', share(plain, 0.95)),
  ];
  return [
    row('first read', first, 'ms', share(plain, 0.5)),
    ...both('read again a second later', anew),
    ...both('asked again with its tag', same),
    ...both('after one check-in', after),
    row('raw', Buffer.byteLength(text), 'bytes', null),
    row('gzip', gzipSync(text).length, 'bytes', null),
    row('brotli', brotliCompressSync(text).length, 'bytes', null),
  ];
}

interface Reading {
  readonly kpi: string;
  readonly behind: boolean;
}

async function worldOn(database: Awaited<ReturnType<typeof openDatabase>>, portfolio: Portfolio) {
  const clock = { at: instantAt(day(TODAY), 480, ZONE) };
  const api = await createApi({
    config: { ...CONFIG, tenants: [TENANT] },
    overrides: {
      database,
      clock: { now: () => clock.at },
      log: { write: () => undefined },
      tokenCheck: async () => ok({ tid: TENANT, oid: OWNER, name: OWNER, roles: [] }),
    },
  });
  const accounts = new Map([[OWNER, { oid: OWNER, mail: 'owner@contoso.example' }]]);
  await importTenant(api.context, { tenant: TENANT, name: 'Contoso', portfolio, accounts });
  const pass = (seconds: number): void => void (clock.at += seconds * 1000);
  const report = async (readings: readonly Reading[]): Promise<void> => {
    pass(1);
    await api.context.tenants.accept(TENANT, ({ now }) => ({
      drafts: readings.map((reading) => ({ actor: OWNER, event: reported(reading, now) })),
      result: null,
    }));
  };
  return { api, pass, report, read: async (_ = 0, tag?: string) => await read(api, tag) };
}

function reported({ kpi, behind }: Reading, at: number) {
  const value = behind ? 2 : 12;
  const checkIn = { id: `${kpi}-${at}`, kpi, at, date: day(TODAY), value };
  return { type: 'check-in-accepted', v: 1, data: { checkIn } } as const;
}

async function read(api: Api, tag?: string): Promise<{ text: string; tag: string }> {
  const response = await api.fetch(
    new Request(`https://lastmile.example${PATHS.readPortfolio.path}`, {
      headers: {
        authorization: 'Bearer x',
        'accept-encoding': 'gzip',
        ...(tag === undefined ? {} : { 'if-none-match': tag }),
      },
    }),
  );
  const body = Buffer.from(await response.arrayBuffer());
  const packed = response.headers.get('content-encoding') === 'gzip';
  return {
    text: (packed ? gunzipSync(body) : body).toString(),
    tag: response.headers.get('etag') ?? '',
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function rounds(work: (n: number) => Promise<number>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let n = 0; n < ROUNDS; n += 1) times.push(await work(n));
  return times.toSorted((a, b) => a - b);
}

function share(sorted: readonly number[], part: number): number {
  return sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
}
