import type { Area } from '../model/address.ts';
import type { ConditionalRule } from '../model/conditional-rule.ts';
import type { Sheet } from '../model/sheet.ts';
import type { BorderSide } from '../model/style.ts';
import type { DefinedName, Table, Workbook } from '../model/workbook.ts';

export interface RangeTarget {
  readonly sheet: Sheet;
  readonly area: Area;
}

export interface TablePart {
  readonly table: Table;
  /** 0-based column or data row of the table. */
  readonly index: number;
}

export interface RuleTarget {
  readonly sheet: Sheet;
  readonly rule: ConditionalRule;
}

/** What stands behind each class of the object model; the keys are the library's own class names. */
export interface Targets {
  readonly Workbook: Workbook;
  readonly WorkbookProtection: Workbook;
  readonly Runtime: Workbook;
  readonly Application: Workbook;
  readonly CultureInfo: Workbook;
  readonly NumberFormatInfo: Workbook;
  readonly DatetimeFormatInfo: Workbook;
  readonly WorksheetCollection: Workbook;
  readonly Worksheet: Sheet;
  readonly WorksheetProtection: Sheet;
  readonly WorksheetFreezePanes: Sheet;
  readonly Range: RangeTarget;
  readonly RangeFormat: RangeTarget;
  readonly RangeFill: RangeTarget;
  readonly RangeFont: RangeTarget;
  readonly FormatProtection: RangeTarget;
  readonly RangeBorderCollection: RangeTarget;
  readonly RangeBorder: RangeTarget & { readonly side: BorderSide };
  readonly DataValidation: RangeTarget;
  readonly ConditionalFormatCollection: RangeTarget;
  readonly ConditionalFormat: RuleTarget;
  readonly CellValueConditionalFormat: RuleTarget;
  readonly TextConditionalFormat: RuleTarget;
  readonly CustomConditionalFormat: RuleTarget;
  readonly ConditionalFormatRule: RuleTarget;
  readonly ConditionalRangeFormat: RuleTarget;
  readonly ConditionalRangeFont: RuleTarget;
  readonly ConditionalRangeFill: RuleTarget;
  /** null is every sheet. */
  readonly TableCollection: Sheet | null;
  readonly Table: Table;
  readonly TableColumnCollection: Table;
  readonly TableColumn: TablePart;
  readonly TableRowCollection: Table;
  readonly TableRow: TablePart;
  readonly NamedItemCollection: Workbook;
  readonly NamedItem: DefinedName;
  readonly SettingCollection: Workbook;
  readonly Setting: { readonly key: string };
  /** A service office.js talks to for itself; every call is accepted and answered with nothing. */
  readonly InternalService: string;
}

export type ClassName = keyof Targets;

/** An object on the host's side of the channel. */
export interface Remote<K extends ClassName = ClassName> {
  readonly className: K;
  readonly target: Targets[K];
}

export function remote<K extends ClassName>(className: K, target: Targets[K]): Remote<K> {
  return { className, target };
}

export function isRemote(value: unknown): value is Remote {
  return typeof value === 'object' && value !== null && 'className' in value && 'target' in value;
}

/** Narrows a remote to one class. */
export function isA<K extends ClassName>(value: unknown, className: K): value is Remote<K> {
  return isRemote(value) && value.className === className;
}
