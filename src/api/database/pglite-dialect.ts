import type { PGlite } from '@electric-sql/pglite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';

/** Lets Kysely speak to PGlite, the PostgreSQL that runs inside this process. */
export function pgliteDialect(lite: PGlite): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PGliteDriver(lite),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

/**
 * PGlite has one session. A "connection" is therefore a turn on it, taken in order: a transaction keeps its turn
 * until it ends. Asking for a second connection inside a transaction would wait for ever; pass the transaction on.
 */
class PGliteDriver implements Driver {
  readonly #lite: PGlite;
  readonly #turnEnds = new WeakMap<DatabaseConnection, () => void>();
  #lastTurn: Promise<void> = Promise.resolve();

  constructor(lite: PGlite) {
    this.#lite = lite;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const previous = this.#lastTurn;
    const turn = deferred();
    this.#lastTurn = turn.promise;
    await previous;
    const connection = new PGliteConnection(this.#lite);
    this.#turnEnds.set(connection, turn.resolve);
    return connection;
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    this.#turnEnds.get(connection)?.();
  }

  async destroy(): Promise<void> {
    await this.#lastTurn;
    await this.#lite.close();
  }
}

class PGliteConnection implements DatabaseConnection {
  readonly #lite: PGlite;

  constructor(lite: PGlite) {
    this.#lite = lite;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    // Only the simple protocol takes several statements at once, as migrations need.
    const result =
      query.parameters.length === 0
        ? (await this.#lite.exec(query.sql)).at(-1)
        : await this.#lite.query(query.sql, [...query.parameters]);
    return {
      rows: (result?.rows ?? []) as R[],
      numAffectedRows: BigInt(result?.affectedRows ?? 0),
    };
  }

  // oxlint-disable-next-line require-yield -- the interface wants a generator; PGlite has no cursor for it
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('PGlite cannot stream rows');
  }
}

function deferred(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
