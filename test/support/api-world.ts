import { type Api, createApi } from '../../src/api/api.ts';
import { type Config, MICROSOFT_HOSTS } from '../../src/api/config.ts';
import type { Overrides } from '../../src/api/context.ts';
import type { Database } from '../../src/api/database/open-database.ts';
import { importTenant } from '../../src/api/import-story.ts';
import { PATHS, type RouteName } from '../../src/contract/paths.ts';
import type { Portfolio } from '../../src/domain/portfolio.ts';
import { err, ok } from '../../src/domain/result.ts';
import { instantAt } from '../../src/domain/zoned-time.ts';
import { FakeCalendar } from './fake-calendar.ts';
import { lendingPortfolio } from './lending.ts';

export const TENANT = '11111111-1111-4111-8111-111111111111';

/** A clock that moves only when told. */
export class FakeClock {
  #now: number;

  constructor(now: number) {
    this.#now = now;
  }

  now = (): number => this.#now;

  /** `2026-03-11T09:00`, Berlin time. */
  moveTo(local: string): void {
    this.#now = berlin(local);
  }
}

export function berlin(local: string): number {
  const [date = '', clock = '00:00'] = local.split('T');
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return instantAt(date, hours * 60 + minutes, 'Europe/Berlin');
}

export const TEST_CONFIG: Config = {
  host: '127.0.0.1',
  port: 0,
  database: { kind: 'memory' },
  clientId: '22222222-2222-4222-8222-222222222222',
  tenants: [TENANT],
  authorityOrigin: 'https://login.example',
  teamsAppId: '33333333-3333-4333-8333-333333333333',
  publicOrigin: 'https://lastmile.example',
  frameAncestors: MICROSOFT_HOSTS,
  trustedHostOrigins: [],
  webRoot: null,
  maxBodyBytes: 200_000,
  workEveryMs: 60_000,
  organiser: null,
};

export interface World {
  readonly api: Api;
  readonly clock: FakeClock;
  readonly calendar: FakeCalendar;
  /** A call as a person; the body travels as JSON. */
  readonly call: (person: string, name: RouteName, input?: CallInput) => Promise<Reply>;
}

export interface CallInput {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly key?: string;
  readonly tenant?: string;
}

export interface Reply {
  readonly status: number;
  // The tests look into answers of every route; a wrong field shows as undefined there.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
  readonly headers: Headers;
}

/** The lending portfolio, set up on its first morning; people sign in with `Bearer <tenant>/<person>`. */
export async function lendingWorld(
  database: Database,
  options: {
    readonly overrides?: Overrides;
    readonly portfolio?: Portfolio;
    readonly tenants?: readonly string[];
  } = {},
): Promise<World> {
  const clock = new FakeClock(berlin('2026-03-02T08:00'));
  const calendar = new FakeCalendar();
  const tenants = options.tenants ?? [TENANT];
  const api = await createApi({
    config: { ...TEST_CONFIG, tenants },
    overrides: {
      database,
      clock,
      calendar,
      log: { write: (level, event, facts) => level === 'error' && console.error(event, facts) },
      tokenCheck: async (authorization) => {
        const [tid, oid] = (authorization ?? '').replace('Bearer ', '').split('/');
        return tid && oid ? ok({ tid, oid, name: oid, roles: [] }) : err('token-missing');
      },
      ...options.overrides,
    },
  });
  const portfolio = options.portfolio ?? lendingPortfolio();
  for (const tenant of tenants) {
    const accounts = new Map(
      portfolio.people.map(({ id }) => [id, { oid: id, mail: `${id}@contoso.example` }]),
    );
    await importTenant(api.context, { tenant, name: 'Contoso', portfolio, accounts });
  }
  return { api, clock, calendar, call: callerOf(api) };
}

export function callerOf(api: Api): World['call'] {
  return async (person, name, input = {}) => {
    const { method, path } = PATHS[name];
    const address = path.replace(/\{(\w+)\}/g, (_, key: string) =>
      encodeURIComponent(input.params?.[key] ?? ''),
    );
    const query = new URLSearchParams(input.query);
    const response = await api.fetch(
      new Request(`https://lastmile.example${address}${query.size > 0 ? `?${query}` : ''}`, {
        method: method.toUpperCase(),
        headers: {
          authorization: `Bearer ${input.tenant ?? TENANT}/${person}`,
          'content-type': 'application/json',
          'accept-language': 'en-GB',
          ...(input.key === undefined ? {} : { 'idempotency-key': input.key }),
        },
        ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
      }),
    );
    return { status: response.status, body: await response.json(), headers: response.headers };
  };
}
