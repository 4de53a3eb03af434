import type { Problem } from '../../contract/problem.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import type { ApiContext } from '../context.ts';
import type { Caller } from '../http/handler.ts';
import { problem } from '../http/problem-response.ts';

/**
 * Who calls: a proven token, tied by (tid, oid) to a person of the tenant. A proven account that is nobody of ours
 * is refused like anyone without rights; a mail address never makes somebody a person.
 */
export async function authenticate(
  context: ApiContext,
  authorization: string | undefined,
): Promise<Result<Caller, Problem>> {
  const identity = await context.tokenCheck(authorization);
  if (!identity.ok) return err(problem(identity.error));
  const { tid } = identity.value;
  const state = await context.tenants.read(tid);
  const id = (await context.directory?.personOf(identity.value)) ?? state.accounts.get(identity.value.oid);
  const person = state.facts.portfolio.people.find((one) => one.id === id);
  if (!person) return err(problem('not-allowed', { detail: 'You are signed in, but not set up here yet.' }));
  return ok({ tenant: tid, person });
}
