// Builds after `npm ci`. When npx links this package to run our own command, npm calls "prepare" as well;
// a full build is not wanted there (and a failing one would break npx for good): bin/lastmile.mjs builds what
// it needs by itself.
import { spawnSync } from 'node:child_process';

if (process.env.npm_command !== 'exec') {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const run = spawnSync(npm, ['run', 'build'], { stdio: 'inherit', shell: process.platform === 'win32' });
  process.exitCode = run.status ?? 1;
}
