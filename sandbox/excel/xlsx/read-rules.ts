import type { ConditionalJson, ValidationJson } from '../model/workbook-json.ts';
import type { ConditionalLook } from '../model/conditional-rule.ts';
import type { ValidationKind } from '../model/validation-rule.ts';
import { parseArea } from '../model/address.ts';
import type { XmlElement } from './xml.ts';

const KINDS: Readonly<Record<string, ValidationKind>> = {
  whole: 'wholeNumber',
  decimal: 'decimal',
  list: 'list',
  date: 'date',
  time: 'time',
  textLength: 'textLength',
  custom: 'custom',
};
const OPERATORS: Readonly<Record<string, string>> = {
  between: 'Between',
  notBetween: 'NotBetween',
  equal: 'EqualTo',
  notEqual: 'NotEqualTo',
  greaterThan: 'GreaterThan',
  lessThan: 'LessThan',
  greaterThanOrEqual: 'GreaterThanOrEqualTo',
  lessThanOrEqual: 'LessThanOrEqualTo',
};
const STYLES: Readonly<Record<string, string>> = {
  stop: 'Stop',
  warning: 'Warning',
  information: 'Information',
};

/** Data validations, also those of the 2009 extension (lists on other sheets). */
export function readValidations(sheet: XmlElement): readonly ValidationJson[] {
  return [...sheet.deep('dataValidation')].flatMap((element) => {
    const kind = KINDS[element.attribute('type') ?? ''];
    if (kind === undefined) return [];
    const rule = { [kind]: settingsOf(kind, element) };
    return addressesOf(element).map((address) => ({
      address,
      rule,
      ignoreBlanks: element.flag('allowBlank'),
      errorAlert: alertOf(element),
    }));
  });
}

function settingsOf(kind: ValidationKind, element: XmlElement): Readonly<Record<string, unknown>> {
  const [first, second] = ['formula1', 'formula2'].map((name) => formulaText(element.child(name)));
  if (kind === 'list')
    return { inCellDropDown: !element.flag('showDropDown'), source: listSource(first ?? '') };
  if (kind === 'custom') return { formula: `=${first ?? ''}` };
  const operator = OPERATORS[element.attribute('operator') ?? 'between'] ?? 'Between';
  return {
    operator,
    formula1: operand(first),
    ...(second === undefined ? {} : { formula2: operand(second) }),
  };
}

function formulaText(element: XmlElement | undefined): string | undefined {
  return element?.child('f')?.text ?? element?.text;
}

/** A quoted list is its entries; everything else is a reference. */
function listSource(formula: string): string {
  return formula.startsWith('"') ? formula.slice(1, -1).replaceAll('""', '"') : `=${formula}`;
}

function operand(formula: string | undefined): string | number {
  const amount = Number(formula);
  return formula !== undefined && formula !== '' && !Number.isNaN(amount) ? amount : `=${formula ?? ''}`;
}

function alertOf(element: XmlElement): unknown {
  return {
    showAlert: element.flag('showErrorMessage'),
    style: STYLES[element.attribute('errorStyle') ?? 'stop'] ?? 'Stop',
    title: element.attribute('errorTitle') ?? '',
    message: element.attribute('error') ?? '',
  };
}

function addressesOf(element: XmlElement): readonly string[] {
  const text = element.attribute('sqref') ?? element.child('sqref')?.text ?? '';
  return text.split(/\s+/u).filter((address) => parseArea(address) !== undefined);
}

/** Conditional formats of the three kinds the sandbox draws; others stay out of the picture. */
export function readConditionals(
  sheet: XmlElement,
  looks: readonly ConditionalLook[],
): readonly ConditionalJson[] {
  return sheet.all('conditionalFormatting').flatMap((group) =>
    group.all('cfRule').flatMap((element) => {
      const rule = conditionalRule(element);
      const look = { ...looks[element.number('dxfId') ?? -1] };
      const common = {
        priority: element.number('priority') ?? 0,
        stopIfTrue: element.flag('stopIfTrue'),
        look,
      };
      return rule === undefined ? [] : addressesOf(group).map((address) => ({ ...common, ...rule, address }));
    }),
  );
}

type RulePart = Pick<ConditionalJson, 'kind' | 'formula' | 'rule'>;

function conditionalRule(element: XmlElement): RulePart | undefined {
  const [first, second] = element.all('formula').map((formula) => `=${formula.text}`);
  const operator = element.attribute('operator') ?? '';
  switch (element.attribute('type') ?? '') {
    case 'cellIs':
      // Conditional formats spell these two without "To", data validations with it.
      return {
        kind: 'CellValue',
        formula: '',
        rule: {
          operator: (OPERATORS[operator] ?? '').replace(/(Than.*)To$/u, '$1'),
          formula1: first,
          ...(second === undefined ? {} : { formula2: second }),
        },
      };
    case 'containsText':
    case 'beginsWith':
    case 'endsWith':
      return {
        kind: 'ContainsText',
        formula: '',
        rule: {
          operator:
            { containsText: 'Contains', beginsWith: 'BeginsWith', endsWith: 'EndsWith' }[operator] ??
            'Contains',
          text: element.attribute('text') ?? '',
        },
      };
    case 'expression':
      return { kind: 'Custom', formula: first ?? '' };
    default:
      return undefined;
  }
}
