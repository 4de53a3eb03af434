import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Api, createApi } from '../src/api/api.ts';
import type { Config } from '../src/api/config.ts';
import { type Database, type DatabaseChoice, openDatabase } from '../src/api/database/open-database.ts';
import { importTenant } from '../src/api/import-story.ts';
import { PATHS } from '../src/contract/paths.ts';
import type { CivilDate } from '../src/domain/civil-date.ts';
import { ok } from '../src/domain/result.ts';
import { instantAt } from '../src/domain/zoned-time.ts';
import { type Row, median, secondsOf } from './measure.ts';
import { day, OWNER, portfolioOf, ZONE } from './portfolio.ts';
import { type Payload, pgbenchRate, plainRate } from './statements.ts';

const TENANT = '11111111-1111-4111-8111-111111111111';
const KPIS = 100;
/** Fridays, as day numbers. First everybody reports in one batch a week, then everybody alone, once. */
const BATCH_DAYS = [4, 11, 18, 25, 32, 39];
const SENDERS = 16;
const ROUNDS = 3;

/** Check-ins through the API, each judged and chained, beside the same statements with the same texts alone. */
export async function checkIns(name: string, choice: DatabaseChoice): Promise<readonly Row[]> {
  const rounds: Rates[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await oneRound(choice));
  const rate = (of: keyof Rates) => median(rounds.map((one) => one[of]));
  const who = choice.kind === 'postgres' ? 'by pgbench' : 'without the product';
  const row = (what: string, ours: keyof Rates, beside: keyof Rates, unit: Row['unit']): Row => ({
    what: `check-ins, ${what}, ${name}`,
    ours: rate(ours),
    beside: rate(beside) || null,
    besideWhat: `the same statements ${who}, ${what}`,
    unit,
  });
  return [
    row('one a request, 1 sender', 'singles', 'plainSingles', 'per s'),
    row(`${KPIS} a request, 1 sender`, 'batched', 'plainBatched', 'per s'),
    row(`one a request, ${SENDERS} senders and tenants`, 'many', 'plainMany', 'per s'),
    row(`p99 of one a request, ${SENDERS} senders and tenants`, 'manyP99', 'plainManyP99', 'ms'),
    row(`one a request, ${SENDERS} senders, one tenant`, 'shared', 'plainMany', 'per s'),
    {
      what: `ledger, projection and indexes, growth by a check-in, ${name}`,
      ours: rate('bytes'),
      beside: null,
      besideWhat: '',
      unit: 'bytes',
    },
  ];
}

interface Rates {
  readonly singles: number;
  readonly batched: number;
  readonly many: number;
  readonly manyP99: number;
  readonly shared: number;
  readonly plainSingles: number;
  readonly plainBatched: number;
  readonly plainMany: number;
  readonly plainManyP99: number;
  readonly bytes: number;
}

async function oneRound(choice: DatabaseChoice): Promise<Rates> {
  const database = await openDatabase(choice);
  const api = await apiOn(database);
  const worlds: World[] = [];
  try {
    const first = await worldOn(api);
    for (let n = 0; n < SENDERS; n += 1) worlds.push(await worldOn(api));
    const many = await together(worlds, 4, EACH);
    const before = await sizeOf(database);
    const batched = await rateOf(BATCH_DAYS.map(linesOf), async (lines) => await send(first, lines));
    const singles = await rateOf(alone(46), async (lines) => await send(first, lines));
    const bytes = ((await sizeOf(database)) - before) / (KPIS * (BATCH_DAYS.length + 1));
    const shared = await together(
      Array.from({ length: SENDERS }, () => first),
      53,
      shareOf,
    );
    const plain = await plainRates(database, choice);
    return { batched, singles, bytes, many: many.rate, manyP99: many.p99, shared: shared.rate, ...plain };
  } finally {
    await api.api.close();
    await database.close();
  }
}

type Choose = (sender: number) => (kpi: number) => boolean;

/** Each for a tenant of its own: the first KPIs. In one tenant: every sender its share. */
const EACH = (): ((kpi: number) => boolean) => (kpi) => kpi < 25;
const shareOf: Choose = (sender) => (kpi) => kpi % SENDERS === sender;

/** All senders at once, one KPI a request, each request after the answer to the one before. */
async function together(
  worlds: readonly World[],
  at: number,
  choose: Choose,
): Promise<{ rate: number; p99: number }> {
  const times: number[] = [];
  const own = worlds.map((_, sender) => alone(at).filter((__, kpi) => choose(sender)(kpi)));
  const seconds = await secondsOf(() =>
    Promise.all(
      worlds.map(async (world, n) => {
        for (const lines of own[n] ?? []) times.push((await secondsOf(() => send(world, lines))) * 1000);
      }),
    ),
  );
  const sorted = times.toSorted((a, b) => a - b);
  return { rate: times.length / seconds, p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0 };
}

function alone(at: number): readonly (readonly Line[])[] {
  return linesOf(at).map((one) => [one]);
}

