import type { z } from 'zod';
import { ROUTES } from '../../contract/routes.ts';
import type { RouteName } from '../../contract/paths.ts';
import type { FieldProblem, Problem } from '../../contract/problem.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import { faultOf } from './fault-of.ts';
import type { ReadLine } from './handler.ts';
import { problem } from './problem-response.ts';
import { type LineList, readLines, withAnyLines } from './read-lines.ts';

/** A request as it came in, before anything is believed. */
export interface RawInput {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Absent for methods without one. */
  readonly body?: { readonly contentType: string; readonly text: string };
}

export interface Input {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  /** The items of a batch; empty for other routes. */
  readonly lines: readonly ReadLine<unknown>[];
}

interface Schemas {
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly lines?: LineList;
  readonly response: z.ZodType;
}

/**
 * Checks path, query and body against the contract; every fault is named by its JSON path. Faults in the items of a
 * batch stay theirs; any other refuses the request.
 */
export function readInput(name: RouteName, raw: RawInput): Result<Input, Problem> {
  const schemas: Schemas = ROUTES[name] satisfies object;
  const parsed = schemas.body ? parseJson(raw.body) : ok(undefined);
  if (!parsed.ok) return parsed;
  const faults: FieldProblem[] = [];
  const read = (schema: z.ZodType | undefined, value: unknown, where: string): unknown => {
    if (!schema) return {};
    const result = schema.safeParse(value);
    if (!result.success) faults.push(...result.error.issues.map((issue) => faultOf(issue, where)));
    return result.data;
  };
  const input = {
    params: read(schemas.params, raw.params, 'path.'),
    query: read(schemas.query, raw.query, 'query.'),
    body: read(bodySchema(schemas), parsed.value, ''),
  };
  const lines = faults.length === 0 ? linesIn(schemas, input.body) : [];
  return faults.length === 0
    ? ok({ ...input, lines })
    : err(problem('request-invalid', { errors: faults.slice(0, 100) }));
}

function bodySchema({ body, lines }: Schemas): z.ZodType | undefined {
  return body && lines ? withAnyLines(body as z.ZodObject, lines) : body;
}

function linesIn({ lines }: Schemas, body: unknown): readonly ReadLine<unknown>[] {
  return lines
    ? readLines((body as Readonly<Record<string, readonly unknown[]>>)[lines.field] ?? [], lines)
    : [];
}

function parseJson(body: RawInput['body']): Result<unknown, Problem> {
  if (!/^application\/json\b/i.test(body?.contentType ?? ''))
    return invalid('the body must be application/json');
  try {
    return ok(JSON.parse(body?.text ?? '', wellFormed) as unknown);
  } catch {
    // JSON.parse tells bad JSON only by throwing; its message may quote the body.
    return invalid('the body is not JSON');
  }
}

/** Half a surrogate pair has no place in UTF-8, in a hash or in a database: it shows as what cannot be read. */
function wellFormed(key: string, member: unknown): unknown {
  if (!key.isWellFormed()) throw new SyntaxError();
  return typeof member === 'string' ? member.toWellFormed() : member;
}

function invalid(detail: string): Result<never, Problem> {
  return err(problem('request-invalid', { detail }));
}
