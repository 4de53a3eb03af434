import path from 'node:path';
import { parseXml, type XmlElement } from './xml.ts';
import type { Archive } from './zip.ts';

/** A part of the file with its relationships (ECMA-376 part 2). */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** Path inside the archive. */
  readonly target: string;
}

export function readPart(archive: Archive, name: string): XmlElement | undefined {
  const found =
    archive.text(name) ??
    archive.text(archive.names.find((n) => n.toLowerCase() === name.toLowerCase()) ?? '');
  return found === undefined ? undefined : parseXml(found);
}

/** What a part points at; "" stands for the package itself. */
export function relationshipsOf(archive: Archive, part: string): readonly Relationship[] {
  const folder = part === '' ? '' : path.posix.dirname(part);
  const file = path.posix.join(folder, '_rels', `${path.posix.basename(part)}.rels`);
  return (readPart(archive, file)?.all('Relationship') ?? []).map((element) => {
    const target = element.attribute('Target') ?? '';
    return {
      id: element.attribute('Id') ?? '',
      type: (element.attribute('Type') ?? '').split('/').at(-1) ?? '',
      target: target.startsWith('/') ? target.slice(1) : path.posix.join(folder, target),
    };
  });
}

/** The first part of a type that a part points at. */
export function relatedPart(archive: Archive, part: string, type: string): XmlElement | undefined {
  const relationship = relationshipsOf(archive, part).find((r) => r.type === type);
  return relationship && readPart(archive, relationship.target);
}
