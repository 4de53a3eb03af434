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

const TENANT = '11111111-1111-4111-8111-111111111111';
const KPIS = 100;
/** Fridays, as day numbers. First everybody reports in one batch a week, then everybody alone, once. */
const BATCH_DAYS = [4, 11, 18, 25, 32, 39];
const SINGLE_DAYS = [46];
const ROUNDS = 3;

/** Check-ins through the API, each judged and chained, beside bare inserts of as many rows. */
export async function checkIns(name: string, choice: DatabaseChoice): Promise<readonly Row[]> {
  const rounds: Rates[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await oneRound(choice));
  const rate = (of: keyof Rates) => median(rounds.map((one) => one[of]));
  return [
    {
      what: `check-ins, one a request, ${name}`,
      ours: rate('singles'),
      beside: rate('plainSingles'),
      besideWhat: 'bare inserts, one row each, same connection',
      unit: 'per s',
    },
    {
      what: `check-ins, ${KPIS} a request, ${name}`,
      ours: rate('batched'),
      beside: rate('plainBatched'),
      besideWhat: `bare inserts, ${KPIS} rows each, same connection`,
      unit: 'per s',
    },
  ];
}

interface Rates {
  readonly singles: number;
  readonly batched: number;
  readonly plainSingles: number;
  readonly plainBatched: number;
}

async function oneRound(choice: DatabaseChoice): Promise<Rates> {
  const database = await openDatabase(choice);
  const world = await worldOn(database);
  try {
    const batches = BATCH_DAYS.map(linesOf);
    const singles = SINGLE_DAYS.flatMap((at) => linesOf(at).map((one) => [one]));
    return {
      batched: await rateOf(batches, async (lines) => await send(world, lines)),
      singles: await rateOf(singles, async (lines) => await send(world, lines)),
      ...(await plainRates(database, singles, batches)),
    };
  } finally {
    await world.api.close();
    await database.close();
  }
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
  readonly moveTo: (date: CivilDate) => void;
}

async function worldOn(database: Database): Promise<World> {
  const tenant = randomUUID();
  const clock = { at: instantAt(day(0), 480, ZONE) };
  const api = await createApi({
    config: CONFIG,
    overrides: {
      database,
      clock: { now: () => clock.at },
      log: { write: () => undefined },
      tokenCheck: async () => ok({ tid: tenant, oid: OWNER, name: OWNER, roles: [] }),
    },
  });
  const accounts = new Map([[OWNER, { oid: OWNER, mail: 'owner@contoso.example' }]]);
  await importTenant(api.context, { tenant, name: 'Contoso', portfolio: PORTFOLIO, accounts });
  return { api, moveTo: (date) => void (clock.at = instantAt(date, 600, ZONE)) };
}

const CONFIG: Config = {
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

async function send({ api, moveTo }: World, lines: readonly Line[]): Promise<void> {
  moveTo(lines[0]?.date ?? day(0));
  const response = await api.fetch(
    new Request(`https://lastmile.example${PATHS.submitCheckIns.path}`, {
      method: 'POST',
      headers: { authorization: 'Bearer bench', 'content-type': 'application/json' },
      body: JSON.stringify({ lines }),
    }),
  );
  const { outcomes = [] } = (await response.json()) as { outcomes?: readonly { outcome: string }[] };
  const accepted = outcomes.filter(({ outcome }) => outcome === 'accepted').length;
  if (accepted !== lines.length) throw new Error(`${response.status}: ${JSON.stringify(outcomes[0])}`);
}

async function plainRates(
  { kysely }: Database,
  singles: readonly (readonly Line[])[],
  batches: readonly (readonly Line[])[],
): Promise<Pick<Rates, 'plainSingles' | 'plainBatched'>> {
  await sql`create table bench_plain (id uuid primary key, kpi text, date date, value float8)`.execute(
    kysely,
  );
  const insert = async (lines: readonly Line[]) => {
    const rows = lines.map(
      ({ id, kpi, date, value }) => sql`(${id}::uuid, ${kpi}, ${date}::date, ${value}::float8)`,
    );
    await sql`insert into bench_plain values ${sql.join(rows)}`.execute(kysely);
  };
  const plainSingles = await rateOf(singles, insert);
  const plainBatched = await rateOf(batches, insert);
  await sql`drop table bench_plain`.execute(kysely);
  return { plainSingles, plainBatched };
}
