import { randomUUID } from 'node:crypto';
import type { Context, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Instant } from '../../src/domain/zoned-time.ts';
import type { GraphEnvironment } from './environment.ts';
import { type Faults, throttled } from './faults.ts';
import { GraphError, errorBody } from './graph-error.ts';
import { type Exchange, exchangeOf } from './recorder.ts';

/** What every request passes before and after the work itself: faults, throttling, request ids, the record. */
export interface FrontDoor {
  readonly app: Hono<GraphEnvironment>;
  readonly faults: Faults;
  readonly exchanges: Exchange[];
  /** Requests under way by mailbox. */
  readonly busy: Map<string, number>;
  readonly sleep: (ms: number) => Promise<unknown>;
  readonly now: () => Instant;
}

/** Outlook serves four requests at a time for an app and mailbox. */
const CONCURRENT = 4;
const KEPT_EXCHANGES = 5000;
const REQUEST_ID = 'sandbox-request-id';
const JSON_TYPE =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

export async function answer(door: FrontDoor, request: Request): Promise<Response> {
  const requestText = await request.text();
  const id = randomUUID();
  const response = await work(door, request, { text: requestText, id });
  const responseText = await response.text();
  const stamped = new Response(responseText === '' ? null : responseText, {
    status: response.status,
    headers: stampedHeaders(response, request, id),
  });
  door.exchanges.push(
    exchangeOf({
      id: door.exchanges.length + 1,
      at: door.now(),
      request,
      requestText,
      response: stamped,
      responseText,
    }),
  );
  if (door.exchanges.length > KEPT_EXCHANGES) door.exchanges.shift();
  return stamped;
}

/** The error envelope for anything thrown on the way; a surprise in the sandbox's own code is not dressed up. */
export function refusal(c: Context, error: Error, at: Instant): Response {
  if (!(error instanceof GraphError)) throw error;
  const body = errorBody(error, c.req.header(REQUEST_ID) ?? '', at, c.req.header('client-request-id'));
  return c.json(body, error.status as ContentfulStatusCode, error.headers);
}

async function work(
  door: FrontDoor,
  request: Request,
  received: { readonly text: string; readonly id: string },
): Promise<Response> {
  const path = decodeURIComponent(new URL(request.url).pathname);
  const struck = door.faults.strike(request.method, path);
  const mailbox = /\/users\/([^/]+)/.exec(path)?.[1]?.toLowerCase() ?? '';
  const busy = door.busy.get(mailbox) ?? 0;
  const tooMany = mailbox !== '' && busy >= CONCURRENT ? throttled(1) : undefined;
  door.busy.set(mailbox, busy + 1);
  try {
    if (struck.latency > 0) await door.sleep(struck.latency);
    const early = struck.before ?? tooMany;
    if (early) return failed(door, request, received.id, early);
    const response = await door.app.fetch(inner(request, received), {
      withoutOnlineMeeting: struck.withoutOnlineMeeting,
    });
    return struck.after ? failed(door, request, received.id, struck.after) : response;
  } finally {
    door.busy.set(mailbox, (door.busy.get(mailbox) ?? 1) - 1);
  }
}

function inner(request: Request, received: { readonly text: string; readonly id: string }): Request {
  const headers = new Headers(request.headers);
  headers.set(REQUEST_ID, received.id);
  return new Request(request.url, {
    method: request.method,
    headers,
    ...(received.text === '' ? {} : { body: received.text }),
  });
}

function failed(door: FrontDoor, request: Request, id: string, error: GraphError): Response {
  const clientRequestId = request.headers.get('client-request-id') ?? undefined;
  return Response.json(errorBody(error, id, door.now(), clientRequestId), {
    status: error.status,
    headers: error.headers,
  });
}

function stampedHeaders(response: Response, request: Request, id: string): Headers {
  const headers = new Headers(response.headers);
  headers.set('request-id', id);
  const clientRequestId = request.headers.get('client-request-id');
  if (clientRequestId !== null) headers.set('client-request-id', clientRequestId);
  if (headers.has('content-type')) headers.set('content-type', JSON_TYPE);
  return headers;
}
