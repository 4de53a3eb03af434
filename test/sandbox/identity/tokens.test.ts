import {
  type JWTPayload,
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  decodeJwt,
  jwtVerify,
} from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { oidOf } from '../../../sandbox/directory.ts';
import type { Identity } from '../../../sandbox/identity/identity.ts';
import type { MintOptions } from '../../../sandbox/identity/mint.ts';
import { directory, newIdentity } from './world.ts';

let identity: Identity;
beforeAll(() => {
  identity = newIdentity();
});

/** The signature, issuer, audience and time checks an API makes; refusals come as jose error codes. */
async function validate(token: string): Promise<string | JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, createLocalJWKSet(await identity.jwks()), {
      issuer: identity.issuer,
      audience: directory.apiClientId,
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'nbf', 'iat', 'oid', 'tid'],
    });
    return payload;
  } catch (cause) {
    // The code of jose's error is what the tables below state.
    return (cause as { code: string }).code;
  }
}

describe('a token of the sandbox', () => {
  it('passes jose with the published keys', async () => {
    expect(await validate(await identity.accessToken('ruth'))).toMatchObject({
      oid: oidOf('ruth'),
      roles: ['Leader'],
    });
  });

  it('lives for an hour of wall time, whatever the sandbox clock says', async () => {
    const { iat = 0, exp = 0 } = decodeJwt(await identity.accessToken('dana'));
    expect(exp - iat).toBe(3600);
    expect(Math.abs(iat - Date.now() / 1000)).toBeLessThan(10);
  });

  const past = Math.floor(Date.now() / 1000) - 7200;
  it.each<[string, MintOptions, string]>([
    ['expired', { claims: { exp: past } }, 'ERR_JWT_EXPIRED'],
    ['not yet valid', { claims: { nbf: past + 14_400 } }, 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
    ['without expiry', { without: ['exp'] }, 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
    ['without object id', { without: ['oid'] }, 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
    [
      'for another audience',
      { claims: { aud: 'https://graph.microsoft.com' } },
      'ERR_JWT_CLAIM_VALIDATION_FAILED',
    ],
    [
      'of another issuer',
      { claims: { iss: 'https://login.example/x/v2.0' } },
      'ERR_JWT_CLAIM_VALIDATION_FAILED',
    ],
    ['without signature', { signature: 'none' }, 'ERR_JOSE_ALG_NOT_ALLOWED'],
    ['signed with HMAC and our public key', { signature: 'hs256-public-key' }, 'ERR_JOSE_ALG_NOT_ALLOWED'],
    ['signed with HMAC', { signature: 'hs256-random' }, 'ERR_JOSE_ALG_NOT_ALLOWED'],
    ['signed by a stranger', { signature: 'unknown-key' }, 'ERR_JWKS_NO_MATCHING_KEY'],
    [
      'signed by a stranger under our key id',
      { signature: 'forged-key' },
      'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
    ],
  ])('is refused by jose when %s', async (_how, options, code) => {
    expect(await validate(await identity.mint('dana', options))).toBe(code);
  });

  it('can carry another tenant, version or scope with a good signature', async () => {
    const claims = { tid: '99999999-2222-4333-8444-555555555555', ver: '1.0', scp: 'other' };
    expect(await validate(await identity.mint('dana', { claims }))).toMatchObject(claims);
  });
});

describe('key rotation', () => {
  it('keeps old tokens valid until the old key is retired', async () => {
    const old = await identity.accessToken('dana');
    await identity.rotateKey();
    const fresh = await identity.accessToken('dana');
    expect([await validate(old), await validate(fresh)]).toMatchObject([{ ver: '2.0' }, { ver: '2.0' }]);
    await identity.retireOldKeys();
    expect(await validate(old)).toBe('ERR_JWKS_NO_MATCHING_KEY');
    expect(await validate(fresh)).toMatchObject({ ver: '2.0' });
  });

  it('is picked up by a remote key set through the discovery document', async () => {
    const discovery = await identity.fetch(
      new Request(`${identity.authority}/v2.0/.well-known/openid-configuration`),
    );
    const { jwks_uri, issuer } = (await discovery.json()) as { jwks_uri: string; issuer: string };
    const remote = createRemoteJWKSet(new URL(jwks_uri), {
      cooldownDuration: 0,
      [customFetch]: (url, init) => identity.fetch(new Request(url, { headers: init.headers })),
    });
    await jwtVerify(await identity.accessToken('dana'), remote, { issuer });
    await identity.rotateKey();
    await expect(jwtVerify(await identity.accessToken('dana'), remote, { issuer })).resolves.toBeDefined();
  });
});

describe('another tenant', () => {
  it('is unknown here', async () => {
    const other =
      'https://localhost:8443/99999999-2222-4333-8444-555555555555/v2.0/.well-known/openid-configuration';
    const answer = await identity.fetch(new Request(other));
    expect([answer.status, await answer.json()]).toMatchObject([400, { error: 'invalid_tenant' }]);
  });
});
