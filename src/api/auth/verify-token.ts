import { type JWTPayload, type JWTVerifyGetKey, createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { type Result, err, ok } from '../../domain/result.ts';
import type { Identity, TokenCheck, TokenFailure } from '../ports.ts';

export interface TokenRules {
  readonly clientId: string;
  readonly tenants: readonly string[];
  readonly authorityOrigin: string;
  /** Public keys by token header; absent: fetched from the authority and kept, refetched on an unknown key. */
  readonly keys?: JWTVerifyGetKey;
}

const SCOPE = 'access_as_user';
const SHAPE = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Proves delegated Entra v2 access tokens for our API (reference teams-host.md 5). Signature, audience and times
 * first, so that a stranger learns nothing; then the tenant, the version and the scope. An id token of the same
 * registration has the same audience: only the scope tells them apart.
 */
export function createTokenCheck(rules: TokenRules): TokenCheck {
  const keys = rules.keys ?? remoteKeys(rules.authorityOrigin);
  return async (authorization) => {
    const token = SHAPE.exec(authorization ?? '')?.[1];
    if (authorization === undefined || authorization === '') return err('token-missing');
    if (token === undefined) return err('token-invalid');
    const payload = await proven(token, keys, rules.clientId);
    return payload.ok ? identityIn(payload.value, rules) : payload;
  };
}

function remoteKeys(authorityOrigin: string): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL('/common/discovery/v2.0/keys', authorityOrigin));
}

async function proven(
  token: string,
  keys: JWTVerifyGetKey,
  clientId: string,
): Promise<Result<JWTPayload, TokenFailure>> {
  try {
    const { payload } = await jwtVerify(token, keys, {
      audience: [clientId, `api://${clientId}`],
      algorithms: ['RS256'],
      clockTolerance: 60,
      requiredClaims: ['exp', 'nbf', 'iat', 'iss', 'oid', 'tid'],
    });
    return ok(payload);
  } catch (error) {
    return err(failureOf(error));
  }
}

/** jose tells a bad token by its own errors; keys that cannot be fetched arrive as a time-out or anything else. */
function failureOf(error: unknown): TokenFailure {
  if (!(error instanceof errors.JOSEError) || error instanceof errors.JWKSTimeout) return 'keys-unreachable';
  // The plain JOSEError is what a key server's own refusal looks like.
  return error.code === 'ERR_JOSE_GENERIC' ? 'keys-unreachable' : 'token-invalid';
}

function identityIn(payload: JWTPayload, rules: TokenRules): Result<Identity, TokenFailure> {
  const { tid, oid, ver, idtyp, scp, name, roles, iss } = payload;
  if (typeof tid !== 'string' || !GUID.test(tid) || typeof oid !== 'string') return err('token-invalid');
  if (!rules.tenants.includes(tid)) return err('tenant-foreign');
  if (iss !== `${rules.authorityOrigin}/${tid}/v2.0` || ver !== '2.0') return err('token-invalid');
  if (idtyp === 'app' || typeof scp !== 'string' || !scp.split(' ').includes(SCOPE))
    return err('scope-missing');
  return ok({
    tid,
    oid,
    name: typeof name === 'string' ? name : '',
    roles: Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [],
  });
}
