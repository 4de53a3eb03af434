import { createHash } from 'node:crypto';
import { sql, type Kysely, type Transaction } from 'kysely';
import { MIGRATIONS, type Migration } from './migrations/migrations.ts';
import type { Schema } from './schema.ts';

/** Any number; the same for every process, so that two starting together migrate one after the other. */
const MIGRATION_LOCK = 7_305_112;

interface Applied {
  readonly number: number;
  readonly checksum: string;
}

/**
 * Brings the database to this program's schema, all or nothing. Throws when an applied migration was edited since,
 * or when the database is newer than the program: both need a person.
 */
export async function migrate(
  db: Kysely<Schema>,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(tx);
    await sql
      .raw('create table if not exists migration (number integer primary key, name text, checksum text)')
      .execute(tx);
    const applied = await readApplied(tx);
    refuseForeignHistory(applied, migrations);
    for (const migration of migrations.slice(applied.length)) await apply(tx, migration);
  });
}

async function readApplied(tx: Transaction<Schema>): Promise<readonly Applied[]> {
  const { rows } = await sql<Applied>`select number, checksum from migration order by number`.execute(tx);
  return rows;
}

function refuseForeignHistory(applied: readonly Applied[], migrations: readonly Migration[]): void {
  if (applied.length > migrations.length) {
    throw new Error('the database was migrated by a newer program; this one must not touch it');
  }
  for (const [index, { number, checksum }] of applied.entries()) {
    const known = migrations[index];
    if (known?.number !== number || checksumOf(known) !== checksum) {
      throw new Error(`migration ${number} was edited after it had been applied`);
    }
  }
}

async function apply(tx: Transaction<Schema>, migration: Migration): Promise<void> {
  await sql
    .raw(migration.sql)
    .execute(tx)
    .catch((error: unknown) => {
      throw isDenied(error) ? new RightsMissing(migration) : error;
    });
  await sql`insert into migration (number, name, checksum)
    values (${migration.number}, ${migration.name}, ${checksumOf(migration)})`.execute(tx);
}

/** PostgreSQL's `insufficient_privilege`. */
function isDenied(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '42501';
}

/** What an administrator of the server must do, in the words of the server. */
class RightsMissing extends Error {
  override readonly name = 'RightsMissing';

  constructor({ number, name }: Migration) {
    super(
      `The database user may not do what migration ${number} (${name}) needs. It must own the database, and for ` +
        'the first start it must be allowed to create roles, because Lastmile serves requests in a role of its own, ' +
        'lastmile_app, that cannot get around row-level security. Let an administrator run ' +
        '"alter role THE_USER createrole;" (and, where lastmile_app exists already, "grant lastmile_app to THE_USER;"), ' +
        'start once, and take the right back with "alter role THE_USER nocreaterole;".',
    );
  }
}

function checksumOf(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex');
}
