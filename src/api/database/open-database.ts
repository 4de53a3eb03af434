import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import { FolderDamaged } from './damaged-folder.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import { migrate } from './migrate.ts';
import { refuseMoved } from './moved-folder.ts';
import { pgliteDialect } from './pglite-dialect.ts';
import { preparedDatabase } from './prepared-database.ts';
import type { Schema } from './schema.ts';

/** Where the data lives. `memory` is for tests and demonstrations. */
export type DatabaseChoice =
  | { readonly kind: 'memory' }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'postgres'; readonly url: string; readonly connections?: number };

export interface Database {
  readonly kysely: Kysely<Schema>;
  readonly close: () => Promise<void>;
}

/** Type ids of values that the two drivers read differently; both keep the server's text, int8 becomes a number. */
const INT8 = 20;
const AS_TEXT = [1082, 1114, 1184, 1186];

/** Opens and migrates. Throws `FolderInUse` when another process holds the folder, `FolderMoved` when its data moved, `FolderDamaged`. */
export async function openDatabase(choice: DatabaseChoice): Promise<Database> {
  const database = choice.kind === 'postgres' ? await openPostgres(choice) : await openPGlite(choice);
  try {
    await migrate(database.kysely);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

async function openPGlite(choice: Exclude<DatabaseChoice, { kind: 'postgres' }>): Promise<Database> {
  const lock = choice.kind === 'folder' ? await holdFolder(choice.path) : null;
  const { PGlite } = await import('@electric-sql/pglite');
  const parsers = Object.fromEntries(AS_TEXT.map((type) => [type, (value: string) => value]));
  const isNew = choice.kind === 'memory' || !existsSync(join(choice.path, 'PG_VERSION'));
  const prepared = isNew ? await preparedDatabase() : null;
  const lite = await PGlite.create({
    ...(choice.kind === 'folder' ? await durable(choice.path) : {}),
    ...(prepared ? { loadDataDir: prepared } : {}),
    parsers: { ...parsers, [INT8]: Number },
  }).catch(async (error: unknown) => {
    await lock?.release();
    throw choice.kind === 'folder' && !isNew ? new FolderDamaged(choice.path, error) : error;
  });
  if (choice.kind === 'folder') await flushNow(choice.path);
  const kysely = new Kysely<Schema>({ dialect: pgliteDialect(lite) });
  return {
    kysely,
    close: async () => {
      await kysely.destroy();
      await lock?.release();
    },
  };
}

async function durable(path: string) {
  const { DURABLE_START, DurableFolder } = await import('./durable-folder.ts');
  return { fs: new DurableFolder(path), startParams: [...DURABLE_START] };
}

/** Also what an earlier release wrote here, or a creation that was cut off, stands on the disk before it is used. */
async function flushNow(path: string): Promise<void> {
  const { flushFolder } = await import('./durable-folder.ts');
  flushFolder(path);
}

async function holdFolder(path: string): Promise<FolderLock> {
  mkdirSync(path, { recursive: true });
  refuseMoved(path);
  return await lockFolder(path);
}

async function openPostgres(choice: Extract<DatabaseChoice, { kind: 'postgres' }>): Promise<Database> {
  const { default: pg } = await import('pg');
  const readers = new Map<number, (value: string) => unknown>([
    [INT8, Number],
    ...AS_TEXT.map((type) => [type, (value: string) => value] as const),
  ]);
  const pool = new pg.Pool({
    connectionString: choice.url,
    max: choice.connections ?? 10,
    application_name: 'lastmile',
    connectionTimeoutMillis: 10_000,
    types: {
      getTypeParser: (type: number, format) => readers.get(type) ?? pg.types.getTypeParser(type, format),
    },
  });
  // An idle connection that breaks is replaced by the pool; unheard, its error would end the process.
  pool.on('error', () => {});
  // One that breaks in use, between two statements, tells the next statement; its event alone must end nothing either.
  pool.on('connect', (client) => void client.on('error', () => {}));
  const kysely = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return { kysely, close: () => kysely.destroy() };
}
