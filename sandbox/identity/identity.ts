import { Hono } from 'hono';
import type { JSONWebKeySet } from 'jose';
import { type Directory, type DirectoryPerson, findPerson } from '../directory.ts';
import { Broker } from './broker.ts';
import { type IssuerSettings, accessClaims, sign } from './issue.ts';
import { KeyRing } from './key-ring.ts';
import { type MintOptions, mint } from './mint.ts';
import { type RegistrationOptions, type SpaRegistration, registrationsOf } from './registrations.ts';
import { identityRoutes } from './routes.ts';
import { SignIns } from './sign-ins.ts';

export interface IdentityOptions extends Omit<RegistrationOptions, 'clientId' | 'origin'> {
  /** The one https origin of the sandbox; the authority is `<origin>/<tenantId>`. */
  readonly origin: string;
  readonly tenantId?: string;
  readonly clientId?: string;
  /** Wall time in milliseconds. Never the sandbox's movable clock. */
  readonly clock?: { readonly now: () => number };
  readonly tokenSeconds?: number;
}

/** An Entra-shaped identity service for one tenant. */
export interface Identity {
  /** Routes under `/<tenantId>/…`: mount with `parent.route('/', identity.app)`. */
  readonly app: Hono;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly authority: string;
  readonly issuer: string;
  readonly broker: Broker;
  readonly jwks: () => Promise<JSONWebKeySet>;
  readonly rotateKey: () => Promise<string>;
  readonly retireOldKeys: () => Promise<void>;
  /** A good access token of a person (story id, oid or mail) for our API. */
  readonly accessToken: (person: string) => Promise<string>;
  /** A token of that person with claims, signature or times changed: for tests of refusal. */
  readonly mint: (person: string, options?: MintOptions) => Promise<string>;
}

export function createIdentity(options: IdentityOptions): Identity {
  const tenantId = options.tenantId ?? options.directory.tenantId;
  const clientId = options.clientId ?? options.directory.apiClientId;
  const authority = `${options.origin}/${tenantId}`;
  const wallTime = (): number => (options.clock ? options.clock.now() : Date.now());
  const keys = new KeyRing();
  const settings: IssuerSettings = {
    issuer: `${authority}/v2.0`,
    tenantId,
    keys,
    wallTime,
    lifetimeSeconds: options.tokenSeconds ?? 3600,
  };
  const registrations = registrationsOf({ ...options, clientId });
  const signIns = new SignIns(wallTime);
  const shared = { settings, directory: options.directory, registrations, tenantId, signIns };
  const broker = new Broker({ ...shared, environment: new URL(options.origin).host });
  const app = identityRoutes({
    ...shared,
    broker,
    authority,
    tokenEndpoint: `${authority}/oauth2/v2.0/token`,
  });
  const claimsOf = (person: string) =>
    accessClaims(registrations.get(clientId) as SpaRegistration, knownPerson(options.directory, person), {
      short: ['access_as_user'],
    });
  return {
    app,
    fetch: async (request) => app.fetch(request),
    authority,
    issuer: settings.issuer,
    broker,
    jwks: () => keys.jwks(),
    rotateKey: () => keys.rotate(),
    retireOldKeys: () => keys.retireOld(),
    accessToken: async (person) => sign(settings, claimsOf(person)),
    mint: async (person, changes) => mint(settings, claimsOf(person), changes),
  };
}

function knownPerson(directory: Directory, key: string): DirectoryPerson {
  const person = findPerson(directory, key);
  if (!person) throw new Error(`${key} is not in the sandbox directory`);
  return person;
}
