/** What can be wrong with an export file; stable codes for people who automate. */
export type ArchiveRule =
  | 'empty-file'
  | 'not-an-export'
  | 'wrong-version'
  | 'bad-text'
  | 'bad-json'
  | 'line-too-long'
  | 'bad-entry'
  | 'wrong-tenant'
  | 'missing-entry'
  | 'wrong-order'
  | 'changed-entry'
  | 'broken-chain'
  | 'dated-back'
  | 'not-canonical'
  | 'repeated-entry'
  | 'unknown-entry'
  | 'wrong-count'
  | 'wrong-head'
  | 'truncated'
  | 'after-end'
  | 'tenant-not-empty';

/** Ends the reading of a file and undoes what it had begun. Caught where the import began, and returned from there. */
export class ArchiveFault extends Error {
  override readonly name = 'ArchiveFault';
  /** 1-based line of the file; null where no line is to blame. */
  readonly line: number | null;
  readonly rule: ArchiveRule;

  constructor(line: number | null, rule: ArchiveRule, message: string) {
    super(message);
    this.line = line;
    this.rule = rule;
  }
}

/** "Line 7: …. (changed-entry)" */
export function faultSentence({ line, rule, message }: ArchiveFault): string {
  return `${line === null ? '' : `Line ${line}: `}${message} (${rule})`;
}
