/** SQLSTATE of a page or an index whose content is not what was written: data_corrupted, index_corrupted. */
const CORRUPTED = new Set(['XX001', 'XX002']);

/** The database in this folder cannot be read any more; nothing was changed by looking at it. */
export class FolderDamaged extends Error {
  override readonly name = 'FolderDamaged';

  constructor(folder: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(
      `The data folder ${folder} is damaged and was left as it is (${reason}). Take a copy of it, then put the last ` +
        'backup of the folder in its place, or set LASTMILE_DATA to a new folder and run: npx lastmile import with the last export.',
      { cause },
    );
  }
}

/** Whether what was read from the disk is not what had been written there. */
export function isCorrupted(error: unknown): boolean {
  return error instanceof Error && CORRUPTED.has((error as NodeJS.ErrnoException).code ?? '');
}
