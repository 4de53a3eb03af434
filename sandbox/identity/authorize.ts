import { type Directory, type DirectoryPerson, findPerson } from '../directory.ts';
import { clientInfo } from './issue.ts';
import type { Registration } from './registrations.ts';
import type { SignIns } from './sign-ins.ts';

export interface AuthorizeContext {
  readonly tenantId: string;
  readonly directory: Directory;
  readonly registrations: ReadonlyMap<string, Registration>;
  readonly signIns: SignIns;
}

export type AuthorizeAnswer =
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'pick' }
  | { readonly kind: 'back'; readonly location: string; readonly signedIn?: DirectoryPerson };

/** The query key under which the picking page names the chosen person. Ours, not Entra's. */
export const PICK_KEY = 'sandbox_person';

/**
 * Decides an authorization request: back to the application with a code or an error, or to the page to pick a person.
 * A request whose redirect URI is not registered is refused in place and never redirected.
 */
export function authorize(
  context: AuthorizeContext,
  query: URLSearchParams,
  sessionOid: string | undefined,
): AuthorizeAnswer {
  const redirectUri = query.get('redirect_uri') ?? '';
  const refusal = unregistered(context, query, redirectUri);
  if (refusal !== undefined) return { kind: 'refused', message: refusal };
  const fault = malformed(query);
  if (fault !== undefined) return back(query, { error: 'invalid_request', error_description: fault });
  const person = choosePerson(context.directory, query, sessionOid);
  if (person) return withCode(context, query, person);
  if (query.get('prompt') !== 'none') return { kind: 'pick' };
  return back(query, {
    error: 'login_required',
    error_description: 'AADSTS50058: A silent sign-in request was sent but no user is signed in.',
  });
}

function unregistered(
  context: AuthorizeContext,
  query: URLSearchParams,
  redirectUri: string,
): string | undefined {
  const app = context.registrations.get(query.get('client_id') ?? '');
  if (app?.kind !== 'spa') return 'AADSTS700016: The application was not found in the directory.';
  const web = redirectUri.startsWith('https://') && app.redirectUris.includes(redirectUri);
  return web ? undefined : `AADSTS50011: The redirect URI '${redirectUri}' is not registered.`;
}

function malformed(query: URLSearchParams): string | undefined {
  if (query.get('response_type') !== 'code') return 'AADSTS700054: response_type must be code.';
  if (query.get('code_challenge_method') !== 'S256' || !query.get('code_challenge')) {
    return 'AADSTS9002325: Proof Key for Code Exchange is required for cross-origin authorization code redemption.';
  }
  const mode = query.get('response_mode') ?? 'fragment';
  return ['fragment', 'query'].includes(mode)
    ? undefined
    : `AADSTS90014: response_mode ${mode} is not simulated.`;
}

function choosePerson(
  directory: Directory,
  query: URLSearchParams,
  sessionOid: string | undefined,
): DirectoryPerson | undefined {
  const picked = query.get(PICK_KEY);
  if (picked !== null) return findPerson(directory, picked);
  const session = sessionOid === undefined ? undefined : findPerson(directory, sessionOid);
  const prompt = query.get('prompt');
  const asked = prompt === 'select_account' || prompt === 'login' || prompt === 'consent';
  const hint = query.get('login_hint')?.toLowerCase();
  const other = hint !== undefined && hint !== session?.mail.toLowerCase();
  return asked || other ? undefined : session;
}

function withCode(
  context: AuthorizeContext,
  query: URLSearchParams,
  person: DirectoryPerson,
): AuthorizeAnswer {
  const nonce = query.get('nonce');
  const code = context.signIns.addCode({
    personOid: person.oid,
    clientId: query.get('client_id') ?? '',
    redirectUri: query.get('redirect_uri') ?? '',
    challenge: query.get('code_challenge') ?? '',
    ...(nonce === null ? {} : { nonce }),
  });
  const info = clientInfo(person, context.tenantId);
  return { ...back(query, { code, client_info: info, session_state: person.oid }), signedIn: person };
}

function back(
  query: URLSearchParams,
  values: Readonly<Record<string, string>>,
): AuthorizeAnswer & { readonly kind: 'back' } {
  const parameters = new URLSearchParams(values);
  const state = query.get('state');
  if (state !== null) parameters.set('state', state);
  const mark = query.get('response_mode') === 'query' ? '?' : '#';
  return { kind: 'back', location: `${query.get('redirect_uri')}${mark}${parameters.toString()}` };
}
