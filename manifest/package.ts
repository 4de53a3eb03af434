import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { buildPackage, zipPackage } from './build.ts';
import { manifestProblems } from './lint.ts';
import { settingsFrom, UNSET } from './settings.ts';

/**
 * `npm run package`: writes dist/manifest/lastmile.zip and, for Excel's ribbon, dist/web/icons. With `--check`
 * (`npm run manifest:check`) nothing is written. Exit 1: something is wrong, each problem on its line.
 */
const ROOT = resolve(import.meta.dirname, '../..');
const checkOnly = process.argv.includes('--check');

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
const settings = settingsFrom(process.env, version);
const built = buildPackage(settings);
const problems = [
  ...manifestProblems(built),
  ...(settings.clientId === UNSET && !checkOnly
    ? ['LASTMILE_CLIENT_ID is not set: the package would belong to nobody']
    : []),
];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else if (checkOnly) console.log(`The manifest for ${settings.origin} holds every rule we know.`);
else {
  write('dist/manifest/lastmile.zip', zipPackage(built));
  for (const [path, picture] of built.hosted) write(`dist/web${path}`, picture);
  console.log(`dist/manifest/lastmile.zip is for ${settings.origin}, version ${version}.`);
}

function write(path: string, bytes: Buffer): void {
  const file = join(ROOT, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}
