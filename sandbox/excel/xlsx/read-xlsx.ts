import { workbookPart } from '../../../src/cli/read-workbook-package.ts';
import { readStrings } from '../../../src/cli/read-workbook-strings.ts';
import { openZip, type ZipParts } from '../../../src/cli/read-workbook-zip.ts';
import { Palette } from '../model/save-workbook.ts';
import type { SheetJson, WorkbookJson } from '../model/workbook-json.ts';
import { intact, readPart, relatedPart, relationshipsOf } from './package.ts';
import { colorReader } from './read-colors.ts';
import { readSheet, type SheetPart } from './read-sheet.ts';
import { readStyles } from './read-styles.ts';
import type { XmlElement } from './xml.ts';

/** Reads an .xlsx file with values, formulas, formats, names, tables, validations and rules as they are written. */
export function readXlsx(bytes: Buffer, name: string): WorkbookJson {
  const zip = intact(openZip(bytes));
  const part = intact(workbookPart(zip));
  const root = readPart(zip, part);
  if (root === undefined) throw new Error(`${name} is no .xlsx workbook`);
  const color = colorReader(relatedPart(zip, part, 'theme'));
  const palette = new Palette();
  const date1904 = root.child('workbookPr')?.flag('date1904') ?? false;
  const context = {
    zip,
    palette,
    date1904,
    styles: readStyles(relatedPart(zip, part, 'styles'), color),
    strings: readStrings(relatedPart(zip, part, 'sharedStrings') ?? ''),
  };
  const sheets = sheetParts(zip, part, root).map((sheet) => readSheet(sheet, context));
  return { name, date1904, formats: palette.formats, styles: palette.styles, sheets, names: readNames(root) };
}

const VISIBILITY: Readonly<Record<string, SheetJson['visibility']>> = {
  hidden: 'Hidden',
  veryHidden: 'VeryHidden',
};

/** Worksheets only: chart sheets have no cells. */
function sheetParts(zip: ZipParts, part: string, root: XmlElement): readonly SheetPart[] {
  const relationships = new Map(relationshipsOf(zip, part).map((r) => [r.id, r]));
  return (root.child('sheets')?.all('sheet') ?? []).flatMap((sheet) => {
    const relationship = relationships.get(sheet.attribute('id') ?? '');
    if (relationship?.type !== 'worksheet') return [];
    return [
      {
        name: sheet.attribute('name') ?? 'Sheet',
        visibility: VISIBILITY[sheet.attribute('state') ?? ''] ?? 'Visible',
        part: relationship.target,
      },
    ];
  });
}

/** Names a person gave; Excel's own (_xlnm) are about printing and filters. */
function readNames(root: XmlElement): WorkbookJson['names'] {
  return (root.child('definedNames')?.all('definedName') ?? []).flatMap((element) => {
    const name = element.attribute('name') ?? '';
    return name.startsWith('_xlnm.') || element.flag('hidden') ? [] : [{ name, formula: `=${element.text}` }];
  });
}
