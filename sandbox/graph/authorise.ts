import { type JSONWebKeySet, type JWTPayload, createLocalJWKSet, jwtVerify } from 'jose';
import { GraphError, accessDenied, invalidToken } from './graph-error.ts';

export interface TokenIssuer {
  jwks(): Promise<JSONWebKeySet>;
}

const AUDIENCES = ['https://graph.microsoft.com', '00000003-0000-0000-c000-000000000000'];

/** A role that includes others. */
const INCLUDED: Readonly<Record<string, readonly string[]>> = {
  'Calendars.ReadBasic': ['Calendars.Read', 'Calendars.ReadWrite'],
  'Calendars.Read': ['Calendars.ReadWrite'],
  'User.ReadBasic.All': ['User.Read.All'],
  'MailboxSettings.Read': ['MailboxSettings.ReadWrite'],
  'TeamsActivity.Send': ['TeamsActivity.Send.User'],
};

/** Accepts an app-only token of the tenant for Graph, and returns its application roles. */
export async function rolesOf(
  authorization: string | undefined,
  issuer: TokenIssuer,
  tenantId: string,
): Promise<readonly string[]> {
  const token = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
  if (token === undefined) throw invalidToken('Access token is empty.');
  const claims = await verified(token, issuer, tenantId);
  if (claims['idtyp'] !== 'app')
    throw invalidToken('The sandbox accepts app-only tokens; this one is of a user.');
  const roles = claims['roles'];
  return Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [];
}

/** Refuses where no role allows the call: Exchange and the directory use different codes. */
export function demandRole(roles: readonly string[], needed: string): void {
  if ([needed, ...(INCLUDED[needed] ?? [])].some((role) => roles.includes(role))) return;
  if (needed.startsWith('User.')) {
    throw new GraphError(
      403,
      'Authorization_RequestDenied',
      'Insufficient privileges to complete the operation.',
    );
  }
  throw accessDenied();
}

async function verified(token: string, issuer: TokenIssuer, tenantId: string): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, createLocalJWKSet(await issuer.jwks()), {
      issuer: `https://sts.windows.net/${tenantId}/`,
      audience: AUDIENCES,
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'nbf', 'idtyp', 'appid'],
    });
    return payload;
  } catch (cause) {
    // jose tells a bad token only by throwing; Graph answers all of them with the same code.
    throw invalidToken(
      `Access token validation failure. ${cause instanceof Error ? cause.message : ''}`.trim(),
    );
  }
}
