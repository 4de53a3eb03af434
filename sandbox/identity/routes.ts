import { type Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { type AuthorizeContext, authorize } from './authorize.ts';
import type { Broker, BrokerRequest } from './broker.ts';
import { type GrantContext, grantToken } from './grants.ts';
import { OAuthError, oauthBody } from './oauth-error.ts';
import { pickPage, refusalPage } from './pick-page.ts';

export interface RouteContext extends GrantContext, AuthorizeContext {
  readonly broker: Broker;
  readonly authority: string;
}

const SESSION = 'sandbox_session';
const ANY_TENANT = '/:tid{[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}}';

/** Entra's paths of one tenant, plus `/<tid>/sandbox/broker` for the simulated hubs. */
export function identityRoutes(context: RouteContext): Hono {
  const app = new Hono();
  const at = `/${context.tenantId}`;
  app.use(`${at}/*`, allowOrigins);
  app.get(`${at}/v2.0/.well-known/openid-configuration`, (c) => c.json(metadata(context)));
  app.get(`${at}/discovery/v2.0/keys`, async (c) => c.json(await context.settings.keys.jwks()));
  app.get(`${at}/oauth2/v2.0/authorize`, (c) => answerAuthorize(context, c));
  app.post(`${at}/oauth2/v2.0/token`, (c) => answerToken(context, c));
  app.get(`${at}/oauth2/v2.0/logout`, (c) => answerLogout(context, c));
  app.post(`${at}/sandbox/broker`, async (c) => {
    const request = await c.req.json<BrokerRequest>();
    return c.json(await context.broker.getToken(request));
  });
  app.all(`${ANY_TENANT}/oauth2/*`, foreignTenant);
  app.all(`${ANY_TENANT}/v2.0/*`, foreignTenant);
  app.all(`${ANY_TENANT}/discovery/*`, foreignTenant);
  return app;
}

function answerAuthorize(context: RouteContext, c: Context): Response | Promise<Response> {
  const query = new URL(c.req.url).searchParams;
  const answer = authorize(context, query, getCookie(c, SESSION));
  if (answer.kind === 'refused') return c.html(refusalPage(answer.message), 400);
  if (answer.kind === 'pick') return c.html(pickPage(context.directory, query));
  if (answer.signedIn) setCookie(c, SESSION, answer.signedIn.oid, cookieAt(context));
  return c.redirect(answer.location);
}

async function answerToken(context: RouteContext, c: Context): Promise<Response> {
  const form = new Map(new URLSearchParams(await c.req.text()));
  c.header('Cache-Control', 'no-store');
  try {
    return c.json((await grantToken(context, { form, origin: c.req.header('origin') })) as object);
  } catch (cause) {
    if (!(cause instanceof OAuthError)) throw cause;
    return c.json(oauthBody(cause), cause.error === 'invalid_client' ? 401 : 400);
  }
}

function answerLogout(context: RouteContext, c: Context): Response | Promise<Response> {
  deleteCookie(c, SESSION, cookieAt(context));
  const back = c.req.query('post_logout_redirect_uri') ?? '';
  const ours = back.startsWith(`${new URL(context.authority).origin}/`);
  return ours ? c.redirect(back) : c.html(refusalPage('You are signed out.'));
}

function cookieAt(context: RouteContext): {
  path: string;
  httpOnly: true;
  secure: true;
  sameSite: 'None';
} {
  return { path: `/${context.tenantId}`, httpOnly: true, secure: true, sameSite: 'None' };
}

async function allowOrigins(c: Context, next: () => Promise<void>): Promise<Response | void> {
  c.header('Access-Control-Allow-Origin', '*');
  if (c.req.method !== 'OPTIONS') return next();
  c.header('Access-Control-Allow-Methods', 'GET, POST');
  c.header('Access-Control-Allow-Headers', '*');
  return c.body(null, 204);
}

function foreignTenant(c: Context): Response {
  const refusal = new OAuthError('invalid_tenant', 90002, `Tenant '${c.req.param('tid')}' not found.`);
  return c.json(oauthBody(refusal), 400);
}

function metadata(context: RouteContext): Record<string, unknown> {
  const { authority } = context;
  return {
    issuer: context.settings.issuer,
    authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
    token_endpoint: context.tokenEndpoint,
    end_session_endpoint: `${authority}/oauth2/v2.0/logout`,
    jwks_uri: `${authority}/discovery/v2.0/keys`,
    response_types_supported: ['code'],
    response_modes_supported: ['query', 'fragment'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
  };
}
