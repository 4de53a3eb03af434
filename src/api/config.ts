import { z } from 'zod';
import type { DatabaseChoice } from './database/open-database.ts';

/** Everything the API must be told. Only this file reads the environment. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly database: DatabaseChoice;
  readonly clientId: string;
  /** Entra tenants (`tid`) that may call; everyone else is refused. */
  readonly tenants: readonly string[];
  /** Origin of the identity service. */
  readonly authorityOrigin: string;
  readonly teamsAppId: string;
  /** Where people reach us; links in invitations begin with it. */
  readonly publicOrigin: string;
  /** Who may frame our pages, as CSP sources. */
  readonly frameAncestors: readonly string[];
  readonly trustedHostOrigins: readonly string[];
  /** Folder of the built front ends; null serves the API alone. */
  readonly webRoot: string | null;
  readonly maxBodyBytes: number;
  /** How often the worker looks for due work, in wall milliseconds. */
  readonly workEveryMs: number;
  /** Mailbox that invites to recalibrations; null: no calendar is configured. */
  readonly organiser: string | null;
}

/** Hosts that may frame a tab or a task pane (reference teams-host.md 7.4). */
export const MICROSOFT_HOSTS: readonly string[] = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.office.com',
  'https://*.microsoft365.com',
  'https://*.officeapps.live.com',
  'https://*.sharepoint.com',
];

const guid = z.guid();
const environment = z.object({
  LASTMILE_HOST: z.string().default('127.0.0.1'),
  LASTMILE_PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  LASTMILE_DATA: z.string().min(1).default('lastmile-data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  LASTMILE_CLIENT_ID: guid,
  LASTMILE_TENANTS: z
    .string()
    .transform((list) => list.split(',').map((tenant) => tenant.trim().toLowerCase()))
    .pipe(z.array(guid).min(1)),
  LASTMILE_AUTHORITY: z.url().default('https://login.microsoftonline.com'),
  LASTMILE_TEAMS_APP_ID: guid.optional(),
  LASTMILE_ORIGIN: z.url().default('http://localhost:8080'),
  LASTMILE_WEB: z.string().default('dist/web'),
  LASTMILE_ORGANISER: z.email().optional(),
});

/** Reads the process's environment. Throws one error that lists every problem at once. */
export function readConfig(): Config {
  return configFrom(process.env);
}

/** Where the data lives, for commands that need to know nothing else: `DATABASE_URL`, or the folder `LASTMILE_DATA`. */
export function readDatabaseChoice(): DatabaseChoice {
  const { DATABASE_URL: url, LASTMILE_DATA: path } = process.env;
  return url ? { kind: 'postgres', url } : { kind: 'folder', path: path || 'lastmile-data' };
}

/** As `readConfig`, from any set of variables. */
export function configFrom(variables: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
    throw new Error(`The configuration has problems:\n${lines.join('\n')}`);
  }
  return toConfig(parsed.data);
}

function toConfig(read: z.output<typeof environment>): Config {
  return {
    host: read.LASTMILE_HOST,
    port: read.LASTMILE_PORT,
    database: read.DATABASE_URL
      ? { kind: 'postgres', url: read.DATABASE_URL }
      : { kind: 'folder', path: read.LASTMILE_DATA },
    clientId: read.LASTMILE_CLIENT_ID,
    tenants: read.LASTMILE_TENANTS,
    authorityOrigin: new URL(read.LASTMILE_AUTHORITY).origin,
    teamsAppId: read.LASTMILE_TEAMS_APP_ID ?? read.LASTMILE_CLIENT_ID,
    publicOrigin: new URL(read.LASTMILE_ORIGIN).origin,
    frameAncestors: MICROSOFT_HOSTS,
    trustedHostOrigins: [],
    webRoot: read.LASTMILE_WEB,
    maxBodyBytes: 4_000_000,
    workEveryMs: 5_000,
    organiser: read.LASTMILE_ORGANISER ?? null,
  };
}
