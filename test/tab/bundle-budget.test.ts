import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

/** Kilobytes of gzipped script before the first page can be drawn. */
const FIRST_LOAD_KB = 250;

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

type Manifest = Readonly<Record<string, Chunk>>;

const WEB = resolve(import.meta.dirname, '../../dist/web');
const MANIFEST = join(WEB, 'manifest.json');
const built = existsSync(MANIFEST);
if (!built) console.warn('skipped: dist/web is not built (npm run build:web), so its size is not checked');

describe.skipIf(!built)('what the tab loads first', () => {
  it(`is at most ${FIRST_LOAD_KB} KB of gzipped script`, () => {
    const manifest = readManifest();
    const sizes = firstLoad(manifest).map((file) => gzipSync(readFileSync(join(WEB, file))).length / 1024);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(FIRST_LOAD_KB);
  });

  it.each([
    ['the sign-in library', 'interaction_in_progress'],
    ['the host library', 'validDomains'],
    ['the charts', 'data-reading'],
    ['the validator', 'invalid_union'],
  ])('does not hold %s', (_, mark) => {
    const holders = firstLoad(readManifest()).filter((file) =>
      readFileSync(join(WEB, file), 'utf8').includes(mark),
    );
    expect(holders).toEqual([]);
  });
});

function readManifest(): Manifest {
  return JSON.parse(readFileSync(MANIFEST, 'utf8')) as Manifest;
}

/** The entry's script with everything it imports at once. */
function firstLoad(manifest: Manifest): readonly string[] {
  const seen = new Set<string>();
  const visit = (key: string): void => {
    const chunk = manifest[key];
    if (!chunk || seen.has(chunk.file)) return;
    seen.add(chunk.file);
    for (const next of chunk.imports ?? []) visit(next);
  };
  visit('tab/index.html');
  return [...seen].filter((file) => file.endsWith('.js'));
}
