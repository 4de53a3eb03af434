import type { Handler as HonoHandler } from 'hono';
import { PATHS, type RouteName } from '../../contract/paths.ts';
import type { Problem } from '../../contract/problem.ts';
import { ROUTES } from '../../contract/routes.ts';
import type { Result } from '../../domain/result.ts';
import { authenticate } from '../auth/authenticate.ts';
import type { ApiContext } from '../context.ts';
import { HANDLERS } from '../routes/handlers.ts';
import { type AnswerTag, answerTag, unchanged } from './answer-tag.ts';
import type { Call, Caller, Handler } from './handler.ts';
import { localeOf } from './locale.ts';
import { problem, problemResponse } from './problem-response.ts';
import { type RawInput, readInput } from './read-input.ts';
import type { HttpContext } from './server.ts';

/** One route: who calls, is the request sound, has it been answered before, then the handler. */
export function serveRoute(context: ApiContext, name: RouteName): HonoHandler {
  const open = 'open' in ROUTES[name];
  return async (c: HttpContext) => {
    if (open) return await respond(context, name, await readCall(c, name, NOBODY));
    const caller = await authenticate(context, c.req.header('authorization'));
    if (!caller.ok) return problemResponse(caller.error);
    const call = await readCall(c, name, caller.value);
    const ahead = call.ok ? await aheadOfTime(context, call.value) : null;
    if (ahead) return problemResponse(ahead);
    const tag = call.ok ? await answerTag(context, name, call.value) : null;
    const same = tag && unchanged(c.req.header('if-none-match'), tag);
    return same ?? tagged(await once(context, c, { name, call }), tag);
  };
}

/** Only what was answered bears the tag: a problem has none. */
function tagged(response: Response, tag: AnswerTag | null): Response {
  if (tag && response.ok) response.headers.set('etag', tag.tag);
  return response;
}

/** Open routes look at no caller; they get one that can do nothing. */
const NOBODY: Caller = { tenant: '', person: { id: '', name: '', appRole: 'Manager' } };

type ReadCall = Result<Call<RouteName>, Problem> & { readonly text?: string; readonly caller: Caller };

async function readCall(c: HttpContext, name: RouteName, caller: Caller): Promise<ReadCall> {
  const hasBody = PATHS[name].method !== 'get';
  const text = hasBody ? await c.req.text() : undefined;
  const raw: RawInput = {
    params: c.req.param(),
    query: c.req.query(),
    ...(text === undefined ? {} : { body: { contentType: c.req.header('content-type') ?? '', text } }),
  };
  const input = readInput(name, raw);
  const rest = { caller, ...(text === undefined ? {} : { text }) };
  if (!input.ok) return { ...input, ...rest };
  const call = { caller, locale: localeOf(c.req.header('accept-language')), ...input.value };
  // The contract's own schemas made the parts; only their names are lost here.
  return { ok: true, value: call as Call<RouteName>, ...rest };
}

/** Nobody knows the future: a view of it would be today's facts under a later date. */
async function aheadOfTime(
  { tenants, clock }: ApiContext,
  { caller, query }: Call<RouteName>,
): Promise<Problem | null> {
  const asked = 'asOf' in query && typeof query.asOf === 'string' ? Date.parse(query.asOf) : null;
  if (asked === null || asked <= clock.now() || asked <= (await tenants.read(caller.tenant)).at) return null;
  const message = 'This moment has not come yet.';
  return problem('request-invalid', { errors: [{ at: 'query.asOf', rule: 'future-moment', message }] });
}

async function once(
  context: ApiContext,
  c: HttpContext,
  { name, call }: { readonly name: RouteName; readonly call: ReadCall },
): Promise<Response> {
  const key = PATHS[name].method === 'post' ? c.req.header('idempotency-key') : undefined;
  const answer = () => respond(context, name, call);
  if (key === undefined || !call.ok) return await answer();
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    return problemResponse(
      problem('request-invalid', { detail: 'an Idempotency-Key has 1 to 200 visible ASCII characters' }),
    );
  }
  const { tenant, person } = call.caller;
  const content = `${c.req.method} ${c.req.path}\n${call.text ?? ''}`;
  return await context.answerOnce({ tenant, person: person.id, key, content }, answer);
}

async function respond(context: ApiContext, name: RouteName, call: ReadCall): Promise<Response> {
  if (!call.ok) return problemResponse(call.error);
  const handle = HANDLERS[name] as unknown as Handler<RouteName>;
  const answer = await handle(context, call.value);
  if (!answer.ok) return problemResponse(answer.error);
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  return new Response(JSON.stringify(answer.value), { headers });
}