async function sizeOf({ kysely }: Database): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`select sum(pg_total_relation_size(c.oid))::bigint as bytes
    from pg_class c where c.relname in ('ledger_entry', 'projection', 'ledger_head', 'wake', 'job')`.execute(
    kysely,
  );
  return rows[0]?.bytes ?? 0;
}

async function rateOf(
  batches: readonly (readonly Line[])[],
  work: (lines: readonly Line[]) => Promise<void>,
): Promise<number> {
  const seconds = await secondsOf(async () => {
    for (const lines of batches) await work(lines);
  });
  return batches.flat().length / seconds;
}

interface Line {
  readonly ref: string;
  readonly id: string;
  readonly kpi: string;
  readonly date: string;
  readonly value: number;
}

const PORTFOLIO = portfolioOf(KPIS, 0);

/** Everybody's report of one Friday, on plan, so that no meeting is planned: the common case. */
function linesOf(at: number): readonly Line[] {
  const value = Math.round((100 * at) / 60);
  return PORTFOLIO.kpis.map(({ id }, n) => ({
    ref: `R${n}`,
    id: randomUUID(),
    kpi: id,
    date: day(at),
    value,
  }));
}

interface World {
  readonly api: Api;
  readonly tenant: string;
  readonly moveTo: (date: CivilDate) => void;
}

/** One API for all; the sender's tenant is the token. Its clock stands where the last reading was sent. */
async function apiOn(database: Database): Promise<Pick<World, 'api' | 'moveTo'>> {
  const clock = { at: instantAt(day(0), 480, ZONE) };
  const api = await createApi({
    config: CONFIG,
    overrides: {
      database,
      clock: { now: () => clock.at },
      log: { write: () => undefined },
      tokenCheck: async (token) =>
        ok({ tid: token?.slice('Bearer '.length) ?? '', oid: OWNER, name: OWNER, roles: [] }),
    },
  });
  return { api, moveTo: (date) => void (clock.at = Math.max(clock.at, instantAt(date, 600, ZONE))) };
}

async function worldOn({ api, moveTo }: Pick<World, 'api' | 'moveTo'>): Promise<World> {
  const tenant = randomUUID();
  const accounts = new Map([[OWNER, { oid: OWNER, mail: 'owner@contoso.example' }]]);
  await importTenant(api.context, { tenant, name: 'Contoso', portfolio: PORTFOLIO, accounts });
  return { api, tenant, moveTo };
}

export const CONFIG: Config = {
  host: '127.0.0.1',
  port: 0,
  database: { kind: 'memory' },
  clientId: TENANT,
  tenants: [TENANT],
  authorityOrigin: 'https://login.example',
  teamsAppId: TENANT,
  publicOrigin: 'https://lastmile.example',
  frameAncestors: [],
  trustedHostOrigins: [],
  webRoot: null,
  maxBodyBytes: 4_000_000,
  workEveryMs: 60_000,
  organiser: null,
};

async function send({ api, tenant, moveTo }: World, lines: readonly Line[]): Promise<void> {
  moveTo(lines[0]?.date ?? day(0));
  const response = await api.fetch(
    new Request(`https://lastmile.example${PATHS.submitCheckIns.path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${tenant}`, 'content-type': 'application/json' },
      body: JSON.stringify({ lines }),
    }),
  );
  const { outcomes = [] } = (await response.json()) as { outcomes?: readonly { outcome: string }[] };
  const accepted = outcomes.filter(({ outcome }) => outcome === 'accepted').length;
  if (accepted !== lines.length) throw new Error(`${response.status}: ${JSON.stringify(outcomes[0])}`);
}

/** The texts are those that the API has just written. */
async function plainRates({ kysely }: Database, choice: DatabaseChoice) {
  const { rows } = await sql<Payload>`select
    (select data from ledger_entry where type = 'check-in-accepted' limit 1) as entry,
    (select data from projection where kind = 'kpi' and data like '%"lastReading":{%' limit 1) as row`.execute(
    kysely,
  );
  const [payload] = rows;
  if (!payload) throw new Error('nothing was written');
  if (choice.kind !== 'postgres') {
    const plainSingles = await plainRate(kysely, payload, 1);
    const plainBatched = KPIS * (await plainRate(kysely, payload, KPIS));
    return { plainSingles, plainBatched, plainMany: plainSingles, plainManyP99: 0 };
  }
  const run = { url: choice.url, seconds: 4 };
  const one = await pgbenchRate(kysely, payload, { ...run, clients: 1, lines: 1 });
  const batch = await pgbenchRate(kysely, payload, { ...run, clients: 1, lines: KPIS });
  const many = await pgbenchRate(kysely, payload, { ...run, clients: SENDERS, lines: 1 });
  return {
    plainSingles: one.rate,
    plainBatched: KPIS * batch.rate,
    plainMany: many.rate,
    plainManyP99: many.p99,
  };
}
