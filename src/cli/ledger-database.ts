import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { tenantsOf } from '../api/archive/ledgers.ts';
import { readDatabaseChoice } from '../api/config.ts';
import { FolderDamaged, isCorrupted } from '../api/database/damaged-folder.ts';
import { FolderInUse } from '../api/database/folder-lock.ts';
import { FolderMoved } from '../api/database/moved-folder.ts';
import { type Database, type DatabaseChoice, openDatabase } from '../api/database/open-database.ts';
import { type Result, err, ok } from '../domain/result.ts';
import { type CommandIo, EXIT } from './command.ts';

/** Where a command finds its data; without either, where the API would (`DATABASE_URL`, `LASTMILE_DATA`). */
export const DATABASE_OPTIONS = { data: { type: 'string' }, database: { type: 'string' } } as const;

export interface DatabaseArguments {
  readonly data?: string | undefined;
  readonly database?: string | undefined;
}

/** `parseArgs`, with its refusal as a sentence and the usage line under it. */
export function parsed<T extends ParseArgsConfig>(
  config: T,
  usage: string,
): Result<ReturnType<typeof parseArgs<T>>, string> {
  try {
    return ok(parseArgs(config));
  } catch (error) {
    // parseArgs tells a wrong option only by throwing.
    return err(`${(error as Error).message}\nusage: lastmile ${usage}`);
  }
}

export function refuse(io: CommandIo, message: string): number {
  io.stderr(`${message}\n`);
  return EXIT.usage;
}

export interface OpenOptions {
  /** True: a folder that is not there is made. */
  readonly create?: boolean;
}

/** Opens the data, does the work, closes it. What cannot be opened is said in a sentence. */
export async function withDatabase(
  { args, io, create = false }: { readonly args: DatabaseArguments; readonly io: CommandIo } & OpenOptions,
  work: (database: Database) => Promise<number>,
): Promise<number> {
  const choice = choiceOf(args);
  if (!choice.ok) return refuse(io, choice.error);
  const opened = await opening(choice.value, create);
  if (!opened.ok) return refuse(io, opened.error);
  try {
    return await work(opened.value);
  } catch (error) {
    if (choice.value.kind !== 'folder' || !isCorrupted(error)) throw error;
    return refuse(io, new FolderDamaged(choice.value.path, error).message);
  } finally {
    await opened.value.close();
  }
}

function choiceOf({ data, database }: DatabaseArguments): Result<DatabaseChoice, string> {
  if (data !== undefined && database !== undefined) return err('Give --data or --database, not both.');
  if (data !== undefined) return ok({ kind: 'folder', path: data });
  if (database === undefined) return ok(readDatabaseChoice());
  return /^postgres(ql)?:\/\//u.test(database)
    ? ok({ kind: 'postgres', url: database })
    : err('--database must begin with postgres://. A folder is given with --data.');
}

/** Opens what is there; a folder without data is named, not made. */
export async function opening(choice: DatabaseChoice, create = false): Promise<Result<Database, string>> {
  if (!create && choice.kind === 'folder' && !existsSync(join(choice.path, 'PG_VERSION'))) {
    return err(`There is no Lastmile data in “${choice.path}”.`);
  }
  try {
    return ok(await openDatabase(choice));
  } catch (error) {
    if (SAID_ALREADY.some((kind) => error instanceof kind)) return err((error as Error).message);
    // Drivers tell everything by throwing; the address may hold a password and is not repeated.
    return err(`The database cannot be opened: ${reasonOf(error)}.`);
  }
}

/** What says in its own words what is wrong with a folder. */
const SAID_ALREADY = [FolderInUse, FolderMoved, FolderDamaged];

function reasonOf(error: unknown): string {
  const { message, code } = error as { readonly message?: string; readonly code?: string };
  return message || code || 'no reason was given';
}

/** The tenant that was named, or the only one there is. */
export async function chosenTenant(
  { kysely }: Database,
  tenant: string | undefined,
): Promise<Result<string, string>> {
  const all = await tenantsOf(kysely);
  if (tenant !== undefined) {
    return all.includes(tenant) ? ok(tenant) : err(`There is no tenant “${tenant}” here.`);
  }
  const [only, ...others] = all;
  if (only === undefined) return err('There is no tenant here yet.');
  return others.length === 0 ? ok(only) : err(`Choose one with --tenant: ${all.join(', ')}.`);
}
