import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { type Server, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOCK_FILE_RULES, type LockFileRules, takeLockFile } from './lock-file.ts';

/** Holds a data folder for this process; released by `release` or by the end of the process, however it ends. */
export interface FolderLock {
  readonly release: () => Promise<void>;
}

export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';

  constructor(folder: string) {
    super(
      `The data folder ${folder} is in use by another Lastmile process. ` +
        'Two on one folder would destroy its data. Stop the other one, choose another folder with ' +
        'LASTMILE_DATA, or set DATABASE_URL to share a PostgreSQL.',
    );
  }
}

/**
 * Takes the lock of an existing folder or throws `FolderInUse`. PGlite does not lock, and two processes on one folder
 * lose committed rows without an error. A listening socket is a lock that dies with its process, even by kill -9; the
 * file in the folder excludes containers and machines that share the folder and no socket.
 */
export async function lockFolder(
  folder: string,
  rules: LockFileRules = LOCK_FILE_RULES,
): Promise<FolderLock> {
  const address = lockAddress(realpathSync(folder), process.platform);
  const server = (await listen(address)) ?? (await replaceStale(address));
  if (!server) throw new FolderInUse(folder);
  server.unref();
  const close = () => new Promise<void>((done) => server.close(() => done()));
  const letGo = await takeLockFile(folder, rules);
  if (!letGo) {
    await close();
    throw new FolderInUse(folder);
  }
  return {
    release: async () => {
      letGo();
      await close();
    },
  };
}

/**
 * Linux: an abstract socket, always 107 characters long, because Node 20 pads shorter names and later versions do
 * not, so that shorter ones would not exclude each other. Windows: a named pipe. Elsewhere: a socket file.
 */
function lockAddress(folder: string, platform: NodeJS.Platform): string {
  const hash = createHash('sha512').update(folder).digest('hex');
  if (platform === 'linux') return `\0${`lastmile-${hash}`.slice(0, 107)}`;
  if (platform === 'win32') return `\\\\.\\pipe\\lastmile-${hash.slice(0, 64)}`;
  return join(tmpdir(), `lastmile-${hash.slice(0, 32)}.sock`);
}

function listen(address: string): Promise<Server | null> {
  return new Promise((done, fail) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') done(null);
      else fail(error);
    });
    server.listen(address, () => done(server));
  });
}

/** A socket file outlives its process; one that nobody answers on is stale. */
async function replaceStale(address: string): Promise<Server | null> {
  if (!address.startsWith('/') || (await answers(address))) return null;
  rmSync(address, { force: true });
  return await listen(address);
}

function answers(address: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(address);
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });
}
