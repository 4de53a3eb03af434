import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../database/schema.ts';
import type { Clock } from '../ports.ts';
import { problem, problemResponse } from './problem-response.ts';

/** One keyed request of one person. */
export interface KeyedRequest {
  readonly tenant: string;
  readonly person: string;
  readonly key: string;
  /** Method, path and body: what "the same request" means. */
  readonly content: string;
}

/** Answers a keyed request once; the same key with other content is a conflict. */
export type AnswerOnce = (request: KeyedRequest, answer: () => Promise<Response>) => Promise<Response>;

const KEPT_MS = 7 * 86_400_000;

/**
 * Keeps answers below 500 for a week. The answer is kept after its work is committed; if the process dies between
 * the two, the repeated request meets the natural keys of the ledger and reports `repeated`. Two at once in this
 * process wait for each other.
 */
export function answerOnce(db: Kysely<Schema>, clock: Clock): AnswerOnce {
  const running = new Map<string, Promise<unknown>>();
  return async (request, answer) => {
    const slot = JSON.stringify([request.tenant, request.person, request.key]);
    while (running.has(slot)) await running.get(slot);
    const work = answerKeyed({ db, clock }, request, answer);
    const settled = work.then(
      () => {},
      () => {},
    );
    running.set(slot, settled);
    try {
      return await work;
    } finally {
      running.delete(slot);
    }
  };
}

async function answerKeyed(
  store: { readonly db: Kysely<Schema>; readonly clock: Clock },
  request: KeyedRequest,
  answer: () => Promise<Response>,
): Promise<Response> {
  const hash = createHash('sha256').update(request.content).digest('hex');
  const known = await findAnswer(store.db, request);
  if (known)
    return known.request_hash === hash ? replay(known) : problemResponse(problem('idempotency-conflict'));
  const response = await answer();
  if (response.status < 500) {
    const body = await response.clone().text();
    await keepAnswer(store, request, { hash, status: response.status, body });
  }
  return response;
}

function replay(known: Known): Response {
  const type = known.status < 400 ? 'application/json' : 'application/problem+json';
  const headers = { 'content-type': type, 'cache-control': 'no-store', 'idempotency-replayed': 'true' };
  return new Response(known.body, { status: known.status, headers });
}

interface Known {
  readonly request_hash: string;
  readonly status: number;
  readonly body: string;
}

async function findAnswer(
  db: Kysely<Schema>,
  { tenant, person, key }: KeyedRequest,
): Promise<Known | undefined> {
  const { rows } = await sql<Known>`select * from answered(${tenant}, ${person}, ${key})`.execute(db);
  return rows[0];
}

async function keepAnswer(
  { db, clock }: { readonly db: Kysely<Schema>; readonly clock: Clock },
  { tenant, person, key }: KeyedRequest,
  { hash, status, body }: { readonly hash: string; readonly status: number; readonly body: string },
): Promise<void> {
  const at = clock.now();
  await sql`select keep_answer(${tenant}, ${person}, ${key}, ${hash}, ${status}, ${body}, ${at},
    ${at - KEPT_MS})`.execute(db);
}
