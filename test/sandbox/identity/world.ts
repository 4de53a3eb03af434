import { createHash, randomBytes } from 'node:crypto';
import { directoryFromPeople } from '../../../sandbox/directory.ts';
import { type Identity, createIdentity } from '../../../sandbox/identity/identity.ts';
import { STAFF } from '../staff.ts';

export const ORIGIN = 'https://localhost:8443';
export const directory = directoryFromPeople(STAFF);
export const API_SCOPE = `api://${directory.apiClientId}/access_as_user`;
export const REDIRECT = `${ORIGIN}/auth-redirect.html`;

export function newIdentity(clock?: { now(): number }): Identity {
  return createIdentity({ origin: ORIGIN, directory, ...(clock ? { clock } : {}) });
}

/** A wall clock the test can move. */
export function movableClock(start = Date.parse('2026-03-02T08:00:00Z')): {
  now(): number;
  advance(seconds: number): void;
} {
  let time = start;
  return {
    now: () => time,
    advance: (seconds) => {
      time += seconds * 1000;
    },
  };
}

/** A plain browser's code flow, up to and including the token request; every field can be changed. */
export class CodeFlow {
  readonly verifier = randomBytes(32).toString('base64url');
  readonly #identity: Identity;

  constructor(identity: Identity) {
    this.#identity = identity;
  }

  authorizeUrl(changes: Readonly<Record<string, string | undefined>> = {}): string {
    return `${this.#identity.authority}/oauth2/v2.0/authorize?${form({
      client_id: directory.apiClientId,
      redirect_uri: REDIRECT,
      response_type: 'code',
      response_mode: 'fragment',
      scope: `openid profile offline_access ${API_SCOPE}`,
      state: 'state-1',
      nonce: 'nonce-1',
      code_challenge: createHash('sha256').update(this.verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...changes,
    }).toString()}`;
  }

  async authorize(
    changes: Readonly<Record<string, string | undefined>> = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    return this.#identity.fetch(new Request(this.authorizeUrl(changes), { headers }));
  }

  async code(person: string): Promise<string> {
    const answer = await this.authorize({ sandbox_person: person });
    return fragment(answer).get('code') ?? '';
  }

  async token(
    changes: Readonly<Record<string, string | undefined>>,
    headers: Readonly<Record<string, string>> = { origin: ORIGIN },
  ): Promise<Response> {
    return post(
      this.#identity,
      {
        client_id: directory.apiClientId,
        redirect_uri: REDIRECT,
        grant_type: 'authorization_code',
        scope: `openid profile offline_access ${API_SCOPE}`,
        code_verifier: this.verifier,
        ...changes,
      },
      headers,
    );
  }
}

export function post(
  identity: Identity,
  fields: Readonly<Record<string, string | undefined>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return identity.fetch(
    new Request(`${identity.authority}/oauth2/v2.0/token`, { method: 'POST', body: form(fields), headers }),
  );
}

export function fragment(answer: Response): URLSearchParams {
  return new URLSearchParams(new URL(answer.headers.get('location') ?? '').hash.slice(1));
}

function form(fields: Readonly<Record<string, string | undefined>>): URLSearchParams {
  const present = Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return new URLSearchParams(present);
}
