import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderInUse, lockFolder } from '../../../src/api/database/folder-lock.ts';
import { takeLockFile } from '../../../src/api/database/lock-file.ts';
import { openDatabase } from '../../../src/api/database/open-database.ts';

describe('a data folder', { timeout: 60_000 }, () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lastmile-folder-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is refused to a second one, with the reason, until the first lets go', async () => {
    const first = await lockFolder(folder);
    await expect(lockFolder(join(folder, '.'))).rejects.toThrow(FolderInUse);
    await expect(openDatabase({ kind: 'folder', path: folder })).rejects.toThrow(
      /in use by another Lastmile process/,
    );
    await first.release();
    const second = await lockFolder(folder);
    await second.release();
  });

  it('is refused while another process holds it, and free once that process is killed', async () => {
    const holder = await holdInProcess(folder);
    await expect(lockFolder(folder)).rejects.toThrow(FolderInUse);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const lock = await lockFolder(folder);
    await lock.release();
  });
});

describe('a data folder that machines share', { timeout: 60_000 }, () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lastmile-shared-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const rules = (machine: string) => ({ machine, beatMs: 20, patienceMs: 400 });

  it('is refused to another machine while its holder lives, and given once that is dead', async () => {
    const alive = await takeLockFile(folder, rules('one'));
    expect(await takeLockFile(folder, rules('two'))).toBeNull();
    alive?.();
    writeFileSync(join(folder, 'lastmile.lock'), JSON.stringify({ machine: 'dead' }));
    const taken = await takeLockFile(folder, rules('two'));
    expect(taken).not.toBeNull();
    taken?.();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is given at once where the dead one was of the same machine: its socket is gone', async () => {
    writeFileSync(join(folder, 'lastmile.lock'), JSON.stringify({ machine: 'one' }));
    const forEver = { ...rules('one'), patienceMs: 3_600_000 };
    const taken = await takeLockFile(folder, forEver);
    expect(taken).not.toBeNull();
    taken?.();
  });

  it('is given to one of many that find a dead holder', async () => {
    writeFileSync(join(folder, 'lastmile.lock'), JSON.stringify({ machine: 'dead' }));
    const all = Array.from({ length: 10 }, (_, n) => takeLockFile(folder, rules(`m${n}`)));
    const taken = (await Promise.all(all)).filter((one) => one !== null);
    expect(taken).toHaveLength(1);
    for (const letGo of taken) letGo();
  });
});

/** Another process that takes the same address as the lock does. */
async function holdInProcess(folder: string): Promise<ChildProcess> {
  const source = `
    const net = require('node:net'), { createHash } = require('node:crypto'), { realpathSync } = require('node:fs');
    const hash = createHash('sha512').update(realpathSync(${JSON.stringify(folder)})).digest('hex');
    const address = process.platform === 'linux' ? '\\0' + ('lastmile-' + hash).slice(0, 107)
      : process.platform === 'win32' ? '\\\\\\\\.\\\\pipe\\\\lastmile-' + hash.slice(0, 64)
      : require('node:path').join(require('node:os').tmpdir(), 'lastmile-' + hash.slice(0, 32) + '.sock');
    net.createServer().listen(address, () => console.log('held'));`;
  const child = spawn(process.execPath, ['-e', source], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}
