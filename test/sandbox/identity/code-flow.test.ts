import { decodeJwt } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { oidOf } from '../../../sandbox/directory.ts';
import type { Identity } from '../../../sandbox/identity/identity.ts';
import { API_SCOPE, CodeFlow, directory, fragment, movableClock, newIdentity } from './world.ts';

interface Tokens {
  readonly access_token: string;
  readonly id_token: string;
  readonly client_info: string;
  readonly refresh_token?: string;
  readonly scope: string;
}

let identity: Identity;
beforeAll(() => {
  identity = newIdentity();
});

async function refusal(answer: Response): Promise<{ status: number; code: number }> {
  const body = (await answer.json()) as { error_codes: readonly number[] };
  return { status: answer.status, code: body.error_codes[0] ?? 0 };
}

describe('signing in with a plain browser', () => {
  it('shows a page with every person and escapes their names', async () => {
    const page = await new CodeFlow(identity).authorize();
    const text = await page.text();
    expect(page.status).toBe(200);
    for (const person of directory.people) expect(text).toContain(`id="${person.id}"`);
    expect(text).toContain('Ruth &quot;&lt;b&gt;&quot; Adeyemi');
  });

  it('gives tokens with the claims an Entra v2 token carries', async () => {
    const flow = new CodeFlow(identity);
    const answer = await flow.token({ code: await flow.code('dana') });
    const tokens = (await answer.json()) as Tokens;
    expect(decodeJwt(tokens.access_token)).toMatchObject({
      iss: `${identity.authority}/v2.0`,
      aud: directory.apiClientId,
      azp: directory.apiClientId,
      tid: directory.tenantId,
      oid: oidOf('dana'),
      scp: 'access_as_user',
      ver: '2.0',
      roles: ['Manager'],
      preferred_username: 'dana@contoso.example',
      name: 'Dana Lindqvist',
    });
    expect(decodeJwt(tokens.id_token)).toMatchObject({ nonce: 'nonce-1', oid: oidOf('dana') });
    expect(decodeJwt(tokens.id_token)).not.toHaveProperty('scp');
    expect(tokens.scope.split(' ')).toContain(API_SCOPE);
    expect(JSON.parse(Buffer.from(tokens.client_info, 'base64url').toString())).toEqual({
      uid: oidOf('dana'),
      utid: directory.tenantId,
    });
  });

  it('renews tokens with the refresh token', async () => {
    const flow = new CodeFlow(identity);
    const first = (await (await flow.token({ code: await flow.code('sam') })).json()) as Tokens;
    const renewed = await flow.token({ grant_type: 'refresh_token', refresh_token: first.refresh_token });
    expect(decodeJwt(((await renewed.json()) as Tokens).access_token).oid).toBe(oidOf('sam'));
  });

  it('gives no refresh token unless offline access was asked for', async () => {
    const flow = new CodeFlow(identity);
    const answer = await flow.token({ code: await flow.code('dana'), scope: `openid ${API_SCOPE}` });
    expect(await answer.json()).not.toHaveProperty('refresh_token');
  });

  it('takes a code once', async () => {
    const flow = new CodeFlow(identity);
    const code = await flow.code('dana');
    expect((await flow.token({ code })).status).toBe(200);
    expect(await refusal(await flow.token({ code }))).toEqual({ status: 400, code: 70008 });
  });

  it('burns a code on the first wrong attempt', async () => {
    const flow = new CodeFlow(identity);
    const code = await flow.code('dana');
    expect(await refusal(await flow.token({ code, code_verifier: 'guess' }))).toEqual({
      status: 400,
      code: 501481,
    });
    expect(await refusal(await flow.token({ code }))).toEqual({ status: 400, code: 70008 });
  });

  it('lets a code and a refresh token expire in wall time', async () => {
    const clock = movableClock();
    const flow = new CodeFlow(newIdentity(clock));
    const stale = await flow.code('dana');
    clock.advance(601);
    expect(await refusal(await flow.token({ code: stale }))).toEqual({ status: 400, code: 70008 });
    const tokens = (await (await flow.token({ code: await flow.code('dana') })).json()) as Tokens;
    clock.advance(24 * 3600 + 1);
    const renewal = await flow.token({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token });
    expect(await refusal(renewal)).toEqual({ status: 400, code: 700084 });
  });

  it.each([
    ['no Origin header', {}, {}, 9002327],
    ['an origin that is not registered', {}, { origin: 'https://evil.example' }, 9002326],
    ['an unknown client', { client_id: 'nobody' }, undefined, 700016],
    ['a daemon', { client_id: directory.graphClient.clientId }, undefined, 700025],
    [
      'another redirect URI than the code was issued for',
      { redirect_uri: 'https://localhost:8443/x' },
      undefined,
      700005,
    ],
    ['a scope the API does not expose', { scope: 'api://other/read' }, undefined, 70011],
    ['an unknown grant', { grant_type: 'password' }, undefined, 70003],
  ] as const)('refuses to redeem for %s', async (_why, changes, headers, code) => {
    const flow = new CodeFlow(identity);
    const answer = await flow.token({ code: await flow.code('dana'), ...changes }, headers);
    expect(await refusal(answer)).toEqual({ status: 400, code });
  });
});

describe('the authorize endpoint', () => {
  it.each([
    ['an unregistered redirect URI', { redirect_uri: 'https://evil.example/' }],
    [
      'a redirect URI that only begins like a registered one',
      { redirect_uri: 'https://localhost:8443/auth-redirect.html/../x' },
    ],
    ['a broker redirect URI', { redirect_uri: 'brk-multihub://localhost:8443' }],
    ['an unknown client', { client_id: 'nobody' }],
  ])('refuses %s in place, without redirecting', async (_why, changes) => {
    const answer = await new CodeFlow(identity).authorize(changes);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('location')).toBeNull();
  });

  it.each([
    ['no code challenge', { code_challenge: undefined }],
    ['a plain code challenge', { code_challenge_method: 'plain' }],
    ['the implicit flow', { response_type: 'token' }],
  ])('sends %s back as invalid_request with the state', async (_why, changes) => {
    const back = fragment(await new CodeFlow(identity).authorize(changes));
    expect(back.get('error')).toBe('invalid_request');
    expect(back.get('state')).toBe('state-1');
  });

  it('answers login_required to a silent request without a session', async () => {
    const back = fragment(await new CodeFlow(identity).authorize({ prompt: 'none' }));
    expect(back.get('error')).toBe('login_required');
  });

  it('signs in silently within a session, unless another account is hinted at', async () => {
    const flow = new CodeFlow(identity);
    const first = await flow.authorize({ sandbox_person: 'dana' });
    const cookie = (first.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const silent = fragment(await flow.authorize({ prompt: 'none' }, { cookie }));
    expect(silent.get('code')).toBeTruthy();
    const other = await flow.authorize({ prompt: 'none', login_hint: 'sam@contoso.example' }, { cookie });
    expect(fragment(other).get('error')).toBe('login_required');
    expect((await flow.authorize({ prompt: 'select_account' }, { cookie })).status).toBe(200);
  });

  it('ends the session on logout and redirects only to the sandbox', async () => {
    const url = `${identity.authority}/oauth2/v2.0/logout?post_logout_redirect_uri=`;
    const away = await identity.fetch(new Request(`${url}https://evil.example/`));
    expect(away.headers.get('location')).toBeNull();
    const home = await identity.fetch(new Request(`${url}https://localhost:8443/`));
    expect(home.headers.get('location')).toBe('https://localhost:8443/');
    expect(home.headers.get('set-cookie')).toMatch(/^sandbox_session=;.*Max-Age=0/);
  });
});
