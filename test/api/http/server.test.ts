import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, createApi } from '../../../src/api/api.ts';
import type { Database } from '../../../src/api/database/open-database.ts';
import { PATHS } from '../../../src/contract/paths.ts';
import { err } from '../../../src/domain/result.ts';
import { TENANT, TEST_CONFIG, type World, lendingWorld } from '../../support/api-world.ts';
import { DATABASES, emptyDatabase } from '../../support/databases.ts';

const PGLITE = DATABASES[0] as (typeof DATABASES)[number];
const LINE = {
  ref: 'B7',
  id: '7d9f9a36-60a3-4a64-9d2c-0f6f4f0c2a11',
  kpi: 'C1',
  date: '2026-03-02',
  value: 1,
};

describe('the server', { timeout: 60_000 }, () => {
  let database: Database;
  let world: World;
  beforeAll(async () => {
    database = await emptyDatabase(PGLITE);
    world = await lendingWorld(database);
  }, 60_000);
  afterAll(() => database.close());
  const fetch = (path: string, init?: RequestInit) =>
    world.api.fetch(new Request(`https://lastmile.example${path}`, init));
  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch('/api/check-ins', {
      method: 'POST',
      headers: { authorization: `Bearer ${TENANT}/sam`, 'content-type': 'application/json', ...headers },
      body,
    });

  it.each(Object.entries(PATHS).filter(([name]) => name !== 'readClientConfig'))(
    'tells nobody anything without a token: %s',
    async (_, { method, path }) => {
      const response = await fetch(path.replaceAll(/\{\w+\}/g, 'C1'), { method: method.toUpperCase() });
      expect(response.status).toBe(401);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(await response.json()).toEqual({
        type: 'urn:lastmile:problem:token-missing',
        title: 'Sign in first',
        status: 401,
        code: 'token-missing',
      });
    },
  );

  it('says how to sign in to anybody', async () => {
    const response = await fetch('/api/client-config');
    expect(await response.json()).toMatchObject({ authority: `https://login.example/${TENANT}` });
  });

  it('refuses a proven account that is nobody of ours', async () => {
    const { status, body } = await world.call('stranger', 'readMe');
    expect([status, body.code]).toEqual([403, 'not-allowed']);
  });

  it.each([
    ['no JSON', '{', {}, 'request-invalid'],
    ['half a surrogate pair for a name', '{"\\ud800":1,"lines":[]}', {}, 'request-invalid'],
    ['another type', JSON.stringify({ lines: [LINE] }), { 'content-type': 'text/plain' }, 'request-invalid'],
    ['no lines', JSON.stringify({ lines: [] }), {}, 'request-invalid'],
    ['a list', '[]', {}, 'request-invalid'],
    ['nothing', '', {}, 'request-invalid'],
    ['too much', JSON.stringify({ lines: [LINE], padding: 'x'.repeat(300_000) }), {}, 'body-too-large'],
    ['an impossible key', JSON.stringify({ lines: [LINE] }), { 'idempotency-key': 'a b' }, 'request-invalid'],
  ])('refuses %s', async (_, body, headers, code) => {
    const response = await post(body, headers);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ code });
  });

  it('names every fault by its path in the request', async () => {
    const body = { kind: 'hold', reason: '', reviewDate: '2026-02-30' };
    const answer = await world.call('ruth', 'recordDecision', { params: { recalibration: 'R' }, body });
    expect(answer.body.errors.map(({ at }: { at: string }) => at).sort()).toEqual([
      'commitDate',
      'reason',
      'reviewDate',
    ]);
  });

  it('refuses broken items of a batch by place and field, and lets the others through', async () => {
    const lines = [
      { ...LINE, value: 'eleven', date: '2026-02-30' },
      { ...LINE, id: 'no' },
      'not even a line',
      { ...LINE, id: 'e3a6a0f6-0a4b-4a3c-8e0c-000000000001', value: 1e308, ref: 7 },
      { ...LINE, id: 'e3a6a0f6-0a4b-4a3c-8e0c-000000000002', ref: 'good' },
    ];
    const { status, body } = await world.call('ada', 'submitCheckIns', { body: { lines, dryRun: true } });
    expect(status).toBe(200);
    const told = body.outcomes.map(
      ({ outcome, errors = [] }: { outcome: string; errors?: { at: string }[] }) => [
        outcome,
        ...errors.map(({ at }) => at).toSorted(),
      ],
    );
    expect(told).toEqual([
      ['refused', 'lines[0].date', 'lines[0].value'],
      ['refused', 'lines[1].id'],
      ['refused', 'lines[2]'],
      ['refused', 'lines[3].ref', 'lines[3].value'],
      ['accepted'],
    ]);
  });

  it('shows half a character as what cannot be read, and keeps the line', async () => {
    const one = { ...LINE, id: 'e3a6a0f6-0a4b-4a3c-8e0c-000000000003', ref: 'REF' };
    const response = await post(JSON.stringify({ dryRun: true, lines: [one] }).replace('REF', 'B\\ud83d'));
    expect((await response.json()).outcomes[0]).toMatchObject({ outcome: 'accepted', ref: 'B\ufffd' });
  });

  it.each([
    ['a moment to come', '2026-03-02T07:00:01Z', 400],
    ['the end of time', '9999-12-31T23:59:59Z', 400],
    ['now', '2026-03-02T07:00:00Z', 200],
    ['a moment before the tenant was', '1970-01-01T00:00:00Z', 200],
    ['no moment', 'yesterday', 400],
  ])('answers a view as of %s', async (_, asOf, status) => {
    for (const name of ['readPortfolio', 'readWaiting', 'readPricing', 'readRecalibrations'] as const) {
      expect((await world.call('sam', name, { query: { asOf } })).status).toBe(status);
    }
  });

  it('numbers a fault by itself, whatever number the caller sends', async () => {
    const { headers } = await fetch('/healthz', { headers: { 'x-request-id': 'chosen' } });
    expect(headers.get('x-request-id')).toBeNull();
  });

  it('answers the same key with the same answer, and another body with a conflict', async () => {
    const send = (value: number) =>
      world.call('sam', 'submitCheckIns', { key: 'send-1', body: { lines: [{ ...LINE, value }] } });
    const [first, second] = await Promise.all([send(1), send(1)]);
    expect(first?.body.outcomes[0].outcome).toBe('accepted');
    expect(second?.body).toEqual(first?.body);
    expect((await send(2)).body.code).toBe('idempotency-conflict');
    const other = await world.call('ada', 'submitCheckIns', { key: 'send-1', body: { lines: [LINE] } });
    expect(other.body.outcomes[0].outcome).toBe('repeated');
  });

  it('says "not found" alike for what is unknown and what was never there', async () => {
    expect((await world.call('sam', 'readKpi', { params: { kpi: 'nothing' } })).body.code).toBe('not-found');
    expect(await (await fetch('/api/secret')).json()).toMatchObject({ code: 'not-found' });
    expect((await fetch('/../../etc/passwd')).status).toBe(404);
  });

  it('guards every answer', async () => {
    const { headers } = await fetch('/healthz');
    expect(headers.get('content-security-policy')).toMatch(
      /frame-ancestors 'self' https:\/\/teams.microsoft.com /,
    );
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toContain('max-age');
  });

  it('describes itself: every route, in OpenAPI 3.1 and on a page that loads nothing', async () => {
    const document = await (await fetch('/openapi.json')).json();
    expect(document.openapi).toBe('3.1.0');
    const operations = Object.values(document.paths as object).flatMap((path: object) => Object.values(path));
    expect(operations.map(({ operationId }: { operationId: string }) => operationId).sort()).toEqual(
      Object.keys(PATHS).sort(),
    );
    expect(Object.keys(document.paths['/api/client-config'].get.responses)).toEqual(['200', '500']);
    const refusals = document.paths['/api/recalibrations/{recalibration}/decision'].post.responses;
    expect(refusals['409'].description).toBe('already-decided, idempotency-conflict');
    expect(Object.keys(refusals).join()).toBe('200,400,401,403,404,409,413,422,500,503');
    expect(JSON.stringify(document)).not.toMatch(/"pattern":"[^"]*\/u"/);
    const page = await (await fetch('/api/docs')).text();
    for (const name of Object.keys(PATHS)) expect(page).toContain(`id="${name}"`);
    expect(page).not.toMatch(/<script|src=|https?:\/\//);
    expect(page).toContain('<code>422</code> decision-refused');
  });

  it('is ready while the database answers', async () => {
    expect((await fetch('/readyz')).status).toBe(200);
  });
});

