import { overlaps } from '../../model/area.ts';
import type { ConditionalKind, ConditionalRule } from '../../model/conditional-rule.ts';
import type { Arguments } from '../arguments.ts';
import { record } from '../arguments.ts';
import { accessDenied, invalidArgument, itemNotFound, notImplemented } from '../host-error.ts';
import { remote, type RangeTarget, type Remote, type RuleTarget } from '../remote.ts';
import type { Session } from '../session.ts';
import type { WireClass } from '../wire-class.ts';

const KINDS: readonly ConditionalKind[] = ['CellValue', 'ContainsText', 'Custom'];

export const conditionalFormatCollectionClass: WireClass<RangeTarget> = {
  items: (range) => rulesOf(range).map((rule) => remote('ConditionalFormat', { sheet: range.sheet, rule })),
  methods: {
    Add: (range, args, session) => add(range, args.text(0), session),
    GetCount: (range) => rulesOf(range).length,
    GetItem: (range, args) => found(range, args) ?? fail(),
    GetItemOrNullObject: (range, args) => found(range, args),
    GetItemAt: (range, args) => at(range, args.integer(0)),
    ClearAll: (range, _, { workbook }) => {
      writable(range);
      range.sheet.conditionalRules = range.sheet.conditionalRules.filter(
        (rule) => !overlaps(rule.area, range.area),
      );
      workbook.emit({ kind: 'formatted', ...range });
    },
  },
};

export const conditionalFormatClass: WireClass<RuleTarget> = {
  identity: ({ rule }) => ({ Id: rule.id }),
  scalars: {
    Id: { get: ({ rule }) => rule.id },
    Type: { get: ({ rule }) => rule.kind },
    Priority: {
      get: ({ rule }) => rule.priority,
      set: ({ rule }, value) => void (rule.priority = Number(value)),
    },
    StopIfTrue: {
      get: ({ rule }) => rule.stopIfTrue,
      set: ({ rule }, value) => void (rule.stopIfTrue = value === true),
    },
  },
  navigation: {
    CellValue: (target) => only(target, 'CellValue', 'CellValueConditionalFormat') ?? fail(),
    CellValueOrNullObject: (target) => only(target, 'CellValue', 'CellValueConditionalFormat'),
    TextComparison: (target) => only(target, 'ContainsText', 'TextConditionalFormat') ?? fail(),
    TextComparisonOrNullObject: (target) => only(target, 'ContainsText', 'TextConditionalFormat'),
    Custom: (target) => only(target, 'Custom', 'CustomConditionalFormat') ?? fail(),
    CustomOrNullObject: (target) => only(target, 'Custom', 'CustomConditionalFormat'),
  },
  methods: {
    Delete: ({ sheet, rule }, _, { workbook }) => {
      sheet.conditionalRules = sheet.conditionalRules.filter((r) => r !== rule);
      workbook.emit({ kind: 'formatted', sheet, area: rule.area });
    },
    GetRange: ({ sheet, rule }) => remote('Range', { sheet, area: rule.area }),
    GetRangeOrNullObject: ({ sheet, rule }) => remote('Range', { sheet, area: rule.area }),
  },
};

export const cellValueConditionalFormatClass: WireClass<RuleTarget> = {
  scalars: {
    Rule: {
      get: ({ rule }) => rule.rule ?? {},
      set: (target, value, session) => setRule(target, value, { session, needs: 'formula1' }),
    },
  },
  navigation: { Format: (target) => remote('ConditionalRangeFormat', target) },
};

export const textConditionalFormatClass: WireClass<RuleTarget> = {
  scalars: {
    Rule: {
      get: ({ rule }) => rule.rule ?? {},
      set: (target, value, session) => setRule(target, value, { session, needs: 'text' }),
    },
  },
  navigation: { Format: (target) => remote('ConditionalRangeFormat', target) },
};

export const customConditionalFormatClass: WireClass<RuleTarget> = {
  navigation: {
    Rule: (target) => remote('ConditionalFormatRule', target),
    Format: (target) => remote('ConditionalRangeFormat', target),
  },
};

export const conditionalFormatRuleClass: WireClass<RuleTarget> = {
  scalars: {
    Formula: { get: ({ rule }) => rule.formula, set: setFormula },
    FormulaLocal: { get: ({ rule }) => rule.formula, set: setFormula },
  },
};

function rulesOf({ sheet, area }: RangeTarget): readonly ConditionalRule[] {
  return sheet.conditionalRules
    .filter((rule) => overlaps(rule.area, area))
    .toSorted((a, b) => a.priority - b.priority);
}

/** The newest rule is looked at first, as in Excel. */
function add(range: RangeTarget, type: string, { workbook }: Session): Remote {
  writable(range);
  const kind = KINDS.find((k) => k === type);
  if (kind === undefined) throw notImplemented(`Conditional format ${type}`);
  for (const rule of range.sheet.conditionalRules) rule.priority += 1;
  const rule: ConditionalRule = {
    id: workbook.newId(),
    kind,
    area: range.area,
    priority: 0,
    stopIfTrue: false,
    rule: undefined,
    formula: '',
    look: {},
  };
  range.sheet.conditionalRules.unshift(rule);
  return remote('ConditionalFormat', { sheet: range.sheet, rule });
}

function writable({ sheet }: RangeTarget): void {
  if (sheet.protection !== undefined && sheet.protection.options['allowFormatCells'] !== true)
    throw accessDenied();
}

function found(range: RangeTarget, args: Arguments): Remote | null {
  const rule = range.sheet.conditionalRules.find((r) => r.id === args.key(0));
  return rule === undefined ? null : remote('ConditionalFormat', { sheet: range.sheet, rule });
}

function at(range: RangeTarget, index: number): Remote {
  const rule = rulesOf(range)[index];
  if (rule === undefined) throw invalidArgument();
  return remote('ConditionalFormat', { sheet: range.sheet, rule });
}

function fail(): never {
  throw itemNotFound();
}

type Part = 'CellValueConditionalFormat' | 'TextConditionalFormat' | 'CustomConditionalFormat';

function only(target: RuleTarget, kind: ConditionalKind, part: Part): Remote | null {
  return target.rule.kind === kind ? remote(part, target) : null;
}

function setRule(
  target: RuleTarget,
  value: unknown,
  { session, needs }: { readonly session: Session; readonly needs: string },
): void {
  const rule = record(value);
  if (typeof rule['operator'] !== 'string' || rule[needs] === undefined || rule[needs] === '')
    throw invalidArgument();
  target.rule.rule = rule;
  session.workbook.emit({ kind: 'formatted', sheet: target.sheet, area: target.rule.area });
}

function setFormula({ sheet, rule }: RuleTarget, value: unknown, { workbook }: Session): void {
  if (typeof value !== 'string' || !value.startsWith('=')) throw invalidArgument();
  rule.formula = value;
  workbook.emit({ kind: 'formatted', sheet, area: rule.area });
}
