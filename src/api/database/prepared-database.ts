import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';

/** The built program's folder, seen from this file as it is built and as it is written. */
const ROOT = resolve(import.meta.dirname, '../../..');
const BUILT = basename(ROOT) === 'dist' ? ROOT : join(ROOT, 'dist');

/** Where the build keeps an empty database for the installed PGlite; another version never reads it. */
export function preparedDatabasePath(): string {
  const main = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const { version } = JSON.parse(readFileSync(join(dirname(main), '../package.json'), 'utf8')) as {
    readonly version: string;
  };
  return join(BUILT, `empty-database-${version}.tar.gz`);
}

/**
 * An empty database that was made by the build (`bin/prepare-database.mjs`): loading one takes about a third of the
 * time of making one. Null where none was built; then PGlite makes its own.
 */
export async function preparedDatabase(): Promise<Blob | null> {
  try {
    return new Blob([await readFile(preparedDatabasePath())]);
  } catch {
    // Sources that were never built have none; that is slower and nothing else.
    return null;
  }
}
