import { ClientAssertionCredential, ClientSecretCredential } from '@azure/identity';
import { SignJWT, decodeJwt } from 'jose';
import { describe, expect, it } from 'vitest';
import { createIdentity } from '../../../sandbox/identity/identity.ts';
import { newSigningKey } from '../../../sandbox/identity/key-ring.ts';
import { inProcessHttpClient } from '../../../sandbox/in-process-http.ts';
import { ORIGIN, directory, newIdentity, post } from './world.ts';

const SCOPE = 'https://graph.microsoft.com/.default';
const { clientId, secret } = directory.graphClient;
const daemon = { client_id: clientId, client_secret: secret, grant_type: 'client_credentials', scope: SCOPE };

describe('the real @azure/identity', () => {
  it('gets an app-only Graph token with a client secret', async () => {
    const identity = newIdentity();
    const credential = new ClientSecretCredential(directory.tenantId, clientId, secret, {
      authorityHost: ORIGIN,
      disableInstanceDiscovery: true,
      httpClient: inProcessHttpClient(identity),
    });
    expect(decodeJwt((await credential.getToken(SCOPE)).token)).toMatchObject({
      aud: 'https://graph.microsoft.com',
      iss: `https://sts.windows.net/${directory.tenantId}/`,
      idtyp: 'app',
      appid: clientId,
      tid: directory.tenantId,
      ver: '1.0',
      roles: expect.arrayContaining(['Calendars.ReadWrite']),
    });
  });

  it('gets one with an assertion signed by a registered key, and none with another key', async () => {
    const [registered, stranger] = await Promise.all([newSigningKey(), newSigningKey()]);
    const identity = createIdentity({ origin: ORIGIN, directory, assertionKeys: [registered.publicJwk] });
    const credentialWith = (key: typeof registered) =>
      new ClientAssertionCredential(
        directory.tenantId,
        clientId,
        () =>
          new SignJWT({ jti: key.kid })
            .setProtectedHeader({ alg: 'RS256', kid: key.kid })
            .setIssuer(clientId)
            .setSubject(clientId)
            .setAudience(`${identity.authority}/oauth2/v2.0/token`)
            .setExpirationTime('5m')
            .sign(key.privateKey),
        { authorityHost: ORIGIN, disableInstanceDiscovery: true, httpClient: inProcessHttpClient(identity) },
      );
    expect((await credentialWith(registered).getToken(SCOPE)).token).toMatch(/^ey/);
    await expect(credentialWith(stranger).getToken(SCOPE)).rejects.toThrow(/AADSTS700027/);
  });
});

describe('client credentials', () => {
  it.each([
    ['a wrong secret', { client_secret: 'guess' }, 401, 'invalid_client'],
    ['an assertion that is no token', { client_assertion: 'x' }, 401, 'invalid_client'],
    ['another resource', { scope: 'https://vault.azure.net/.default' }, 400, 'invalid_scope'],
    ['a scope by name', { scope: 'https://graph.microsoft.com/Calendars.Read' }, 400, 'invalid_scope'],
    ['the single-page application', { client_id: directory.apiClientId }, 400, 'unauthorized_client'],
  ])('are refused for %s', async (_why, changes, status, error) => {
    const answer = await post(newIdentity(), { ...daemon, ...changes });
    expect([answer.status, await answer.json()]).toMatchObject([status, { error }]);
  });
});
