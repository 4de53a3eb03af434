import { contains, overlaps } from '../../model/area.ts';
import { checkValue } from '../../model/check-validation.ts';
import { eachCell } from '../../model/area.ts';
import { validationKind, VALIDATION_KINDS, type ValidationRule } from '../../model/validation-rule.ts';
import { record } from '../arguments.ts';
import { accessDenied, invalidArgument } from '../host-error.ts';
import type { RangeTarget } from '../remote.ts';
import type { Session } from '../session.ts';
import type { WireClass } from '../wire-class.ts';

export const dataValidationClass: WireClass<RangeTarget> = {
  scalars: {
    Type: { get: typeOf },
    Rule: { get: (target) => ruleOf(target)?.rule ?? {}, set: (target, value) => setRule(target, value) },
    Prompt: {
      get: (target) => ruleOf(target)?.prompt ?? null,
      set: (target, value) => replace(target, { prompt: value }),
    },
    ErrorAlert: {
      get: (target) => ruleOf(target)?.errorAlert ?? null,
      set: (target, value) => replace(target, { errorAlert: value }),
    },
    IgnoreBlanks: {
      get: (target) => ruleOf(target)?.ignoreBlanks ?? true,
      set: (target, value) => replace(target, { ignoreBlanks: value === true }),
    },
    Valid: { get: allValid },
  },
  methods: { Clear: (target) => clear(target) },
};

function ruleOf({ sheet, area }: RangeTarget): ValidationRule | undefined {
  return sheet.validations.find((rule) => contains(rule.area, area));
}

function typeOf(target: RangeTarget): string {
  const rule = ruleOf(target);
  const kind = rule && validationKind(rule);
  if (kind !== undefined) return kind.slice(0, 1).toUpperCase() + kind.slice(1);
  return target.sheet.validations.some((r) => overlaps(r.area, target.area)) ? 'Inconsistent' : 'None';
}

function setRule(target: RangeTarget, value: unknown): void {
  const rule = record(value);
  const kinds = VALIDATION_KINDS.filter((kind) => rule[kind] !== undefined && rule[kind] !== null);
  const [kind] = kinds;
  if (kind === undefined || kinds.length > 1) throw invalidArgument();
  replace(target, { rule: { [kind]: record(rule[kind]) } });
}

function replace({ sheet, area }: RangeTarget, change: Partial<ValidationRule>): void {
  if (sheet.protection !== undefined) throw accessDenied();
  const own = ruleOf({ sheet, area }) ?? { rule: {}, ignoreBlanks: true };
  const next: ValidationRule = { ...own, ...change, area };
  sheet.validations = [next, ...sheet.validations.filter((rule) => !contains(area, rule.area))];
}

function clear({ sheet, area }: RangeTarget): void {
  if (sheet.protection !== undefined) throw accessDenied();
  sheet.validations = sheet.validations.filter((rule) => !overlaps(rule.area, area));
}

/** true, false, or null where some cells fit and others do not. */
function allValid(target: RangeTarget, { workbook }: Session): boolean | null {
  const verdicts = new Set<boolean>();
  eachCell(target.area, (row, column) => {
    const value = target.sheet.cell(row, column)?.value ?? null;
    verdicts.add(checkValue(workbook, { sheet: target.sheet, row, column }, value) === undefined);
  });
  return verdicts.size === 2 ? null : !verdicts.has(false);
}
