import { z } from 'zod';

/** Stable error codes and the HTTP status each one travels with. */
export const PROBLEM_STATUS = {
  'token-missing': 401,
  'token-invalid': 401,
  'tenant-foreign': 403,
  'scope-missing': 403,
  'not-allowed': 403,
  'not-found': 404,
  'request-invalid': 400,
  'body-too-large': 413,
  'idempotency-conflict': 409,
  'already-decided': 409,
  'decision-refused': 422,
  'keys-unreachable': 503,
  'storage-unavailable': 503,
  'too-many-requests': 429,
  'internal-error': 500,
} as const;

export type ProblemCode = keyof typeof PROBLEM_STATUS;

export const fieldProblemSchema = z.object({
  /** JSON path into the request, e.g. `lines[2].value`. */
  at: z.string(),
  /** The rule that was broken, as a stable code. */
  rule: z.string(),
  /** One sentence that names place, cause and cure. */
  message: z.string(),
});

/** RFC 9457 problem details with a stable `code`. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(Object.keys(PROBLEM_STATUS) as [ProblemCode, ...ProblemCode[]]),
    detail: z.string().optional(),
    /** A short number to give the admin. */
    instance: z.string().optional(),
    errors: z.array(fieldProblemSchema).optional(),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof problemSchema>;
export type FieldProblem = z.infer<typeof fieldProblemSchema>;
