import { decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { oidOf } from '../../../sandbox/directory.ts';
import type { BrokerAnswer, BrokerRequest } from '../../../sandbox/identity/broker.ts';
import { API_SCOPE, ORIGIN, directory, newIdentity } from './world.ts';

const request: BrokerRequest = {
  clientId: directory.apiClientId,
  scope: `${API_SCOPE} openid profile offline_access`,
  personOid: oidOf('dana'),
  origin: ORIGIN,
  interactive: false,
};

function statusOf(answer: BrokerAnswer): string {
  return answer.ok ? 'ok' : answer.error.status;
}

describe('the broker of nested apps', () => {
  it('gives access token, id token and account but never a refresh token', async () => {
    const answer = await newIdentity().broker.getToken(request);
    if (!answer.ok) throw new Error(answer.error.description);
    expect(decodeJwt(answer.token.access_token)).toMatchObject({ oid: oidOf('dana'), scp: 'access_as_user' });
    expect(decodeJwt(answer.token.id_token).aud).toBe(directory.apiClientId);
    expect(answer.token).not.toHaveProperty('refresh_token');
    expect(answer.account).toEqual({
      homeAccountId: `${oidOf('dana')}.${directory.tenantId}`,
      environment: 'localhost:8443',
      tenantId: directory.tenantId,
      username: 'dana@contoso.example',
      localAccountId: oidOf('dana'),
      name: 'Dana Lindqvist',
    });
  });

  it.each<[string, Partial<BrokerRequest>, string]>([
    [
      'a frame whose origin has no brk-multihub registration',
      { origin: 'https://evil.example' },
      'PERSISTENT_ERROR',
    ],
    ['the right host on another port', { origin: 'https://localhost:9443' }, 'PERSISTENT_ERROR'],
    ['an unknown client', { clientId: 'nobody' }, 'PERSISTENT_ERROR'],
    ['a daemon', { clientId: directory.graphClient.clientId }, 'PERSISTENT_ERROR'],
    ['a scope the API does not expose', { scope: 'api://x/y' }, 'PERSISTENT_ERROR'],
    ['a person who is not in the directory', { personOid: oidOf('stranger') }, 'ACCOUNT_UNAVAILABLE'],
  ])('refuses %s', async (_who, changes, status) => {
    expect(statusOf(await newIdentity().broker.getToken({ ...request, ...changes }))).toBe(status);
  });

  it('asks one person for interaction until the popup was shown', async () => {
    const { broker } = newIdentity();
    broker.requireConsent(oidOf('dana'));
    expect(statusOf(await broker.getToken(request))).toBe('USER_INTERACTION_REQUIRED');
    expect(statusOf(await broker.getToken({ ...request, personOid: oidOf('sam') }))).toBe('ok');
    expect(statusOf(await broker.getToken({ ...request, interactive: true }))).toBe('ok');
    expect(statusOf(await broker.getToken(request))).toBe('ok');
  });

  it('fails as often as it was told to', async () => {
    const { broker } = newIdentity();
    broker.failNext('USER_CANCEL', 'NO_NETWORK');
    const seen = [
      await broker.getToken(request),
      await broker.getToken(request),
      await broker.getToken(request),
    ];
    expect(seen.map(statusOf)).toEqual(['USER_CANCEL', 'NO_NETWORK', 'ok']);
  });

  it('answers the simulated hubs over HTTP', async () => {
    const identity = newIdentity();
    const answer = await identity.fetch(
      new Request(`${identity.authority}/sandbox/broker`, { method: 'POST', body: JSON.stringify(request) }),
    );
    expect(await answer.json()).toMatchObject({ ok: true, account: { username: 'dana@contoso.example' } });
  });
});
