import { createHash, randomUUID } from 'node:crypto';
import { OAuthError } from './oauth-error.ts';

export interface PendingCode {
  readonly personOid: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly challenge: string;
  readonly nonce?: string;
}

interface Expiring {
  readonly expiresAt: number;
}

const CODE_MS = 10 * 60_000;
/** Refresh tokens of single-page applications live 24 hours. */
const REFRESH_MS = 24 * 60 * 60_000;

/** Authorization codes and refresh tokens that are out. */
export class SignIns {
  readonly #codes = new Map<string, PendingCode & Expiring>();
  readonly #refresh = new Map<string, { readonly personOid: string; readonly clientId: string } & Expiring>();
  readonly #wallTime: () => number;

  constructor(wallTime: () => number) {
    this.#wallTime = wallTime;
  }

  addCode(pending: PendingCode): string {
    const code = randomUUID();
    this.#codes.set(code, { ...pending, expiresAt: this.#wallTime() + CODE_MS });
    return code;
  }

  /** Takes a code: it is gone afterwards, whether it was good or not. */
  redeem(form: ReadonlyMap<string, string>): PendingCode {
    const code = form.get('code') ?? '';
    const pending = this.#codes.get(code);
    this.#codes.delete(code);
    if (!pending || pending.expiresAt < this.#wallTime()) {
      throw new OAuthError(
        'invalid_grant',
        70008,
        'The authorization code is expired or was already redeemed.',
      );
    }
    if (pending.clientId !== form.get('client_id') || pending.redirectUri !== form.get('redirect_uri')) {
      throw new OAuthError(
        'invalid_grant',
        700005,
        'The code was issued for another client or redirect URI.',
      );
    }
    if (sha256(form.get('code_verifier') ?? '') !== pending.challenge) {
      throw new OAuthError('invalid_grant', 501481, 'The code_verifier does not match the code_challenge.');
    }
    return pending;
  }

  addRefresh(personOid: string, clientId: string): string {
    const token = randomUUID();
    this.#refresh.set(token, { personOid, clientId, expiresAt: this.#wallTime() + REFRESH_MS });
    return token;
  }

  /** The person a refresh token was issued to. Entra leaves a used one valid until it expires. */
  personOfRefresh(form: ReadonlyMap<string, string>): string {
    const known = this.#refresh.get(form.get('refresh_token') ?? '');
    if (!known || known.clientId !== form.get('client_id') || known.expiresAt < this.#wallTime()) {
      throw new OAuthError(
        'invalid_grant',
        700084,
        'The refresh token was issued to another client or has expired.',
      );
    }
    return known.personOid;
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
