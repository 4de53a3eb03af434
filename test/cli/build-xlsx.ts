import { deflateRawSync } from 'node:zlib';

/** A zip container of the given parts, deflated, without checksums: enough for a reader of our own. */
export function buildZip(parts: Readonly<Record<string, string>>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const data = deflateRawSync(Buffer.from(text, 'utf8'));
    const local = header({ signature: 0x04034b50, size: 30, name, data });
    const entry = header({ signature: 0x02014b50, size: 46, name, data });
    entry.writeUInt32LE(offset, 42);
    bodies.push(local, data);
    directory.push(entry);
    offset += local.length + data.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

function header(entry: { signature: number; size: 30 | 46; name: string; data: Buffer }): Buffer {
  const shift = entry.size === 46 ? 2 : 0;
  const bytes = Buffer.alloc(entry.size);
  bytes.writeUInt32LE(entry.signature, 0);
  bytes.writeUInt16LE(8, 8 + shift);
  bytes.writeUInt32LE(entry.data.length, 18 + shift);
  bytes.writeUInt16LE(Buffer.byteLength(entry.name), 26 + shift);
  return Buffer.concat([bytes, Buffer.from(entry.name)]);
}

export interface SheetPart {
  readonly name: string;
  readonly hidden?: boolean;
  /** The inside of sheetData, and what follows it. */
  readonly rows: string;
  readonly after?: string;
}

/** An .xlsx of hand-written sheet rows; styles: 1 is a date, 2 a percent. `prefix` writes every element as x:… */
export function buildXlsx(
  sheets: readonly SheetPart[],
  options: { prefix?: string; date1904?: boolean } = {},
): Buffer {
  const list = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"${hidden ? ' state="hidden"' : ''}/>`,
  );
  const links = sheets.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const formats = '<numFmts><numFmt numFmtId="170" formatCode="dd\\.mm\\.yyyy"/></numFmts>';
  const styles = `<styleSheet>${formats}<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="9"/></cellXfs></styleSheet>`;
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook><workbookPr date1904="${options.date1904 ? 1 : 0}"/><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${links.join('')}</Relationships>`,
    'xl/styles.xml': styles,
  };
  for (const [at, { rows, after }] of sheets.entries()) {
    parts[`xl/worksheets/sheet${at + 1}.xml`] =
      `<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData>${after ?? ''}</worksheet>`;
  }
  const { prefix } = options;
  if (prefix === undefined) return buildZip(parts);
  const entries = Object.entries(parts).map(([name, xml]) => [
    name,
    name.endsWith('.rels') ? xml : xml.replace(/<(\/?)(?=[a-z])/giu, `<$1${prefix}:`),
  ]);
  return buildZip(Object.fromEntries(entries));
}
