import type { RouteName } from '../../contract/paths.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Response as Reply, ROUTES } from '../../contract/routes.ts';
import type { z } from 'zod';
import type { Person } from '../../domain/portfolio.ts';
import type { Result } from '../../domain/result.ts';
import type { ApiContext } from '../context.ts';

/** Who calls: proven by the token, known to the tenant. */
export interface Caller {
  readonly tenant: string;
  readonly person: Person;
}

/** A part that the route does not take. */
type NoPart = Readonly<Record<string, never>>;

type Parsed<N extends RouteName, K extends string> =
  (typeof ROUTES)[N] extends Record<K, infer S extends z.ZodType> ? z.output<S> : NoPart;

/** One checked request. */
export interface Call<N extends RouteName> {
  readonly caller: Caller;
  readonly locale: string;
  readonly params: Parsed<N, 'params'>;
  readonly query: Parsed<N, 'query'>;
  readonly body: Parsed<N, 'body'>;
}

export type Answer<N extends RouteName> = Promise<Result<Reply<N>, Problem>>;

/** One route, one file, one function. */
export type Handler<N extends RouteName> = (context: ApiContext, call: Call<N>) => Answer<N>;