describe('a fault of ours', { timeout: 60_000 }, () => {
  it('tells the caller a number and the log the rest', async () => {
    const database = await emptyDatabase(PGLITE);
    const logged: unknown[] = [];
    const api = await createApi({
      config: TEST_CONFIG,
      overrides: {
        database,
        tokenCheck: () => Promise.reject(new Error('secret detail of table person')),
        log: { write: (_level, event, facts) => logged.push({ event, ...facts }) },
      },
    });
    const response = await api.fetch(new Request('https://lastmile.example/api/me'));
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).not.toContain('secret');
    const { instance } = JSON.parse(text) as { instance: string };
    expect(instance).toMatch(/^[0-9a-f]{4}-[0-9a-f]{4}$/);
    expect(logged).toEqual([
      expect.objectContaining({
        event: 'request-failed',
        instance,
        error: expect.stringContaining('secret detail'),
      }),
    ]);
    await database.close();
  }, 60_000);

  it('is "keys unreachable" when sign-in cannot be checked', async () => {
    const database = await emptyDatabase(PGLITE);
    const tokenCheck = async () => err('keys-unreachable' as const);
    const api = await createApi({ config: TEST_CONFIG, overrides: { database, tokenCheck } });
    const response = await api.fetch(new Request('https://lastmile.example/api/me'));
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5']);
    await database.close();
  }, 60_000);
});

