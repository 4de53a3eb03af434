import * as application from './classes/application.ts';
import * as formats from './classes/conditional-formats.ts';
import * as looks from './classes/conditional-look.ts';
import { dataValidationClass } from './classes/data-validation.ts';
import { namedItemClass, namedItemCollectionClass } from './classes/names.ts';
import { worksheetProtectionClass } from './classes/protection.ts';
import { rangeBorderClass, rangeBorderCollectionClass } from './classes/range-borders.ts';
import {
  formatProtectionClass,
  rangeFillClass,
  rangeFontClass,
  rangeFormatClass,
} from './classes/range-format.ts';
import { rangeClass } from './classes/range.ts';
import { settingClass, settingCollectionClass } from './classes/settings.ts';
import * as tableParts from './classes/table-parts.ts';
import { tableClass } from './classes/table.ts';
import { tableCollectionClass } from './classes/tables.ts';
import { runtimeClass, workbookClass, workbookProtectionClass } from './classes/workbook.ts';
import { freezePanesClass, worksheetClass } from './classes/worksheet.ts';
import { worksheetCollectionClass } from './classes/worksheets.ts';
import type { ObjectModel } from './wire-class.ts';

/** Everything the simulated Excel knows, by the library's own class names. */
export const OBJECT_MODEL: ObjectModel = {
  Workbook: workbookClass,
  WorkbookProtection: workbookProtectionClass,
  Runtime: runtimeClass,
  Application: application.applicationClass,
  CultureInfo: application.cultureInfoClass,
  NumberFormatInfo: application.numberFormatInfoClass,
  DatetimeFormatInfo: application.datetimeFormatInfoClass,
  WorksheetCollection: worksheetCollectionClass,
  Worksheet: worksheetClass,
  WorksheetProtection: worksheetProtectionClass,
  WorksheetFreezePanes: freezePanesClass,
  Range: rangeClass,
  RangeFormat: rangeFormatClass,
  RangeFill: rangeFillClass,
  RangeFont: rangeFontClass,
  FormatProtection: formatProtectionClass,
  RangeBorderCollection: rangeBorderCollectionClass,
  RangeBorder: rangeBorderClass,
  DataValidation: dataValidationClass,
  ConditionalFormatCollection: formats.conditionalFormatCollectionClass,
  ConditionalFormat: formats.conditionalFormatClass,
  CellValueConditionalFormat: formats.cellValueConditionalFormatClass,
  TextConditionalFormat: formats.textConditionalFormatClass,
  CustomConditionalFormat: formats.customConditionalFormatClass,
  ConditionalFormatRule: formats.conditionalFormatRuleClass,
  ConditionalRangeFormat: looks.conditionalRangeFormatClass,
  ConditionalRangeFont: looks.conditionalRangeFontClass,
  ConditionalRangeFill: looks.conditionalRangeFillClass,
  TableCollection: tableCollectionClass,
  Table: tableClass,
  TableColumnCollection: tableParts.tableColumnCollectionClass,
  TableColumn: tableParts.tableColumnClass,
  TableRowCollection: tableParts.tableRowCollectionClass,
  TableRow: tableParts.tableRowClass,
  NamedItemCollection: namedItemCollectionClass,
  NamedItem: namedItemClass,
  SettingCollection: settingCollectionClass,
  Setting: settingClass,
  InternalService: { acceptsAll: true },
};
