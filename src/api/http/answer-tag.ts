import { createHash } from 'node:crypto';
import { AS_OF_HEADER, type RouteName } from '../../contract/paths.ts';
import { advance } from '../../domain/timeline.ts';
import { type Instant, localDate } from '../../domain/zoned-time.ts';
import { productVersion } from '../archive/product-version.ts';
import type { ApiContext } from '../context.ts';
import { timelineOf } from '../state/engine.ts';
import type { TenantState } from '../state/tenant-state.ts';
import type { Call } from './handler.ts';

/** What a reader would be shown: two alike tags, two alike answers, but for the moment they bear. */
export interface AnswerTag {
  /** Weak (RFC 9110, 8.8.3): the answers mean the same; `asOf` in them differs. */
  readonly tag: string;
  /** The moment the answer would bear, ISO 8601. */
  readonly asOf: string;
}

/**
 * Routes that change only by the ledger, by a moment the rules foresee, or by a new day. Others tell of moments that
 * nobody foresees (a meeting has ended, a thanks is a week old), and are built each time.
 */
const FORESEEN: ReadonlySet<RouteName> = new Set(['readPortfolio', 'readPricing']);

/** Null: this route has no tag. The state is read before the answer is, so a tag is never newer than its answer. */
export async function answerTag(
  { tenants, clock }: Pick<ApiContext, 'tenants' | 'clock'>,
  name: RouteName,
  call: Call<RouteName>,
): Promise<AnswerTag | null> {
  if (!FORESEEN.has(name)) return null;
  const state = await tenants.read(call.caller.tenant);
  const now = Math.max(clock.now(), state.at);
  const past = 'asOf' in call.query && typeof call.query.asOf === 'string' ? call.query.asOf : null;
  const asOf = new Date(past === null ? now : Math.min(now, Date.parse(past))).toISOString();
  const { tenant, person } = call.caller;
  const parts = [VERSION, name, past, call.locale, tenant, person.id, state.hash, ...moments(state, now)];
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
  return { tag: `W/"${hash}"`, asOf };
}

/** The one place where an answer becomes "as you have it"; null where the asker has none or another. */
export function unchanged(asked: string | undefined, { tag, asOf }: AnswerTag): Response | null {
  const known = asked?.split(',').map((one) => one.trim()) ?? [];
  if (!known.includes(tag)) return null;
  const headers = { etag: tag, 'cache-control': 'no-store', [AS_OF_HEADER]: asOf };
  return new Response(null, { status: 304, headers });
}

const VERSION = productVersion();

/** What tells two moments of one state apart: the next foreseen change, and the day wherever somebody lives. */
function moments(state: TenantState, now: Instant): readonly (Instant | string | null)[] {
  const { timeZone, people } = state.facts.portfolio;
  const zones = new Set([timeZone, ...people.map((person) => person.timeZone ?? timeZone)]);
  return [advance(timelineOf(state), now).next, ...[...zones].map((zone) => localDate(now, zone))];
}
