import { inflateRawSync } from 'node:zlib';
import { err, ok, type Result } from '../domain/result.ts';

/** Above this a single part is refused: a workbook that large is a bomb or a mistake. */
const LARGEST_PART_BYTES = 512 * 1024 * 1024;
const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/** The parts of a zip container by name; each is inflated when asked for. */
export interface ZipParts {
  readonly names: readonly string[];
  /** The part as UTF-8 text, or undefined where there is none. Fails on damage and on oversize. */
  readonly text: (name: string) => Result<string | undefined, string>;
}

interface Entry {
  readonly method: number;
  readonly compressed: number;
  readonly offset: number;
}

/** Opens a zip container held in memory. The error is a phrase naming the damage. */
export function openZip(bytes: Buffer): Result<ZipParts, string> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END_OF_DIRECTORY) {
    return err('the file is cut off: its list of parts is missing');
  }
  const entries = readDirectory(bytes, end);
  if (entries === undefined) return err('its list of parts is damaged');
  return ok({ names: [...entries.keys()], text: (name) => partText(bytes, entries.get(name)) });
}

function readDirectory(bytes: Buffer, end: number): ReadonlyMap<string, Entry> | undefined {
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) return undefined;
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, nameEnd).replaceAll('\\', '/');
    entries.set(name, {
      method: bytes.readUInt16LE(at + 10),
      compressed: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function partText(bytes: Buffer, entry: Entry | undefined): Result<string | undefined, string> {
  if (entry === undefined) return ok(undefined);
  if (entry.offset + 30 > bytes.length) return err('a part lies outside the file');
  const start =
    entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28);
  const raw = bytes.subarray(start, start + entry.compressed);
  if (entry.method === 0) return ok(raw.toString('utf8'));
  if (entry.method !== 8) return err(`a part is packed in a way we do not read (${entry.method})`);
  try {
    return ok(inflateRawSync(raw, { maxOutputLength: LARGEST_PART_BYTES }).toString('utf8'));
  } catch (error) {
    return err(`a part cannot be unpacked (${(error as Error).message})`);
  }
}
