import { posix } from 'node:path';
import { ok, type Result } from '../domain/result.ts';
import { walkXml, type XmlAttributes } from './read-workbook-xml.ts';
import type { ZipParts } from './read-workbook-zip.ts';

/** What a part of the package points at (ECMA-376 part 2). */
export interface Relationship {
  readonly id: string;
  /** The last word of the type, such as "worksheet"; empty where the file names none. */
  readonly type: string;
  /** Name of the part inside the package. */
  readonly target: string;
}

/** What a part points at; "" stands for the package itself. Fails on a damaged part, empty where there is none. */
export function relationshipsOf(zip: ZipParts, part: string): Result<readonly Relationship[], string> {
  const folder = part === '' ? '' : posix.dirname(part);
  const xml = zip.text(posix.join(folder, '_rels', `${posix.basename(part)}.rels`));
  if (!xml.ok) return xml;
  const found: Relationship[] = [];
  walkXml(xml.value ?? '', {
    open: (element, attribute) => {
      if (element === 'Relationship') found.push(toRelationship(folder, attribute));
    },
  });
  return ok(found);
}

function toRelationship(folder: string, attribute: XmlAttributes): Relationship {
  const target = attribute('Target') ?? '';
  return {
    id: attribute('Id') ?? '',
    type: (attribute('Type') ?? '').split('/').at(-1) ?? '',
    target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
  };
}

/** The name of the workbook part; some programs leave out the way to it. Fails on a damaged part. */
export function workbookPart(zip: ZipParts): Result<string, string> {
  const links = relationshipsOf(zip, '');
  if (!links.ok) return links;
  return ok(links.value.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml');
}
