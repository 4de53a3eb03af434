import type { Area } from './address.ts';

export type ConditionalKind = 'CellValue' | 'ContainsText' | 'Custom';

export interface ConditionalLook {
  readonly fill?: string;
  readonly fontColor?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: string;
  readonly strikethrough?: boolean;
  readonly numberFormat?: string;
}

/** One conditional format; `rule` is what office.js writes: {formula1, operator} or {operator, text}. */
export interface ConditionalRule {
  readonly id: string;
  readonly kind: ConditionalKind;
  readonly area: Area;
  priority: number;
  stopIfTrue: boolean;
  rule: Readonly<Record<string, unknown>> | undefined;
  /** Custom only; relative to the area's first cell. */
  formula: string;
  look: ConditionalLook;
}
