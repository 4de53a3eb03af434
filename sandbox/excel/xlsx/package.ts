import type { Result } from '../../../src/domain/result.ts';
import {
  relationshipsOf as readRelationships,
  type Relationship,
} from '../../../src/cli/read-workbook-package.ts';
import type { ZipParts } from '../../../src/cli/read-workbook-zip.ts';
import { parseXml, type XmlElement } from './xml.ts';

/** The value, or the damage thrown: a file the sandbox cannot open is reported by whoever opened it. */
export function intact<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(`the file is damaged: ${result.error}`);
  return result.value;
}

export function partText(zip: ZipParts, name: string): string | undefined {
  return (
    intact(zip.text(name)) ??
    intact(zip.text(zip.names.find((known) => known.toLowerCase() === name.toLowerCase()) ?? ''))
  );
}

export function readPart(zip: ZipParts, name: string): XmlElement | undefined {
  const found = partText(zip, name);
  return found === undefined ? undefined : parseXml(found);
}

/** What a part points at; "" stands for the package itself. */
export function relationshipsOf(zip: ZipParts, part: string): readonly Relationship[] {
  return intact(readRelationships(zip, part));
}

/** The text of the first part of a type that a part points at. */
export function relatedPart(zip: ZipParts, part: string, type: string): string | undefined {
  const relationship = relationshipsOf(zip, part).find((r) => r.type === type);
  return relationship && partText(zip, relationship.target);
}
