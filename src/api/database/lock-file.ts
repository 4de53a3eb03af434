import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * The lock that other machines and containers see: a file in the folder, touched every beat by its holder. A socket
 * excludes only processes that share it; this excludes those that share nothing but the folder.
 */
export interface LockFileRules {
  /** Two processes of one machine see each other's sockets. */
  readonly machine: string;
  readonly beatMs: number;
  /** A file of another machine that is not touched for so long is of a dead holder. Longer than any pause of a live one. */
  readonly patienceMs: number;
}

export const LOCK_FILE_RULES: LockFileRules = { machine: thisMachine(), beatMs: 2_000, patienceMs: 20_000 };

const NAME = 'lastmile.lock';

/** Thrown into a process that was thought dead and is not: it must end before it writes again. */
export class FolderLost extends Error {
  override readonly name = 'FolderLost';
}

/**
 * Takes the file or gives null: somebody else is alive. Whoever asks must hold the folder's socket, so that a file of
 * the same machine can only be of a dead process.
 */
export async function takeLockFile(folder: string, rules: LockFileRules): Promise<(() => void) | null> {
  const path = join(folder, NAME);
  const own = JSON.stringify({ id: randomUUID(), machine: rules.machine, pid: process.pid });
  while (!created(path, own)) {
    const found = read(path);
    if (found === null) continue;
    if (!(await isStale(path, found, rules))) return null;
    removeThat(path, found);
  }
  const timer = setInterval(() => beat(path, own), rules.beatMs);
  timer.unref();
  return () => {
    clearInterval(timer);
    if (read(path) === own) rmSync(path, { force: true });
  };
}

function created(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It was released between two looks.
    return null;
  }
}

async function isStale(
  path: string,
  found: string,
  { machine, patienceMs }: LockFileRules,
): Promise<boolean> {
  if (found.includes(JSON.stringify(machine))) return true;
  // Clocks of machines differ: what counts is whether the file is touched while we watch, by our own clock.
  const before = touchedAt(path);
  await pause(patienceMs);
  return touchedAt(path) === before && read(path) === found;
}

function touchedAt(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}

/**
 * Two may find the same dead file: one of them moves it away, the other may move the new one, and puts it back. Who has
 * made one in between notices at the next beat.
 */
function removeThat(path: string, found: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    // Somebody else was faster.
    return;
  }
  if (read(aside) !== found) renameSync(aside, path);
  else rmSync(aside, { force: true });
}

function beat(path: string, own: string): void {
  if (read(path) !== own) {
    throw new FolderLost(
      'Another Lastmile process has taken the data folder, because this one stood still for too long.',
    );
  }
  utimesSync(path, new Date(), new Date());
}

/** Containers of one host have sockets of their own, each in its network namespace. */
function thisMachine(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/net')}`;
  } catch {
    // Only Linux has namespaces.
    return hostname();
  }
}
