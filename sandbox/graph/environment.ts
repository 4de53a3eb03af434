import type { Context } from 'hono';
import type { Directory } from '../directory.ts';
import type { Calendars } from './calendars.ts';
import { GraphError, accessDenied, mailboxMissing } from './graph-error.ts';
import { type Preferences, preferencesOf } from './prefer.ts';
import type { GraphState, MailboxState } from './state.ts';

/** What a request brings along beside itself. */
export interface GraphEnvironment {
  Bindings: { readonly withoutOnlineMeeting: boolean };
  Variables: { roles: readonly string[] };
}

export type GraphCall = Context<GraphEnvironment>;

/** What the handlers work on. */
export interface GraphWorld {
  readonly state: GraphState;
  readonly calendars: Calendars;
  readonly directory: Directory;
  readonly now: () => number;
  /** `organiser`: our app may touch events of the one inviting mailbox only (RBAC for Applications). */
  readonly calendarScope: 'organiser' | 'tenant';
  readonly activityTypes: readonly string[];
  readonly duplicateStatus: 400 | 409;
}

export function preferOf(c: GraphCall): Preferences {
  return preferencesOf(c.req.header('prefer'));
}

/** The mailbox of `{id}`, whether or not our app may open it. */
export function anyMailbox(world: GraphWorld, c: GraphCall): MailboxState {
  const key = c.req.param('user') ?? '';
  const box = world.calendars.mailbox(key);
  if (box) return box;
  if (world.directory.people.some((person) => person.oid === key)) throw mailboxMissing();
  throw new GraphError(404, 'ErrorInvalidUser', `The requested user '${key}' is invalid.`);
}

/** The mailbox of `{id}` for reading and writing events. */
export function openMailbox(world: GraphWorld, c: GraphCall): MailboxState {
  const box = anyMailbox(world, c);
  const ours = box.address === world.directory.organiser.mail;
  if (!ours && world.calendarScope === 'organiser') throw accessDenied();
  return box;
}

export async function jsonBody(c: GraphCall): Promise<unknown> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
    throw unreadable('Content-Type must be JSON.');
  try {
    return JSON.parse(await c.req.text());
  } catch {
    // Only a syntax error can be thrown here; it is the client's.
    throw unreadable('Unable to read JSON request payload.');
  }
}

export function unreadable(message: string): GraphError {
  return new GraphError(400, 'BadRequest', message);
}

export function contextUrl(what: string): string {
  return `https://graph.microsoft.com/v1.0/$metadata#${what}`;
}
