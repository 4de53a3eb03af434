import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { type Database, type DatabaseChoice, openDatabase } from '../../src/api/database/open-database.ts';

/** The databases the product runs on. PostgreSQL is used where it answers; each call gets an empty one. */

export interface TestDatabase {
  readonly name: string;
  /** A choice of its own, empty; `dispose` after use. */
  readonly create: () => Promise<{ readonly choice: DatabaseChoice; readonly dispose: () => Promise<void> }>;
}

const SERVER = process.env['DATABASE_URL'] ?? 'postgres://postgres:postgres@127.0.0.1:5432/postgres';

const pglite: TestDatabase = {
  name: 'PGlite',
  create: async () => ({ choice: { kind: 'memory' }, dispose: async () => {} }),
};

const postgres: TestDatabase = {
  name: 'PostgreSQL',
  create: async () => {
    const name = `lastmile_test_${randomUUID().replaceAll('-', '')}`;
    await onServer(`create database ${name}`);
    const url = new URL(SERVER);
    url.pathname = `/${name}`;
    return {
      choice: { kind: 'postgres', url: url.href, connections: 5 },
      dispose: () => onServer(`drop database if exists ${name} with (force)`),
    };
  },
};

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: SERVER, connectionTimeoutMillis: 1500 });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function answers(): Promise<boolean> {
  try {
    await onServer('select 1');
    return true;
  } catch {
    // No server is a normal development machine; with DATABASE_URL set it is a fault.
    if (process.env['DATABASE_URL']) throw new Error('DATABASE_URL is set, but PostgreSQL does not answer');
    console.warn('SKIPPED on PostgreSQL: nothing answers on 127.0.0.1:5432; set DATABASE_URL to test it');
    return false;
  }
}

export const DATABASES: readonly TestDatabase[] = (await answers()) ? [pglite, postgres] : [pglite];

/** Opens and migrates an empty database; `close` disposes of it. */
export async function emptyDatabase(of: TestDatabase): Promise<Database> {
  const { choice, dispose } = await of.create();
  const database = await openDatabase(choice);
  return {
    kysely: database.kysely,
    close: async () => {
      await database.close();
      await dispose();
    },
  };
}
