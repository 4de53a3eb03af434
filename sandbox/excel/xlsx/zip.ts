import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_SIZE = 22;
const MAX_COMMENT = 65_535;

/** The files inside a zip archive, unpacked when asked for (PKWARE APPNOTE; no encryption, no zip64). */
export interface Archive {
  readonly names: readonly string[];
  /** undefined where the archive has no such file. */
  text(name: string): string | undefined;
}

export function openArchive(bytes: Buffer): Archive {
  const entries = new Map(directory(bytes).map((entry) => [entry.name, entry]));
  return {
    names: [...entries.keys()],
    text: (name) => {
      const entry = entries.get(name);
      return entry && new TextDecoder().decode(unpack(bytes, entry));
    },
  };
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly size: number;
  readonly offset: number;
}

function directory(bytes: Buffer): readonly Entry[] {
  const end = endRecord(bytes);
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (bytes.readUInt32LE(at) !== ENTRY)
      throw new Error('the file is damaged: its directory cannot be read');
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
      method: bytes.readUInt16LE(at + 10),
      size: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function endRecord(bytes: Buffer): number {
  for (let at = bytes.length - END_SIZE; at >= Math.max(0, bytes.length - END_SIZE - MAX_COMMENT); at -= 1) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  throw new Error('this is no .xlsx file');
}

function unpack(bytes: Buffer, { method, size, offset }: Entry): Buffer {
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const data = bytes.subarray(start, start + size);
  if (method === 0) return data;
  if (method !== 8) throw new Error(`the file is packed in a way (${method}) this reader does not know`);
  return inflateRawSync(data);
}
