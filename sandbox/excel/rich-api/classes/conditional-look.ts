import type { ConditionalLook } from '../../model/conditional-rule.ts';
import { invalidArgument } from '../host-error.ts';
import { remote, type RuleTarget } from '../remote.ts';
import type { Session } from '../session.ts';
import type { Scalar, WireClass } from '../wire-class.ts';
import { colorText } from './color.ts';

export const conditionalRangeFormatClass: WireClass<RuleTarget> = {
  scalars: { NumberFormat: look('numberFormat', String) },
  navigation: {
    Font: (target) => remote('ConditionalRangeFont', target),
    Fill: (target) => remote('ConditionalRangeFill', target),
  },
};

export const conditionalRangeFontClass: WireClass<RuleTarget> = {
  scalars: {
    Color: look('fontColor', colorText),
    Bold: look('bold', truth),
    Italic: look('italic', truth),
    Underline: look('underline', String),
    Strikethrough: look('strikethrough', truth),
  },
  methods: {
    Clear: (target, _, session) =>
      clear(target, ['fontColor', 'bold', 'italic', 'underline', 'strikethrough'], session),
  },
};

export const conditionalRangeFillClass: WireClass<RuleTarget> = {
  scalars: { Color: look('fill', colorText) },
  methods: { Clear: (target, _, session) => clear(target, ['fill'], session) },
};

function look<K extends keyof ConditionalLook>(
  key: K,
  read: (value: unknown) => NonNullable<ConditionalLook[K]>,
): Scalar<RuleTarget> {
  return {
    get: ({ rule }) => rule.look[key] ?? null,
    set: ({ sheet, rule }, value, { workbook }) => {
      rule.look = { ...rule.look, [key]: read(value) };
      workbook.emit({ kind: 'formatted', sheet, area: rule.area });
    },
  };
}

function truth(value: unknown): boolean {
  if (typeof value !== 'boolean') throw invalidArgument();
  return value;
}

function clear(
  { sheet, rule }: RuleTarget,
  keys: readonly (keyof ConditionalLook)[],
  { workbook }: Session,
): void {
  rule.look = Object.fromEntries(
    Object.entries(rule.look).filter(([key]) => !keys.includes(key as keyof ConditionalLook)),
  );
  workbook.emit({ kind: 'formatted', sheet, area: rule.area });
}
