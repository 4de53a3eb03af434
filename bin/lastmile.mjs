#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const entry = join(root, 'dist/src/cli/main.js');
const stamp = join(root, 'dist/lastmile-built');
const sources = ['src/cli', 'src/api', 'src/contract', 'src/domain'].map((folder) => join(root, folder));
const compiler = join(root, 'node_modules/typescript/bin/tsc');

if (isStale() && existsSync(compiler)) build();
if (!existsSync(entry))
  fail('Nothing is built and no compiler is installed. Run npm ci, then npm run build:node.');

const { runLastmile, processIo } = await import(pathToFileURL(entry).href);
process.exitCode = await runLastmile(process.argv.slice(2), processIo);

/** An installed package without sources is never stale. */
function isStale() {
  const present = sources.filter((folder) => existsSync(folder));
  if (present.length === 0) return false;
  if (!existsSync(entry) || !existsSync(stamp)) return true;
  const built = statSync(stamp).mtimeMs;
  return present.some((folder) => isNewer(folder, built));
}

function isNewer(folder, built) {
  return readdirSync(folder, { withFileTypes: true }).some((item) => {
    const path = join(folder, item.name);
    return item.isDirectory() ? isNewer(path, built) : statSync(path).mtimeMs > built;
  });
}

/** Standard output belongs to the command, so the build speaks on standard error alone. */
function build() {
  process.stderr.write('lastmile: building the command line first\n');
  const run = spawnSync(process.execPath, [compiler, '-b', join(root, 'src/cli')], { encoding: 'utf8' });
  if (run.status === 0) {
    writeFileSync(stamp, '');
    return;
  }
  if (!existsSync(entry)) fail(`The build failed.\n${run.stdout}${run.stderr}`);
  const [first = ''] = run.stdout.split('\n');
  process.stderr.write(`lastmile: the build failed (${first}); running what is there\n`);
}

function fail(message) {
  process.stderr.write(`lastmile: ${message}\n`);
  process.exit(2);
}
