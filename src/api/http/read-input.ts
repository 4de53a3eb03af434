import type { z } from 'zod';
import { ROUTES } from '../../contract/routes.ts';
import type { RouteName } from '../../contract/paths.ts';
import type { FieldProblem, Problem } from '../../contract/problem.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import { problem } from './problem-response.ts';

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
}

interface Schemas {
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly response: z.ZodType;
}

/** Half a surrogate pair has no place in UTF-8, in a hash or in a database. */
const HALF_A_PAIR = /\p{Surrogate}/u;

/** Checks path, query and body against the contract; every fault is named by its JSON path. */
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
    body: read(schemas.body, parsed.value, ''),
  };
  return faults.length === 0 ? ok(input) : err(problem('request-invalid', { errors: faults.slice(0, 100) }));
}

function parseJson(body: RawInput['body']): Result<unknown, Problem> {
  if (!/^application\/json\b/i.test(body?.contentType ?? ''))
    return invalid('the body must be application/json');
  try {
    const value: unknown = JSON.parse(body?.text ?? '', (key, member: unknown) => {
      if (HALF_A_PAIR.test(key) || (typeof member === 'string' && HALF_A_PAIR.test(member)))
        throw new SyntaxError();
      return member;
    });
    return ok(value);
  } catch {
    // JSON.parse tells bad JSON only by throwing; its message may quote the body.
    return invalid('the body is not JSON');
  }
}

function invalid(detail: string): Result<never, Problem> {
  return err(problem('request-invalid', { detail }));
}

/** `lines[2].value`. */
function faultOf(issue: z.core.$ZodIssue, where: string): FieldProblem {
  const at = issue.path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
  return { at: `${where}${at}`, rule: issue.code, message: issue.message };
}