describe('the built pages', { timeout: 60_000 }, () => {
  let api: Api;
  let database: Database;
  let root: string;
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'lastmile-web-'));
    mkdirSync(join(root, 'web/tab'), { recursive: true });
    mkdirSync(join(root, 'web/excel-addin'));
    mkdirSync(join(root, 'web/assets'));
    writeFileSync(join(root, 'web/tab/index.html'), '<title>tab</title>');
    writeFileSync(join(root, 'web/excel-addin/index.html'), '<title>pane</title>');
    writeFileSync(join(root, 'web/assets/index-Dk3f_9a1.js'), '1');
    writeFileSync(join(root, 'secret.txt'), 'secret');
    database = await emptyDatabase(PGLITE);
    api = await createApi({
      config: { ...TEST_CONFIG, webRoot: join(root, 'web') },
      overrides: { database },
    });
  }, 60_000);
  afterAll(async () => {
    await database.close();
    rmSync(root, { recursive: true });
  });
  const get = (path: string, headers: Record<string, string> = {}) =>
    api.fetch(new Request(`https://lastmile.example${path}`, { headers }));

  it.each([
    ['/tab', 'tab'],
    ['/tab/kpis/C1', 'tab'],
    ['/excel-addin/taskpane.html', 'pane'],
    ['/excel-addin/', 'pane'],
  ])('serves %s, to be asked for anew each time', async (path, title) => {
    const response = await get(path);
    expect(await response.text()).toContain(title);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    const again = await get(path, { 'if-none-match': response.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
  });

  it('lets what carries its hash be kept for ever', async () => {
    expect((await get('/assets/index-Dk3f_9a1.js')).headers.get('cache-control')).toContain('immutable');
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/tab/..%2f..%2f..%2fsecret.txt',
    '/assets/%00',
  ])('serves nothing outside its folder: %s', async (path) => {
    expect(await (await get(path)).text()).not.toContain('secret');
  });
});
