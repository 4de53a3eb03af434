import type { TokenCredential } from '@azure/identity';
import {
  AuthenticationHandler,
  Client,
  type Context,
  GraphError,
  type Middleware,
  RetryHandler,
  RetryHandlerOptions,
  TelemetryHandler,
} from '@microsoft/microsoft-graph-client';
import { TokenCredentialAuthenticationProvider } from '@microsoft/microsoft-graph-client/authProviders/azureTokenCredentials/index.js';
import { err, ok, type Result } from '../../domain/result.ts';
import type { CalendarFailure } from '../ports.ts';

export interface GraphCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Behind `/v1.0`, with its query. */
  readonly path: string;
  readonly body?: unknown;
}

/** What Graph refused: its own code and status, for the adapter to act on. */
export interface GraphFailure extends CalendarFailure {
  readonly status: number;
  readonly code: string;
}

export type Graph = (call: GraphCall) => Promise<Result<unknown, GraphFailure>>;

export interface GraphConnection {
  /** The server's own identity, app-only. */
  readonly credential: TokenCredential;
  /** Replaced in tests and in the sandbox, behind the client's real authentication and retries. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

const SCOPES = ['https://graph.microsoft.com/.default'];
/** Exchange allows four at a time per app and mailbox; one is left for people's own tools. */
const AT_ONCE = 3;
/** The client waits this long by itself; a longer Retry-After goes back to the outbox, which frees the worker. */
const PATIENCE_SECONDS = 5;
const THROTTLED = new Set([408, 429, 500, 502, 503, 504]);

/**
 * The one file that knows the Graph client. It repeats a POST by itself on 429, 503 and 504, so every create must
 * carry a transactionId. At most three requests run at a time.
 */
export function connectGraph(connection: GraphConnection): Graph {
  const client = Client.initWithMiddleware({ middleware: chainOf(connection) });
  const turn = createTurns(AT_ONCE);
  return async (call) => await turn(async () => await answerTo(client, call));
}

async function answerTo(
  client: Client,
  { method, path, body }: GraphCall,
): Promise<Result<unknown, GraphFailure>> {
  const request = client.api(path).headers({ Prefer: 'IdType="ImmutableId"' });
  try {
    if (method === 'GET') return ok(await request.get());
    if (method === 'DELETE') return ok(await request.delete());
    return ok(method === 'POST' ? await request.post(body) : await request.patch(body));
  } catch (error) {
    // The client tells every refusal by throwing; a token that cannot be had comes the same way.
    return err(failureOf(error));
  }
}

function failureOf(error: unknown): GraphFailure {
  if (!(error instanceof GraphError)) {
    const message = error instanceof Error ? error.message : 'Graph could not be reached';
    return { kind: 'unavailable', status: 0, code: 'unreachable', message };
  }
  const { statusCode: status, code, message } = error;
  const retryAfter = Number(error.headers?.get('retry-after') ?? Number.NaN);
  return {
    kind: status <= 0 || status === 401 || THROTTLED.has(status) ? 'unavailable' : 'refused',
    status,
    code: code ?? '',
    message: `${status} ${code ?? ''} ${message}`.trim().slice(0, 500),
    ...(Number.isFinite(retryAfter) ? { retryAfterMs: Math.ceil(retryAfter * 1000) } : {}),
  };
}

function chainOf({ credential, fetch: send }: GraphConnection): Middleware {
  const authentication = new AuthenticationHandler(
    new TokenCredentialAuthenticationProvider(credential, { scopes: SCOPES }),
  );
  const retry = new RetryHandler(
    new RetryHandlerOptions(1, 2, (_delay, _attempt, _request, _options, response) => {
      return Number(response?.headers.get('retry-after') ?? 0) <= PATIENCE_SECONDS;
    }),
  );
  const telemetry = new TelemetryHandler();
  authentication.setNext(retry);
  retry.setNext(telemetry);
  telemetry.setNext(lastHandler(send ?? ((request) => fetch(request))));
  return authentication;
}

function lastHandler(send: (request: Request) => Promise<Response>): Middleware {
  return {
    execute: async (context: Context) => {
      const { request, options } = context;
      context.response = await send(new Request(request as string | Request, options));
    },
  };
}

/** Lets at most `limit` tasks run at a time, in the order they asked. */
function createTurns(limit: number): <T>(task: () => Promise<T>) => Promise<T> {
  let free = limit;
  const waiting: (() => void)[] = [];
  return async (task) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
