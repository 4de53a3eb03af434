import { gunzipSync } from 'node:zlib';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../../src/contract/client.ts';
import type { Database } from '../../../src/api/database/open-database.ts';
import { TENANT, type World, lendingWorld } from '../../support/api-world.ts';
import { DATABASES, emptyDatabase } from '../../support/databases.ts';

const PGLITE = DATABASES[0] as (typeof DATABASES)[number];
const PORTFOLIO = '/api/portfolio';

describe('an answer that the asker has already', { timeout: 60_000 }, () => {
  let database: Database;
  let world: World;
  beforeAll(async () => {
    database = await emptyDatabase(PGLITE);
    world = await lendingWorld(database);
  }, 60_000);
  afterAll(() => database.close());
  const ask = async (
    tag: string | null = null,
    { person = 'ruth', path = PORTFOLIO, language = 'en-GB' } = {},
  ) => {
    const headers = { authorization: `Bearer ${TENANT}/${person}`, 'accept-language': language };
    return await world.api.fetch(
      new Request(`https://lastmile.example${path}`, {
        headers: tag === null ? headers : { ...headers, 'if-none-match': tag },
      }),
    );
  };
  const tagNow = async (): Promise<string> => (await ask()).headers.get('etag') ?? '';
  const report = async (value: number, date: string) => {
    const lines = [{ ref: 'x', id: randomUUID(), kpi: 'C1', date, value }];
    const { body } = await world.call('sam', 'submitCheckIns', { body: { lines } });
    expect(body.outcomes[0].outcome).toBe('accepted');
  };

  it('is not sent again: only the moment at which it still stands', async () => {
    const tag = await tagNow();
    world.clock.moveTo('2026-03-02T08:30');
    const again = await ask(tag);
    expect([again.status, await again.text()]).toEqual([304, '']);
    // 08:30 in Berlin's winter is 07:30 UTC.
    expect(again.headers.get('lastmile-as-of')).toBe('2026-03-02T07:30:00.000Z');
    expect((await ask(`"other", ${tag}`)).status).toBe(304);
  });

  it.each([
    ['another reader', { person: 'sam' }],
    ['another language', { language: 'de-DE' }],
    ['another route', { path: '/api/pricing' }],
    ['a past moment', { path: `${PORTFOLIO}?asOf=2026-03-02T07:00:00Z` }],
  ])('is no answer for %s', async (_, other) => {
    expect((await ask(await tagNow(), other)).status).toBe(200);
  });

  it('needs a token all the same', async () => {
    expect((await ask(await tagNow(), { person: '' })).status).toBe(401);
  });

  it('is sent anew after a check-in', async () => {
    const tag = await tagNow();
    await report(1, '2026-03-02');
    expect((await ask(tag)).status).toBe(200);
  });

  it('never differs from what would be sent, however much time passes', async () => {
    const looks: { readonly tag: string; readonly text: string }[] = [];
    for (let hour = 0; hour < 24 * 24; hour += 5) {
      const day = String(3 + Math.floor(hour / 24)).padStart(2, '0');
      world.clock.moveTo(`2026-03-${day}T${String(hour % 24).padStart(2, '0')}:07`);
      const response = await ask();
      const { asOf: _, ...body } = (await response.json()) as { asOf: string };
      looks.push({ tag: response.headers.get('etag') ?? '', text: JSON.stringify(body) });
    }
    const alike = looks.filter(({ tag }, index) => looks[index - 1]?.tag === tag);
    expect(alike.filter((look) => looks[looks.indexOf(look) - 1]?.text !== look.text)).toEqual([]);
    // 24 days of about five looks each: most within a day, at least one a day anew.
    expect(alike.length).toBeGreaterThan(40);
    expect(looks.length - alike.length).toBeGreaterThanOrEqual(24);
  });

  it('is kept by the client, which asks whether it still stands', async () => {
    const statuses: number[] = [];
    const client = createClient({
      origin: 'https://lastmile.example',
      token: async () => `${TENANT}/ruth`,
      locale: 'en-GB',
      fetch: async (...request) => {
        const response = await world.api.fetch(new Request(...request));
        statuses.push(response.status);
        return response;
      },
    });
    const look = async () => {
      const result = await client('readPortfolio', { query: {} });
      if (!result.ok) throw new Error(result.error.kind);
      return result.value;
    };
    world.clock.moveTo('2026-03-28T09:00');
    const first = await look();
    world.clock.moveTo('2026-03-28T09:01');
    const second = await look();
    expect(statuses).toEqual([200, 304]);
    expect(second.rows).toBe(first.rows);
    expect([first.asOf, second.asOf]).toEqual(['2026-03-28T08:00:00.000Z', '2026-03-28T08:01:00.000Z']);
    await report(9, '2026-03-28');
    const third = await look();
    expect(statuses.at(-1)).toBe(200);
    expect(third.rows).not.toEqual(first.rows);
  });

  it('travels packed where the asker takes it', async () => {
    const response = await world.api.fetch(
      new Request(`https://lastmile.example${PORTFOLIO}`, {
        headers: { authorization: `Bearer ${TENANT}/ruth`, 'accept-encoding': 'gzip' },
      }),
    );
    expect(response.headers.get('content-encoding')).toBe('gzip');
    const text = gunzipSync(Buffer.from(await response.arrayBuffer())).toString();
    expect(JSON.parse(text)).toEqual(await (await ask()).json());
  });
});
