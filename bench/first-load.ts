import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Row } from './measure.ts';
import { ROOT } from './processes.ts';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

type Manifest = Readonly<Record<string, Chunk>>;

const WEB = join(ROOT, 'dist/web');
/** A skeleton page of React 19 and Fluent UI 9 with nothing on it, measured apart: see bench/README.md. */
const SKELETON_KB = 156;

/** Script a person downloads before the tab stands, from the build's own manifest. */
export function firstLoad(): readonly Row[] {
  const manifest = JSON.parse(readFileSync(join(WEB, 'manifest.json'), 'utf8')) as Manifest;
  const entry = 'tab/index.html';
  const lazy = ['../node_modules/@azure/msal-browser/dist/index.mjs'];
  const besideWhat = 'an empty React 19 + Fluent 9 page (measured apart)';
  const row = (what: string, roots: readonly string[]): Row => ({
    what: `tab, first load: ${what}`,
    ours: gzipKb(manifest, roots),
    beside: SKELETON_KB,
    besideWhat,
    unit: 'gzip KB',
  });
  return [
    row('entry and its static imports', [entry]),
    row('with sign-in, loaded when needed', [entry, ...lazy]),
  ];
}

function gzipKb(manifest: Manifest, roots: readonly string[]): number {
  const files = new Set<string>();
  const visit = (name: string): void => {
    const chunk = manifest[name];
    if (chunk === undefined) throw new Error(`the build has no ${name}`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports?.forEach(visit);
  };
  roots.forEach(visit);
  const scripts = [...files].filter((file) => file.endsWith('.js'));
  return scripts.reduce((sum, file) => sum + gzipSync(readFileSync(join(WEB, file))).length, 0) / 1000;
}
