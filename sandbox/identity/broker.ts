import { type Directory, type DirectoryPerson, findPerson } from '../directory.ts';
import { type IssuerSettings, userTokens } from './issue.ts';
import { OAuthError } from './oauth-error.ts';
import { type Registration, type SpaRegistration, brokerRedirect } from './registrations.ts';

/** What a hub asks for on behalf of a nested app. */
export interface BrokerRequest {
  readonly clientId: string;
  readonly scope: string;
  readonly personOid: string;
  /** The origin of the frame that asks: its `brk-multihub` redirect URI must be registered. */
  readonly origin: string;
  /** True when the person can be shown something (the app asked for a popup). */
  readonly interactive: boolean;
}

/** The closed list of states a hub reports to MSAL. */
export type BrokerStatus =
  | 'USER_INTERACTION_REQUIRED'
  | 'USER_CANCEL'
  | 'NO_NETWORK'
  | 'TRANSIENT_ERROR'
  | 'PERSISTENT_ERROR'
  | 'DISABLED'
  | 'ACCOUNT_UNAVAILABLE'
  | 'NESTED_APP_AUTH_UNAVAILABLE';

export interface BrokerAccount {
  readonly homeAccountId: string;
  readonly environment: string;
  readonly tenantId: string;
  readonly username: string;
  readonly localAccountId: string;
  readonly name: string;
}

export interface BrokerToken {
  readonly access_token: string;
  readonly id_token: string;
  readonly expires_in: number;
  readonly scope: string;
  readonly properties: null;
}

export type BrokerAnswer =
  | { readonly ok: true; readonly token: BrokerToken; readonly account: BrokerAccount }
  | {
      readonly ok: false;
      readonly error: {
        readonly status: BrokerStatus;
        readonly code: string;
        readonly subError?: string;
        readonly description: string;
      };
    };

interface BrokerContext {
  readonly settings: IssuerSettings;
  readonly directory: Directory;
  readonly registrations: ReadonlyMap<string, Registration>;
  readonly environment: string;
}

/** Gives nested apps tokens, as the hub's own sign-in does. A nested app never gets a refresh token. */
export class Broker {
  readonly #context: BrokerContext;
  readonly #withoutConsent = new Set<string>();
  #scripted: BrokerStatus[] = [];

  constructor(context: BrokerContext) {
    this.#context = context;
  }

  /** The person's next silent request needs a popup first. */
  requireConsent(personOid: string): void {
    this.#withoutConsent.add(personOid);
  }

  /** The next requests fail in this way, one each. */
  failNext(...statuses: readonly BrokerStatus[]): void {
    this.#scripted = [...this.#scripted, ...statuses];
  }

  async getToken(request: BrokerRequest): Promise<BrokerAnswer> {
    const scripted = this.#scripted.shift();
    if (scripted !== undefined) return refusal(scripted, 'scripted', 'The sandbox was told to fail here.');
    const app = this.#context.registrations.get(request.clientId);
    if (app?.kind !== 'spa' || !app.redirectUris.includes(brokerRedirect(request.origin))) {
      return refusal(
        'PERSISTENT_ERROR',
        'invalid_request',
        `AADSTS50011: ${brokerRedirect(request.origin)} is not registered.`,
      );
    }
    const person = findPerson(this.#context.directory, request.personOid);
    if (!person)
      return refusal('ACCOUNT_UNAVAILABLE', 'account_unavailable', 'The person is not in the directory.');
    if (this.#needsConsent(request)) {
      return refusal(
        'USER_INTERACTION_REQUIRED',
        'interaction_required',
        'AADSTS65001: consent is needed.',
        'consent_required',
      );
    }
    return this.#issue(app, person, request.scope);
  }

  #needsConsent(request: BrokerRequest): boolean {
    if (request.interactive) this.#withoutConsent.delete(request.personOid);
    return this.#withoutConsent.has(request.personOid);
  }

  async #issue(app: SpaRegistration, person: DirectoryPerson, scope: string): Promise<BrokerAnswer> {
    const { settings, environment } = this.#context;
    try {
      const scopes = scope.split(' ').filter((name) => name !== '');
      const tokens = await userTokens(settings, app, { person, scopes });
      const { access_token, id_token, expires_in } = tokens;
      return {
        ok: true,
        token: { access_token, id_token, expires_in, scope: tokens.scope, properties: null },
        account: brokerAccount(person, settings.tenantId, environment),
      };
    } catch (cause) {
      if (!(cause instanceof OAuthError)) throw cause;
      return refusal('PERSISTENT_ERROR', cause.error, cause.message);
    }
  }
}

function brokerAccount(person: DirectoryPerson, tenantId: string, environment: string): BrokerAccount {
  return {
    homeAccountId: `${person.oid}.${tenantId}`,
    environment,
    tenantId,
    username: person.mail,
    localAccountId: person.oid,
    name: person.name,
  };
}

function refusal(status: BrokerStatus, code: string, description: string, subError?: string): BrokerAnswer {
  return { ok: false, error: { status, code, description, ...(subError === undefined ? {} : { subError }) } };
}
