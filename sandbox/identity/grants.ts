import { createLocalJWKSet, jwtVerify } from 'jose';
import { type Directory, type DirectoryPerson, findPerson } from '../directory.ts';
import { type IssuerSettings, graphToken, userTokens } from './issue.ts';
import { OAuthError } from './oauth-error.ts';
import type { DaemonRegistration, Registration, SpaRegistration } from './registrations.ts';
import type { SignIns } from './sign-ins.ts';

export interface GrantContext {
  readonly settings: IssuerSettings;
  readonly directory: Directory;
  readonly registrations: ReadonlyMap<string, Registration>;
  readonly signIns: SignIns;
  readonly tokenEndpoint: string;
}

export interface TokenRequest {
  readonly form: ReadonlyMap<string, string>;
  /** The `Origin` header: single-page applications must send one. */
  readonly origin: string | undefined;
}

/** Answers the token endpoint; a refusal is thrown as `OAuthError`. */
export async function grantToken(context: GrantContext, request: TokenRequest): Promise<unknown> {
  switch (request.form.get('grant_type') ?? '') {
    case 'authorization_code':
      return codeGrant(context, request);
    case 'refresh_token':
      return refreshGrant(context, request);
    case 'client_credentials':
      return clientCredentials(context, request.form);
    default:
      throw new OAuthError('unsupported_grant_type', 70003, 'The grant type is not supported.');
  }
}

async function codeGrant(context: GrantContext, request: TokenRequest): Promise<unknown> {
  const app = spaOf(context, request);
  const pending = context.signIns.redeem(request.form);
  return spaTokens(context, app, {
    person: personOf(context.directory, pending.personOid),
    scopes: scopesOf(request.form),
    ...(pending.nonce === undefined ? {} : { nonce: pending.nonce }),
  });
}

async function refreshGrant(context: GrantContext, request: TokenRequest): Promise<unknown> {
  const app = spaOf(context, request);
  const person = personOf(context.directory, context.signIns.personOfRefresh(request.form));
  return spaTokens(context, app, { person, scopes: scopesOf(request.form) });
}

async function spaTokens(
  context: GrantContext,
  app: SpaRegistration,
  request: { readonly person: DirectoryPerson; readonly scopes: readonly string[]; readonly nonce?: string },
): Promise<unknown> {
  const tokens = await userTokens(context.settings, app, request);
  if (!request.scopes.includes('offline_access')) return tokens;
  return { ...tokens, refresh_token: context.signIns.addRefresh(request.person.oid, app.clientId) };
}

async function clientCredentials(context: GrantContext, form: ReadonlyMap<string, string>): Promise<unknown> {
  const app = registrationOf(context, form);
  if (app.kind !== 'daemon') {
    throw new OAuthError('unauthorized_client', 7000218, 'The application has no client credential.');
  }
  await proveClient(context, app, form);
  const [scope = ''] = scopesOf(form);
  if (scope !== 'https://graph.microsoft.com/.default') {
    throw new OAuthError(
      'invalid_scope',
      1002012,
      `The scope ${scope} is not valid; it must be <resource>/.default.`,
    );
  }
  const { lifetimeSeconds } = context.settings;
  return {
    token_type: 'Bearer',
    expires_in: lifetimeSeconds,
    ext_expires_in: lifetimeSeconds,
    access_token: await graphToken(context.settings, app),
  };
}

async function proveClient(
  context: GrantContext,
  app: DaemonRegistration,
  form: ReadonlyMap<string, string>,
): Promise<void> {
  const assertion = form.get('client_assertion');
  if (assertion === undefined) {
    if (form.get('client_secret') === app.secret) return;
    throw new OAuthError('invalid_client', 7000215, 'Invalid client secret provided.');
  }
  try {
    await jwtVerify(assertion, createLocalJWKSet({ keys: [...app.assertionKeys] }), {
      issuer: app.clientId,
      subject: app.clientId,
      audience: [context.tokenEndpoint, context.settings.issuer],
      requiredClaims: ['exp', 'jti'],
    });
  } catch (cause) {
    // jose throws for every kind of bad assertion; to the client they are one refusal.
    throw new OAuthError('invalid_client', 700027, `The client assertion is not valid: ${String(cause)}`);
  }
}

function spaOf(context: GrantContext, request: TokenRequest): SpaRegistration {
  const app = registrationOf(context, request.form);
  if (app.kind !== 'spa') {
    throw new OAuthError('unauthorized_client', 700025, 'The application is not a single-page application.');
  }
  if (request.origin === undefined) {
    throw new OAuthError(
      'invalid_request',
      9002327,
      "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
    );
  }
  if (!app.redirectUris.some((uri) => uri.startsWith(`${request.origin}/`))) {
    throw new OAuthError('invalid_request', 9002326, `The origin ${request.origin} is not registered.`);
  }
  return app;
}

function registrationOf(context: GrantContext, form: ReadonlyMap<string, string>): Registration {
  const clientId = form.get('client_id') ?? '';
  const app = context.registrations.get(clientId);
  if (!app) {
    throw new OAuthError(
      'unauthorized_client',
      700016,
      `Application '${clientId}' was not found in the directory.`,
    );
  }
  return app;
}

function personOf(directory: Directory, oid: string): DirectoryPerson {
  const person = findPerson(directory, oid);
  if (!person)
    throw new OAuthError('invalid_grant', 50034, 'The user account does not exist in the directory.');
  return person;
}

function scopesOf(form: ReadonlyMap<string, string>): readonly string[] {
  return (form.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
}
