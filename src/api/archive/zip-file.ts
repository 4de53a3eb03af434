import { crc32, deflateRawSync } from 'node:zlib';

/** A zip container of text parts, deflated, in the given order. Dated 1980, so that the same parts are the same bytes. */
export function zipFile(parts: ReadonlyMap<string, string>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of parts) {
    const plain = Buffer.from(text);
    const packed = deflateRawSync(plain);
    const sizes = { crc: crc32(plain), packed: packed.length, plain: plain.length, name };
    const local = header(0x04034b50, sizes);
    directory.push(header(0x02014b50, sizes, offset));
    bodies.push(local, packed);
    offset += local.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, list, end]);
}

interface Sizes {
  readonly crc: number;
  readonly packed: number;
  readonly plain: number;
  readonly name: string;
}

/** With an offset: the entry of the directory. The fields they share lie two bytes later there. */
function header(signature: number, { crc, packed, plain, name }: Sizes, offset?: number): Buffer {
  const shift = offset === undefined ? 0 : 2;
  const bytes = Buffer.alloc(offset === undefined ? 30 : 46);
  bytes.writeUInt32LE(signature, 0);
  if (offset !== undefined) bytes.writeUInt16LE(20, 4);
  bytes.writeUInt16LE(20, 4 + shift);
  // Names are UTF-8.
  bytes.writeUInt16LE(0x0800, 6 + shift);
  bytes.writeUInt16LE(8, 8 + shift);
  // 1 January 1980, the first day the format knows.
  bytes.writeUInt16LE(0x21, 12 + shift);
  bytes.writeUInt32LE(crc, 14 + shift);
  bytes.writeUInt32LE(packed, 18 + shift);
  bytes.writeUInt32LE(plain, 22 + shift);
  bytes.writeUInt16LE(Buffer.byteLength(name), 26 + shift);
  if (offset !== undefined) bytes.writeUInt32LE(offset, 42);
  return Buffer.concat([bytes, Buffer.from(name)]);
}
