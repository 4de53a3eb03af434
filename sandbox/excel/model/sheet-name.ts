import type { Workbook } from './workbook.ts';

/** Excel's rule: 1 to 31 characters, none of \ / ? * [ ] : and no apostrophe at either end. */
export function validSheetName(name: string): boolean {
  return name.length > 0 && name.length <= 31 && !/[\\/?*[\]:]|^'|'$/u.test(name);
}

export function uniqueSheetName(workbook: Workbook): string {
  let number = workbook.sheets.length + 1;
  while (workbook.sheetNamed(`Sheet${number}`) !== undefined) number += 1;
  return `Sheet${number}`;
}
