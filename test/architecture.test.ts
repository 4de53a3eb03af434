import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The walls of DESIGN.md section 4, as failing tests. Imports are found by text: no compiler API needed. */

const ROOT = resolve(import.meta.dirname, '..');
const SOURCES = listFiles('src').concat(listFiles('sandbox'));

const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/domain': ['src/domain'],
  'src/contract': ['src/contract', 'src/domain'],
  'src/api': ['src/api', 'src/contract', 'src/domain'],
  'src/cli': ['src/cli', 'src/api', 'src/contract', 'src/domain'],
  'src/ui': ['src/ui', 'src/contract', 'src/domain'],
  'src/tab': ['src/tab', 'src/ui', 'src/contract', 'src/domain'],
  'src/excel-addin': ['src/excel-addin', 'src/ui', 'src/contract', 'src/domain'],
  sandbox: ['sandbox', 'src'],
};

/** Packages a room may use; rooms not listed may use any. */
const PACKAGES: Readonly<Record<string, readonly RegExp[]>> = {
  'src/domain': [],
  'src/contract': [/^zod$/],
};

/** One vendor, one file. */
const VENDORS: readonly { readonly what: string; readonly pattern: RegExp; readonly rooms: RegExp }[] = [
  { what: 'teams-js', pattern: /from '@microsoft\/teams-js'/, rooms: /^src\// },
  { what: 'msal', pattern: /(from|import\() ?'@azure\/msal-browser'/, rooms: /^src\// },
  { what: 'the Graph client', pattern: /from '@microsoft\/microsoft-graph-client/, rooms: /^src\// },
  {
    what: 'Excel',
    pattern: /\b(Excel\.run|Office\.(onReady|context|actions|auth|addin))\b/,
    rooms: /^src\//,
  },
  { what: 'process.env', pattern: /\bprocess\.env\b/, rooms: /^src\// },
];

const FORBIDDEN_NAMES = /(^|[-/])(utils?|helpers?|common|manager|service|misc)(\.|-|\/)/;
const HIDDEN_INPUTS = /\b(Date\.now\(|new Date\(\)|Math\.random\(|performance\.now\(|crypto\.)/;
const CEILING = 250;
/** Fixed data of the view gallery: long, and nothing to hold in the head. */
const DATA = /^sandbox\/page\/gallery\//;

describe('the architecture', () => {
  it.each(Object.keys(MAY_IMPORT))('%s imports only what its room may', (room) => {
    const allowed = MAY_IMPORT[room] as readonly string[];
    const broken = inRoom(room).flatMap((file) =>
      relativeImports(file)
        .filter((target) => !allowed.some((folder) => target.startsWith(`${folder}/`)))
        .map((target) => `${file} imports ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it.each(Object.keys(PACKAGES))('%s depends only on its few packages', (room) => {
    const allowed = PACKAGES[room] as readonly RegExp[];
    const broken = inRoom(room).flatMap((file) =>
      importsOf(file)
        .filter((name) => !name.startsWith('.') && !allowed.some((pattern) => pattern.test(name)))
        .map((name) => `${file} imports ${name}`),
    );
    expect(broken).toEqual([]);
  });

  it.each(VENDORS.map((vendor) => [vendor.what, vendor] as const))('%s appears in one file', (_, vendor) => {
    const files = SOURCES.filter((file) => vendor.rooms.test(file) && vendor.pattern.test(codeOf(file)));
    expect(files.slice(1)).toEqual([]);
  });

  it('keeps clocks and chance out of the rules', () => {
    expect(inRoom('src/domain').filter((file) => HIDDEN_INPUTS.test(codeOf(file)))).toEqual([]);
  });

  it('has no default exports and no barrels', () => {
    const broken = SOURCES.filter((file) => /^export (default|\* from)/m.test(codeOf(file)));
    expect(broken).toEqual([]);
  });

  it('never imports the sandbox or the tests from the product', () => {
    const broken = inRoom('src').filter((file) =>
      relativeImports(file).some((t) => /^(sandbox|test)\//.test(t)),
    );
    expect(broken).toEqual([]);
  });

  it('names files by what they are', () => {
    expect(SOURCES.filter((file) => FORBIDDEN_NAMES.test(file) || /[A-Z_]/.test(file))).toEqual([]);
  });

  it(`keeps files under ${CEILING} lines`, () => {
    const long = SOURCES.filter((file) => !DATA.test(file))
      .map((file) => [file, read(file).split('\n').length] as const)
      .filter(([, lines]) => lines > CEILING);
    expect(long).toEqual([]);
  });
});

function inRoom(room: string): readonly string[] {
  return SOURCES.filter((file) => file.startsWith(`${room}/`));
}

function relativeImports(file: string): readonly string[] {
  return importsOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) => relative(ROOT, resolve(ROOT, dirname(file), name)));
}

function importsOf(file: string): readonly string[] {
  const statements = read(file).matchAll(
    /^(?:import|export)\s(?:[^'";]*?\sfrom\s)?'([^']+)'|\bimport\('([^']+)'\)/gm,
  );
  return [...statements].map((match) => (match[1] ?? match[2]) as string);
}

function codeOf(file: string): string {
  return read(file)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

function listFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => /\.tsx?$/.test(name))
    .sort();
}
