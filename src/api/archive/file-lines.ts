import { ArchiveFault } from './archive-fault.ts';

export interface FileLine {
  /** 1-based. */
  readonly number: number;
  readonly text: string;
  /** False: the file ends before the line does. */
  readonly ended: boolean;
}

/** No honest entry comes near; a line without end must not fill the memory. */
export const LONGEST_LINE_BYTES = 8 * 1024 * 1024;

const LINE_FEED = 10;

/** The lines of a file as they come in, at most one of them in memory. Text that is not UTF-8 is a fault. */
export async function* fileLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<FileLine> {
  let number = 0;
  let rest: Uint8Array[] = [];
  let size = 0;
  const keep = (piece: Uint8Array): void => {
    if (piece.length === 0) return;
    rest.push(piece);
    size += piece.length;
    if (size <= LONGEST_LINE_BYTES) return;
    const limit = `${LONGEST_LINE_BYTES / 1024 / 1024} MB`;
    throw new ArchiveFault(number + 1, 'line-too-long', `This line is longer than ${limit}; no entry is.`);
  };
  const take = (ended: boolean): FileLine => {
    number += 1;
    // A file may break off in the middle of a letter; that is for the reader of lines to say.
    const text = ended ? decode(Buffer.concat(rest), number) : Buffer.concat(rest).toString();
    rest = [];
    size = 0;
    return { number, text, ended };
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
      keep(chunk.subarray(from, at));
      yield take(true);
      from = at + 1;
    }
    keep(chunk.subarray(from));
  }
  if (size > 0) yield take(false);
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Uint8Array, line: number): string {
  try {
    return strict.decode(bytes);
  } catch {
    // The decoder tells foreign bytes only by throwing.
    throw new ArchiveFault(line, 'bad-text', 'This line is not UTF-8 text.');
  }
}
