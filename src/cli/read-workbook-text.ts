/** Finds the encoding of a text file from its bytes: marks first, then whether it is valid UTF-8, then Windows-1252. */
export function decodeText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be');
  const wide = bareUtf16(bytes);
  if (wide !== undefined) return decode(bytes, wide);
  return isUtf8(bytes) ? decode(bytes, 'utf-8') : decode(bytes, 'windows-1252');
}

function decode(bytes: Buffer, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** UTF-16 without a mark: Latin text leaves every second byte zero. */
function bareUtf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 1024);
  if (sample.length < 4) return undefined;
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const most = sample.length / 2;
  if ((zeros[1] ?? 0) > most * 0.7 && zeros[0] === 0) return 'utf-16le';
  return (zeros[0] ?? 0) > most * 0.7 && zeros[1] === 0 ? 'utf-16be' : undefined;
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    // Not UTF-8: the question is answered, nothing is lost.
    return false;
  }
}
