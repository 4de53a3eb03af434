import type { JWTVerifyGetKey } from 'jose';
import type { Config } from './config.ts';
import { type Database, openDatabase } from './database/open-database.ts';
import { createTokenCheck } from './auth/verify-token.ts';
import { type AnswerOnce, answerOnce } from './http/idempotency.ts';
import { jsonLog, systemClock } from './surroundings.ts';
import { composeInvitation } from './invitation/compose.ts';
import type { Compose } from './outbox/content.ts';
import type { Calendar, Clock, Directory, Log, Notifier, TokenCheck } from './ports.ts';
import { type Tenants, createTenants } from './state/tenants.ts';

/** Everything a route or a job may use. */
export interface ApiContext {
  readonly config: Config;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly tokenCheck: TokenCheck;
  /** Null: accounts are those the ledger names. */
  readonly directory: Directory | null;
  /** Null: meetings are planned and shown, but booked by nobody. */
  readonly calendar: Calendar | null;
  readonly notifier: Notifier | null;
  readonly compose: Compose;
  readonly tenants: Tenants;
  readonly answerOnce: AnswerOnce;
}

/** What tests and the sandbox put in the place of the real world. */
export interface Overrides {
  /** Already open; whoever opened it closes it. */
  readonly database?: Database;
  readonly clock?: Clock;
  readonly log?: Log;
  readonly tokenKeys?: JWTVerifyGetKey;
  readonly tokenCheck?: TokenCheck;
  readonly directory?: Directory;
  readonly calendar?: Calendar;
  readonly notifier?: Notifier;
  readonly compose?: Compose;
}

/** The one place where the parts meet. */
export async function createContext(config: Config, overrides: Overrides = {}): Promise<ApiContext> {
  const database = overrides.database ?? (await openDatabase(config.database));
  const clock = overrides.clock ?? systemClock;
  const keys = overrides.tokenKeys ? { keys: overrides.tokenKeys } : {};
  return {
    config,
    database,
    clock,
    log: overrides.log ?? jsonLog,
    tokenCheck: overrides.tokenCheck ?? createTokenCheck({ ...config, ...keys }),
    directory: overrides.directory ?? null,
    calendar: overrides.calendar ?? null,
    notifier: overrides.notifier ?? null,
    compose: overrides.compose ?? composeInvitation,
    tenants: createTenants({ db: database.kysely, clock }),
    answerOnce: answerOnce(database.kysely, clock),
  };
}
