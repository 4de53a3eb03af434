import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/**
 * PGlite's own start parameters without `-F`, which would tell PostgreSQL never to ask for a flush, and with the one
 * flush call that reaches a file system at all: `fdatasync` answers "done" without asking anybody (PGlite 0.5).
 */
export const DURABLE_START = [
  '--single',
  '-O',
  '-j',
  ...settings({
    search_path: 'public',
    exit_on_error: 'false',
    log_checkpoints: 'false',
    max_worker_processes: '0',
    max_parallel_workers: '0',
    max_parallel_workers_per_gather: '0',
    io_method: 'sync',
    max_parallel_maintenance_workers: '0',
    wal_sync_method: 'fsync',
  }),
];

function settings(values: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/**
 * A folder in which a committed transaction survives a power cut. PGlite's file system has no flush, so that
 * PostgreSQL's requests for one are dropped; here they reach the disk: once per commit, and before a checkpoint ends.
 */
export class DurableFolder extends NodeFS {
  override async init(...given: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...given);
    const preRun = [emscriptenOpts.preRun ?? []].flat();
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...preRun, flushesReachTheDisk] } };
  }
}

interface WithFiles {
  readonly NODEFS: { readonly stream_ops: { fsync?: (stream: { readonly nfd: number }) => number } };
}

function flushesReachTheDisk(module: unknown): void {
  (module as WithFiles).NODEFS.stream_ops.fsync = ({ nfd }) => {
    fsyncSync(nfd);
    return 0;
  };
}

/** Flushes every file of a folder: PGlite writes the first ones without asking. */
export function flushFolder(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) flushFolder(path);
    else if (entry.isFile()) flush(path);
  }
  // Windows cannot open a folder; its file systems keep names without being asked.
  if (process.platform !== 'win32') flush(folder);
}

function flush(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
