import { Palette } from '../model/save-workbook.ts';
import type { SheetJson, WorkbookJson } from '../model/workbook-json.ts';
import { readPart, relatedPart, relationshipsOf } from './package.ts';
import { readSharedStrings } from './read-cells.ts';
import { colorReader } from './read-colors.ts';
import { readSheet, type SheetPart } from './read-sheet.ts';
import { readStyles } from './read-styles.ts';
import type { XmlElement } from './xml.ts';
import { openArchive, type Archive } from './zip.ts';

/**
 * Reads an .xlsx file. Our own reader, because a workbook must never lose or change a value: exceljs rounds dates
 * to milliseconds and gives up on two of the eighteen workbooks we try.
 */
export function readXlsx(bytes: Buffer, name: string): WorkbookJson {
  const archive = openArchive(bytes);
  const part =
    relationshipsOf(archive, '').find((r) => r.type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const root = readPart(archive, part);
  if (root === undefined) throw new Error(`${name} is no .xlsx workbook`);
  const color = colorReader(relatedPart(archive, part, 'theme'));
  const palette = new Palette();
  const date1904 = root.child('workbookPr')?.flag('date1904') ?? false;
  const context = {
    archive,
    palette,
    date1904,
    styles: readStyles(relatedPart(archive, part, 'styles'), color),
    strings: readSharedStrings(relatedPart(archive, part, 'sharedStrings')),
  };
  const sheets = sheetParts(archive, part, root).map((sheet) => readSheet(sheet, context));
  return { name, date1904, formats: palette.formats, styles: palette.styles, sheets, names: readNames(root) };
}

const VISIBILITY: Readonly<Record<string, SheetJson['visibility']>> = {
  hidden: 'Hidden',
  veryHidden: 'VeryHidden',
};

/** Worksheets only: chart sheets have no cells. */
function sheetParts(archive: Archive, part: string, root: XmlElement): readonly SheetPart[] {
  const relationships = new Map(relationshipsOf(archive, part).map((r) => [r.id, r]));
  return (root.child('sheets')?.all('sheet') ?? []).flatMap((sheet) => {
    const relationship = relationships.get(sheet.attribute('r:id') ?? sheet.attribute('id') ?? '');
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
