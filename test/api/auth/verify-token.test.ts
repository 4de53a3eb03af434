import {
  type CryptoKey,
  type JWTPayload,
  SignJWT,
  UnsecuredJWT,
  createLocalJWKSet,
  exportJWK,
  exportSPKI,
  generateKeyPair,
} from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTokenCheck } from '../../../src/api/auth/verify-token.ts';
import type { TokenCheck } from '../../../src/api/ports.ts';

const CLIENT = '22222222-2222-4222-8222-222222222222';
const TENANT = '11111111-1111-4111-8111-111111111111';
const STRANGER = '99999999-9999-4999-8999-999999999999';
const AUTHORITY = 'https://login.example';
const rules = { clientId: CLIENT, tenants: [TENANT], authorityOrigin: AUTHORITY };

const seconds = (): number => Math.floor(Date.now() / 1000);
const good = (): JWTPayload => ({
  aud: CLIENT,
  iss: `${AUTHORITY}/${TENANT}/v2.0`,
  iat: seconds(),
  nbf: seconds(),
  exp: seconds() + 3600,
  oid: 'oid-of-dana',
  tid: TENANT,
  ver: '2.0',
  scp: 'openid access_as_user',
  name: 'Dana',
  roles: ['Manager'],
});

describe('a token', () => {
  let key: CryptoKey;
  let strange: CryptoKey;
  let publicPem: string;
  let check: TokenCheck;
  const signed = async (claims: JWTPayload, signer = key, kid = 'k1') =>
    `Bearer ${await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid }).sign(signer)}`;

  beforeAll(async () => {
    const pair = await generateKeyPair('RS256');
    key = pair.privateKey;
    strange = (await generateKeyPair('RS256')).privateKey;
    publicPem = await exportSPKI(pair.publicKey);
    const keys = createLocalJWKSet({
      keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'RS256' }],
    });
    check = createTokenCheck({ ...rules, keys });
  });

  it.each([
    ['for the client id', {}],
    ['for the api:// name', { aud: `api://${CLIENT}` }],
    ['a minute over its time', { exp: seconds() - 30 }],
  ])('%s is accepted and gives tid, oid, name and roles', async (_, change) => {
    expect(await check(await signed({ ...good(), ...change }))).toEqual({
      ok: true,
      value: { tid: TENANT, oid: 'oid-of-dana', name: 'Dana', roles: ['Manager'] },
    });
  });

  it.each<[string, Partial<JWTPayload>, string]>([
    ['of another audience', { aud: 'api://somebody-else' }, 'token-invalid'],
    ['of Graph', { aud: 'https://graph.microsoft.com' }, 'token-invalid'],
    ['that has expired', { exp: seconds() - 120 }, 'token-invalid'],
    ['that is not yet valid', { nbf: seconds() + 600 }, 'token-invalid'],
    ['without an end', { exp: undefined as unknown as number }, 'token-invalid'],
    ['without an object id', { oid: undefined }, 'token-invalid'],
    ['without a tenant', { tid: undefined }, 'token-invalid'],
    ['of a foreign tenant', { tid: STRANGER, iss: `${AUTHORITY}/${STRANGER}/v2.0` }, 'tenant-foreign'],
    ['of a foreign issuer', { iss: `https://evil.example/${TENANT}/v2.0` }, 'token-invalid'],
    ['of a foreign tenant that claims ours', { iss: `${AUTHORITY}/${STRANGER}/v2.0` }, 'token-invalid'],
    ['of version 1', { ver: '1.0' }, 'token-invalid'],
    ['that is an id token: no scope', { scp: undefined }, 'scope-missing'],
    ['with another scope', { scp: 'access_as_users openid' }, 'scope-missing'],
    ['of an application', { idtyp: 'app' }, 'scope-missing'],
  ])('%s is refused', async (_, change, failure) => {
    expect(await check(await signed({ ...good(), ...change }))).toEqual({ ok: false, error: failure });
  });

  it('signed by a stranger is refused, whatever key it names', async () => {
    expect(await check(await signed(good(), strange))).toMatchObject({ error: 'token-invalid' });
    expect(await check(await signed(good(), strange, 'k2'))).toMatchObject({ error: 'token-invalid' });
  });

  it('signed with our public key as a password is refused', async () => {
    const forged = new SignJWT(good()).setProtectedHeader({ alg: 'HS256', kid: 'k1' });
    const token = await forged.sign(new TextEncoder().encode(publicPem));
    expect(await check(`Bearer ${token}`)).toMatchObject({ error: 'token-invalid' });
  });

  it('changed on the way is refused', async () => {
    const [header, , signature] = (await signed(good())).split('.');
    const other = Buffer.from(JSON.stringify({ ...good(), oid: 'oid-of-erika' })).toString('base64url');
    expect(await check(`${header}.${other}.${signature}`)).toMatchObject({ error: 'token-invalid' });
  });

  it.each([
    [undefined, 'token-missing'],
    ['', 'token-missing'],
    ['Basic dXNlcjpwYXNz', 'token-invalid'],
    ['Bearer', 'token-invalid'],
    ['Bearer a.b', 'token-invalid'],
    [`Bearer ${new UnsecuredJWT({ oid: 'x' }).encode()}`, 'token-invalid'],
  ])('%s is refused', async (header, failure) => {
    expect(await check(header)).toEqual({ ok: false, error: failure });
  });

  it('cannot be judged while the keys cannot be fetched', async () => {
    const offline = createTokenCheck({ ...rules, keys: () => Promise.reject(new TypeError('fetch failed')) });
    expect(await offline(await signed(good()))).toEqual({ ok: false, error: 'keys-unreachable' });
  });
});
