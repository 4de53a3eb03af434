import { createHash, randomUUID } from 'node:crypto';
import { type JWTPayload, SignJWT } from 'jose';
import type { DirectoryPerson } from '../directory.ts';
import type { KeyRing } from './key-ring.ts';
import { OAuthError } from './oauth-error.ts';
import type { DaemonRegistration, SpaRegistration } from './registrations.ts';

export interface IssuerSettings {
  readonly issuer: string;
  readonly tenantId: string;
  readonly keys: KeyRing;
  /** Wall time in milliseconds: browser libraries compare expiry with the real clock, not with the sandbox's. */
  readonly wallTime: () => number;
  readonly lifetimeSeconds: number;
}

export interface UserTokens {
  readonly token_type: 'Bearer';
  readonly expires_in: number;
  readonly ext_expires_in: number;
  readonly scope: string;
  readonly access_token: string;
  readonly id_token: string;
  readonly client_info: string;
}

const OIDC_SCOPES = ['openid', 'profile', 'offline_access', 'email'];
const GRAPH_AUDIENCE = 'https://graph.microsoft.com';

/** Signs claims as this tenant; what the claims say wins over the defaults. */
export async function sign(settings: IssuerSettings, claims: JWTPayload): Promise<string> {
  const key = await settings.keys.current();
  return new SignJWT(stamped(settings, claims))
    .setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: key.kid })
    .sign(key.privateKey);
}

/** The claims with issuer, tenant and times filled in. */
export function stamped(settings: IssuerSettings, claims: JWTPayload): JWTPayload {
  const now = Math.floor(settings.wallTime() / 1000);
  return {
    iss: settings.issuer,
    tid: settings.tenantId,
    iat: now,
    nbf: now,
    exp: now + settings.lifetimeSeconds,
    uti: randomUUID(),
    ver: '2.0',
    ...claims,
  };
}

/** Access and id token of a person for our API. */
export async function userTokens(
  settings: IssuerSettings,
  app: SpaRegistration,
  request: { readonly person: DirectoryPerson; readonly scopes: readonly string[]; readonly nonce?: string },
): Promise<UserTokens> {
  const { person, scopes, nonce } = request;
  const granted = grantedScopes(app, scopes);
  const [access, id] = await Promise.all([
    sign(settings, accessClaims(app, person, granted)),
    sign(settings, {
      ...personClaims(app, person),
      aud: app.clientId,
      ...(nonce === undefined ? {} : { nonce }),
    }),
  ]);
  return {
    token_type: 'Bearer',
    expires_in: settings.lifetimeSeconds,
    ext_expires_in: settings.lifetimeSeconds,
    scope: [...granted.full, ...OIDC_SCOPES.filter((scope) => scopes.includes(scope))].join(' '),
    access_token: access,
    id_token: id,
    client_info: clientInfo(person, settings.tenantId),
  };
}

/** The claims of an access token for our API, as `mint` varies them. */
export function accessClaims(
  app: SpaRegistration,
  person: DirectoryPerson,
  granted: { readonly short: readonly string[] },
): JWTPayload {
  // Without a scope of ours Entra issues a Graph token; it must not open our API.
  const audience = granted.short.length > 0 ? app.clientId : GRAPH_AUDIENCE;
  return {
    ...personClaims(app, person),
    aud: audience,
    azp: app.clientId,
    azpacr: '0',
    scp: granted.short.join(' ') || 'openid profile User.Read',
  };
}

/** App-only Graph tokens are version 1.0 tokens. */
export function graphToken(settings: IssuerSettings, app: DaemonRegistration): Promise<string> {
  const subject = pairwise(app.clientId, 'service-principal');
  return sign(settings, {
    iss: `https://sts.windows.net/${settings.tenantId}/`,
    aud: GRAPH_AUDIENCE,
    appid: app.clientId,
    appidacr: '1',
    idtyp: 'app',
    oid: subject,
    sub: subject,
    roles: [...app.graphRoles],
    ver: '1.0',
  });
}

export function clientInfo(person: DirectoryPerson, tenantId: string): string {
  return Buffer.from(JSON.stringify({ uid: person.oid, utid: tenantId })).toString('base64url');
}

function personClaims(app: SpaRegistration, person: DirectoryPerson): JWTPayload {
  return {
    oid: person.oid,
    sub: pairwise(person.oid, app.clientId),
    name: person.name,
    preferred_username: person.mail,
    roles: [person.appRole],
  };
}

function grantedScopes(
  app: SpaRegistration,
  scopes: readonly string[],
): { readonly full: readonly string[]; readonly short: readonly string[] } {
  const full = scopes.filter((scope) => !OIDC_SCOPES.includes(scope));
  const short = full.map((scope) => {
    const name = app.scopes.get(scope);
    if (name === undefined) {
      throw new OAuthError('invalid_scope', 70011, `The provided value for 'scope' is not valid: ${scope}`);
    }
    return name;
  });
  return { full, short };
}

function pairwise(subject: string, client: string): string {
  return createHash('sha256').update(`${subject}|${client}`).digest('base64url');
}
