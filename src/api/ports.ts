import type { PersonId } from '../domain/portfolio.ts';
import type { Result } from '../domain/result.ts';
import type { WorkWeek } from '../domain/working-time.ts';
import type { Instant, TimeZone } from '../domain/zoned-time.ts';

/** What the API needs from outside. Small, by concern; adapters name their vendor, doubles say `fake`. */

/** The only source of "now" (DESIGN.md 4, Time). The sandbox can move it; it never runs backwards. */
export interface Clock {
  readonly now: () => Instant;
}

/** A person as the calendar knows them. */
export interface Mailbox {
  readonly person: PersonId;
  readonly name: string;
  readonly mail: string;
}

export interface BusyInterval {
  readonly start: Instant;
  readonly end: Instant;
  readonly kind: 'busy' | 'tentative' | 'out-of-office';
}

/** One person's calendar in a window, or why it could not be read (then they count as free, and it is said). */
export type Availability =
  | {
      readonly person: PersonId;
      readonly busy: readonly BusyInterval[];
      /** Absent where the mailbox tells none. */
      readonly hours?: { readonly workWeek: WorkWeek; readonly timeZone: TimeZone };
    }
  | { readonly person: PersonId; readonly error: string };

/** Everything a booking says. `key` makes it single: the same key twice is one event (Graph: transactionId). */
export interface BookingRequest {
  readonly key: string;
  /** Marks the event as ours, so that it can be found again. */
  readonly recalibration: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly timeZone: TimeZone;
  readonly required: readonly Mailbox[];
  readonly optional: readonly Mailbox[];
}

export interface CalendarEvent {
  /** Immutable id in the organiser's calendar. */
  readonly eventId: string;
  readonly key: string | null;
  readonly start: Instant;
  readonly end: Instant;
  readonly cancelled: boolean;
  readonly joinUrl?: string;
  readonly responses: readonly {
    readonly mail: string;
    readonly response: 'none' | 'accepted' | 'tentative' | 'declined';
  }[];
}

/**
 * Worth another try (throttled, unreachable), or not (refused: the reason is for the admin), or only under another key
 * (key-used: what was booked under this one is gone).
 */
export interface CalendarFailure {
  readonly kind: 'unavailable' | 'refused' | 'key-used';
  readonly message: string;
  readonly retryAfterMs?: number;
}

/** The organiser's calendar. All operations may be repeated: booking and cancelling twice is the same as once. */
export interface Calendar {
  readonly freeBusy: (
    people: readonly Mailbox[],
    from: Instant,
    to: Instant,
  ) => Promise<Result<readonly Availability[], CalendarFailure>>;
  readonly book: (request: BookingRequest) => Promise<Result<CalendarEvent, CalendarFailure>>;
  /** Our events for a recalibration, cancelled ones included, oldest first. */
  readonly find: (recalibration: string) => Promise<Result<readonly CalendarEvent[], CalendarFailure>>;
  /** Null when the organiser's calendar no longer holds it: it was deleted. */
  readonly read: (eventId: string) => Promise<Result<CalendarEvent | null, CalendarFailure>>;
  /** Replaces who is invited; people who stay are not written to again. */
  readonly invite: (
    eventId: string,
    required: readonly Mailbox[],
    optional: readonly Mailbox[],
  ) => Promise<Result<null, CalendarFailure>>;
  /** Cancelling what is gone already is done already. */
  readonly cancel: (eventId: string, comment: string) => Promise<Result<null, CalendarFailure>>;
}

/** What the token says about the caller; proven, not yet known to us. */
export interface Identity {
  readonly tid: string;
  readonly oid: string;
  readonly name: string;
  readonly roles: readonly string[];
}

/** Ties Entra accounts to our people. Identity is (tid, oid), never a mail address. */
export interface Directory {
  /** The person this account is, or null when the directory knows none of ours. */
  readonly personOf: (identity: Identity) => Promise<PersonId | null>;
}

export interface Reminder {
  readonly person: Mailbox;
  readonly kpi: string;
  readonly text: string;
  /** The same key twice is one reminder. */
  readonly key: string;
}

/** Tells one person one thing (Teams activity feed). Never used for a change of status: the meeting is the signal. */
export interface Notifier {
  readonly remind: (reminder: Reminder) => Promise<Result<null, CalendarFailure>>;
}

export type TokenFailure =
  'token-missing' | 'token-invalid' | 'tenant-foreign' | 'scope-missing' | 'keys-unreachable';

/** Proves an `Authorization` header; never tells why it refused beyond the code. */
export type TokenCheck = (authorization: string | undefined) => Promise<Result<Identity, TokenFailure>>;

/** Where the server writes what an operator must know: one JSON object per line, never user text as format. */
export interface Log {
  readonly write: (
    level: 'info' | 'warn' | 'error',
    event: string,
    facts: Readonly<Record<string, unknown>>,
  ) => void;
}
