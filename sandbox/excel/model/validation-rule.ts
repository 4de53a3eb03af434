import type { Area } from './address.ts';

export type ValidationKind = 'list' | 'wholeNumber' | 'decimal' | 'date' | 'time' | 'textLength' | 'custom';

export const VALIDATION_KINDS: readonly ValidationKind[] = [
  'list',
  'wholeNumber',
  'decimal',
  'date',
  'time',
  'textLength',
  'custom',
];

/** `rule`, `prompt` and `errorAlert` have office.js's own shapes. */
export interface ValidationRule {
  readonly area: Area;
  readonly rule: Readonly<Partial<Record<ValidationKind, Readonly<Record<string, unknown>>>>>;
  readonly prompt?: unknown;
  readonly errorAlert?: unknown;
  readonly ignoreBlanks: boolean;
}

export function validationKind(rule: ValidationRule): ValidationKind | undefined {
  return VALIDATION_KINDS.find((kind) => rule.rule[kind] !== undefined);
}
