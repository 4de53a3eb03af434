import { GENESIS, type StoredEntry } from '../ledger/hash-chain.ts';
import type { LedgerEntry } from '../ledger/ledger-event.ts';
import type { Head } from '../ledger/ledger-store.ts';
import { ArchiveFault, type ArchiveRule } from './archive-fault.ts';
import { type ArchiveHeader, headText } from './archive-format.ts';
import { checkLine, type JsonObject, readClosing, readHeader } from './archive-lines.ts';
import type { FileLine } from './file-lines.ts';

export interface PlacedEntry {
  readonly line: number;
  readonly entry: LedgerEntry;
  readonly stored: StoredEntry;
}

export type ArchivePiece =
  | { readonly kind: 'header'; readonly header: ArchiveHeader }
  | ({ readonly kind: 'entry' } & PlacedEntry)
  | { readonly kind: 'end'; readonly head: Head };

/**
 * Reads an export line by line and believes nothing: every entry must follow from the one before, carry its own hash,
 * and be written the one canonical way; the last line must say that it is the last. Throws `ArchiveFault`, which names
 * the line and the rule, at the first that does not.
 */
export async function* readArchive(lines: AsyncIterable<FileLine>): AsyncGenerator<ArchivePiece> {
  const reading = new Reading();
  for await (const line of lines) yield reading.take(line);
  reading.finish();
}

class Reading {
  #header: ArchiveHeader | null = null;
  #head: Head = { seq: 0, hash: GENESIS };
  #at = -Infinity;
  #line = 0;
  #ended = false;
  readonly #known = new Set<string>();

  take(line: FileLine): ArchivePiece {
    this.#line = line.number;
    if (this.#ended) throw this.#fault('after-end', 'Something stands after the closing line.');
    const value = this.#parse(line);
    if (this.#header === null) {
      this.#header = readHeader(value, line.number);
      return { kind: 'header', header: this.#header };
    }
    if (value['end'] === true) return this.#end(this.#header, value);
    return { kind: 'entry', line: line.number, ...this.#follow(this.#header, line, value) };
  }

  finish(): void {
    if (this.#line === 0) throw new ArchiveFault(null, 'empty-file', 'The file is empty.');
    if (!this.#ended) throw this.#cut();
  }

  #parse({ text, ended }: FileLine): JsonObject {
    let value: unknown = null;
    try {
      value = JSON.parse(text);
    } catch {
      // A line that breaks off is the end of a truncated file; any other was damaged.
      throw ended ? this.#fault('bad-json', 'This line is not JSON.') : this.#cut();
    }
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
    throw this.#fault('bad-json', 'This line is not a JSON object.');
  }

  #follow(header: ArchiveHeader, { text }: FileLine, value: JsonObject): Omit<PlacedEntry, 'line'> {
    const due = this.#head.seq + 1;
    const { entry, stored, naturalKey } = checkLine(
      { text, line: this.#line, tenant: header.tenant, due },
      value,
    );
    if (entry.prevHash !== this.#head.hash) {
      throw this.#fault('broken-chain', `Entry ${due} does not follow entry ${due - 1}.`);
    }
    if (entry.at < this.#at) {
      throw this.#fault('dated-back', `Entry ${due} is dated before entry ${due - 1}.`);
    }
    if (naturalKey !== null && this.#known.has(naturalKey)) {
      throw this.#fault('repeated-entry', `Entry ${due} says again what may be said once: ${naturalKey}.`);
    }
    if (naturalKey !== null) this.#known.add(naturalKey);
    this.#head = { seq: entry.seq, hash: entry.hash };
    this.#at = entry.at;
    return { entry, stored };
  }

  #end({ head }: ArchiveHeader, value: JsonObject): ArchivePiece {
    const closing = readClosing(value, this.#line);
    const { seq } = this.#head;
    if (closing.count !== seq) {
      throw this.#fault(
        'wrong-count',
        `The closing line counts ${closing.count} entries, the file has ${seq}.`,
      );
    }
    for (const said of [closing.head, head]) {
      if (headText(said) !== headText(this.#head)) {
        const message = `The file ends at ${headText(this.#head)}, but it says that it ends at ${headText(said)}.`;
        throw this.#fault('wrong-head', message);
      }
    }
    this.#ended = true;
    return { kind: 'end', head: this.#head };
  }

  #cut(): ArchiveFault {
    const whole = this.#header === null ? 'its first line' : `entry ${this.#head.seq}`;
    const message = `The file breaks off after ${whole}: its closing line is missing. Export it again.`;
    return this.#fault('truncated', message);
  }

  #fault(rule: ArchiveRule, message: string): ArchiveFault {
    return new ArchiveFault(this.#line, rule, message);
  }
}
