import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The file that marks a folder as moved. */
export const MOVED_MARK = 'MOVED.txt';

/** The data of this folder lives in another database now; whoever wrote here would write what nobody reads. */
export class FolderMoved extends Error {
  override readonly name = 'FolderMoved';

  constructor(folder: string) {
    super(
      `The data of ${folder} moved to PostgreSQL (see ${join(folder, MOVED_MARK)}). Set DATABASE_URL to it. ` +
        `To go back to the folder as it was before the move, delete ${MOVED_MARK}.`,
    );
  }
}

/** Throws `FolderMoved` for a folder that was marked. */
export function refuseMoved(folder: string): void {
  if (isMoved(folder)) throw new FolderMoved(folder);
}

export function isMoved(folder: string): boolean {
  return existsSync(join(folder, MOVED_MARK));
}

/** Marks a folder whose data was moved and proven. `where` is told to people: it must hold no password. */
export function markMoved(folder: string, where: string, at: string): void {
  writeFileSync(join(folder, MOVED_MARK), `The data of this folder moved to ${where} at ${at}.\n`);
}
