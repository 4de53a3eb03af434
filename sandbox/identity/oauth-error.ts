import { randomUUID } from 'node:crypto';

/** A refusal in the shape of Entra's token endpoint. `code` is the AADSTS number. */
export class OAuthError extends Error {
  readonly error: string;
  readonly code: number;
  readonly suberror: string | undefined;

  constructor(error: string, code: number, message: string, suberror?: string) {
    super(`AADSTS${code}: ${message}`);
    this.error = error;
    this.code = code;
    this.suberror = suberror;
  }
}

export function oauthBody(refusal: OAuthError): Record<string, unknown> {
  return {
    error: refusal.error,
    error_description: refusal.message,
    error_codes: [refusal.code],
    trace_id: randomUUID(),
    correlation_id: randomUUID(),
    ...(refusal.suberror === undefined ? {} : { suberror: refusal.suberror }),
  };
}
