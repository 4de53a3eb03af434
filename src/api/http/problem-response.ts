import { PROBLEM_STATUS, type FieldProblem, type Problem, type ProblemCode } from '../../contract/problem.ts';

const TITLES: Readonly<Record<ProblemCode, string>> = {
  'token-missing': 'Sign in first',
  'token-invalid': 'The sign-in was not accepted',
  'tenant-foreign': 'This organisation does not use this service',
  'scope-missing': 'The sign-in does not cover this service',
  'not-allowed': 'You may not do this',
  'not-found': 'Not found',
  'request-invalid': 'The request breaks the contract',
  'body-too-large': 'The request is too large',
  'idempotency-conflict': 'The same key was used for another request',
  'already-decided': 'This recalibration is already decided',
  'decision-refused': 'The decision was refused',
  'keys-unreachable': 'Sign-in cannot be checked just now',
  'storage-unavailable': 'The data cannot be reached just now',
  'too-many-requests': 'Too many requests',
  'internal-error': 'Something went wrong on our side',
};

export interface ProblemDetails {
  readonly detail?: string;
  readonly instance?: string;
  readonly errors?: FieldProblem[];
}

/** Problem details by RFC 9457; the code decides status and title. */
export function problem(code: ProblemCode, details: ProblemDetails = {}): Problem {
  return {
    type: `urn:lastmile:problem:${code}`,
    title: TITLES[code],
    status: PROBLEM_STATUS[code],
    code,
    ...details,
  };
}

/** The one place where a problem becomes HTTP. */
export function problemResponse(body: Problem): Response {
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
  if (body.status === 401) headers.set('www-authenticate', 'Bearer');
  if (body.status === 503 || body.status === 429) headers.set('retry-after', '5');
  return new Response(JSON.stringify(body), { status: body.status, headers });
}
