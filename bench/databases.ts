import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { DatabaseChoice } from '../src/api/database/open-database.ts';

/** A database of its own on the server for `work`, dropped afterwards. */
export async function withPostgres<T>(
  server: string,
  work: (choice: DatabaseChoice) => Promise<T>,
): Promise<T> {
  const name = `lastmile_bench_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `create database ${name}`);
  try {
    const url = new URL(server);
    url.pathname = `/${name}`;
    return await work({ kind: 'postgres', url: url.href });
  } finally {
    await onServer(server, `drop database if exists ${name} with (force)`);
  }
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
