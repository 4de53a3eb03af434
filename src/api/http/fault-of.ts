import type { z } from 'zod';
import type { FieldProblem } from '../../contract/problem.ts';

/** One fault by its JSON path: `lines[2].value`. */
export function faultOf(issue: z.core.$ZodIssue, where: string): FieldProblem {
  const at = issue.path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
  return { at: `${where}${at}`, rule: issue.code, message: issue.message };
}
