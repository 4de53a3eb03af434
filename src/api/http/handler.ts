import type { RouteName } from '../../contract/paths.ts';
import type { FieldProblem, Problem } from '../../contract/problem.ts';
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

/** An item of a batch as it was read: sound, or with what is wrong with it. `index` is its place in the request. */
export type ReadLine<L> =
  { readonly index: number; readonly line: L } | { readonly index: number; readonly spoiled: Spoiled };

/** What an answer needs of an item that breaks the contract; names are empty where they cannot be read. */
export interface Spoiled {
  readonly ref: string;
  readonly kpi: string;
  readonly name: string;
  readonly errors: readonly FieldProblem[];
}

type LineOf<N extends RouteName> = (typeof ROUTES)[N] extends {
  readonly lines: { readonly schema: infer S extends z.ZodType };
}
  ? z.output<S>
  : never;

type WithoutLines<N extends RouteName> = (typeof ROUTES)[N] extends { readonly lines: object }
  ? Omit<Parsed<N, 'body'>, 'lines' | 'rows'>
  : Parsed<N, 'body'>;

/** One checked request. */
export interface Call<N extends RouteName> {
  readonly caller: Caller;
  readonly locale: string;
  readonly params: Parsed<N, 'params'>;
  readonly query: Parsed<N, 'query'>;
  /** Without its lines, where the route has some: those are below, each with its place. */
  readonly body: WithoutLines<N>;
  readonly lines: readonly ReadLine<LineOf<N>>[];
}

export type Answer<N extends RouteName> = Promise<Result<Reply<N>, Problem>>;

/** One route, one file, one function. */
export type Handler<N extends RouteName> = (context: ApiContext, call: Call<N>) => Answer<N>;
