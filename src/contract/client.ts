import { err, ok, type Result } from '../domain/result.ts';
import { type KeptAnswers, keptAnswers, stillStanding } from './kept-answers.ts';
import { PATHS, type RouteName } from './paths.ts';
import type { Problem } from './problem.ts';
import type { Body, Params, Query, Response as Reply } from './routes.ts';

export interface ClientOptions {
  /** Origin of the API without a trailing slash; empty for the page's own. */
  readonly origin: string;
  /** A fresh access token; called once per request. */
  readonly token: () => Promise<string>;
  readonly fetch: typeof fetch;
  /** BCP 47 tag the sentences are rendered for. */
  readonly locale: string;
}

/** Why a call gave no answer: the API said so, or nobody could be reached. */
export type CallFailure =
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'offline' }
  | { readonly kind: 'signed-out'; readonly message: string };

type Defined<T> = {
  [K in keyof T as undefined extends T[K] ? (T[K] extends undefined ? never : K) : K]: T[K];
};

export type CallInput<N extends RouteName> = Defined<{
  params: Params<N>;
  query: Query<N>;
  body: Body<N>;
}> & { readonly idempotencyKey?: string; readonly signal?: AbortSignal };

/** One typed call: `await call('readKpi', { params: { kpi }, query: {} })`. Never throws for an expected failure. */
export type Client = <N extends RouteName>(
  name: N,
  input: CallInput<N>,
) => Promise<Result<Reply<N>, CallFailure>>;

interface LooseInput {
  readonly params?: Record<string, string>;
  readonly query?: Record<string, string | number | undefined>;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

export function createClient(options: ClientOptions): Client {
  const kept = keptAnswers();
  return async (name, input) => {
    const token = await tokenFor(name, options);
    if (!token.ok) return token;
    return await send({ ...options, kept }, name, { ...(input as LooseInput), token: token.value });
  };
}

async function tokenFor(
  name: RouteName,
  options: ClientOptions,
): Promise<Result<string | null, CallFailure>> {
  if (name === 'readClientConfig') return ok(null);
  try {
    return ok(await options.token());
  } catch (error) {
    // Sign-in libraries tell every refusal by throwing.
    return err({ kind: 'signed-out', message: error instanceof Error ? error.message : 'sign-in failed' });
  }
}

interface Sender extends ClientOptions {
  readonly kept: KeptAnswers;
}

async function send<T>(
  options: Sender,
  name: RouteName,
  input: LooseInput & { readonly token: string | null },
): Promise<Result<T, CallFailure>> {
  let response: Response;
  const path = pathOf(name, input);
  const kept = PATHS[name].method === 'get' ? options.kept.of(path) : undefined;
  const asked = { ...input, ...(kept ? { tag: kept.tag } : {}) };
  try {
    response = await options.fetch(`${options.origin}${path}`, requestOf(options, name, asked));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    // fetch tells an unreachable server only by throwing.
    return err({ kind: 'offline' });
  }
  if (response.status === 304 && kept) return ok(stillStanding(kept, response.headers) as T);
  const reply = await replyOf<T>(response);
  const tag = response.headers.get('etag');
  if (reply.ok && tag !== null) options.kept.keep(path, { tag, value: reply.value });
  return reply;
}

async function replyOf<T>(response: Response): Promise<Result<T, CallFailure>> {
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return ok(body as T);
  const known = typeof body === 'object' && body !== null && 'code' in body;
  const problem: Problem = known
    ? (body as Problem)
    : { type: 'about:blank', title: response.statusText, status: response.status, code: 'internal-error' };
  return err({ kind: 'problem', problem });
}

function pathOf(name: RouteName, input: LooseInput): string {
  const path = PATHS[name].path.replace(/\{(\w+)\}/g, (_, key: string) =>
    encodeURIComponent(input.params?.[key] ?? ''),
  );
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(input.query ?? {})) {
    if (value !== undefined) query.set(key, String(value));
  }
  return query.size > 0 ? `${path}?${query}` : path;
}

function requestOf(
  options: ClientOptions,
  name: RouteName,
  input: LooseInput & { readonly token: string | null; readonly tag?: string },
): RequestInit {
  return {
    method: PATHS[name].method.toUpperCase(),
    headers: {
      accept: 'application/json',
      'accept-language': options.locale,
      ...(input.token === null ? {} : { authorization: `Bearer ${input.token}` }),
      ...(input.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(input.tag === undefined ? {} : { 'if-none-match': input.tag }),
      ...(input.idempotencyKey === undefined ? {} : { 'idempotency-key': input.idempotencyKey }),
    },
    ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
    ...(input.signal ? { signal: input.signal } : {}),
  };
}
