import { ledger } from './0001-ledger.ts';
import { answeredRequests } from './0002-answered-requests.ts';
import { outbox } from './0003-outbox.ts';
import { projection } from './0004-projection.ts';

export interface Migration {
  readonly number: number;
  readonly name: string;
  /** Plain SQL for PostgreSQL 15, which PGlite understands too. */
  readonly sql: string;
}

/**
 * All migrations in order. An applied one is never edited: a checksum stands in the database.
 * They are modules and not .sql files so that the emitted program carries them.
 */
export const MIGRATIONS: readonly Migration[] = [
  { number: 1, name: 'ledger', sql: ledger },
  { number: 2, name: 'answered-requests', sql: answeredRequests },
  { number: 3, name: 'outbox', sql: outbox },
  { number: 4, name: 'projection', sql: projection },
];
