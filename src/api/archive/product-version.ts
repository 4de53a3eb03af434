import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

/** The built program's folder, seen from this file as it is built and as it is written. */
const ROOT = resolve(import.meta.dirname, '../../..');

/** The version of this program, as its package says. */
export function productVersion(): string {
  const home = basename(ROOT) === 'dist' ? resolve(ROOT, '..') : ROOT;
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  return version;
}
