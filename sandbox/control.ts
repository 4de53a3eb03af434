/** What the sandbox page and the sandbox server say to each other. Types only: both ends import them. */

export interface SandboxPerson {
  readonly id: string;
  readonly oid: string;
  readonly name: string;
  readonly role: string;
  readonly mail: string;
}

export interface StoryStep {
  readonly caption: string;
  readonly line: string;
  readonly state: 'done' | 'now' | 'later';
}

export interface SandboxState {
  /** ISO, UTC. */
  readonly now: string;
  readonly timeZone: string;
  /** "Wed 11 Mar 2026, 09:42". */
  readonly clock: string;
  /** "Day ten of the story, Europe/Berlin". */
  readonly day: string;
  readonly steps: readonly StoryStep[];
  /** Where "To the next event" goes; null: nothing happens by itself any more. */
  readonly nextEvent: { readonly label: string } | null;
  readonly people: readonly SandboxPerson[];
  readonly workbooks: readonly { readonly id: string; readonly name: string; readonly owner: string }[];
  readonly misbehaviour: Misbehaviour;
  /** For the Teams host: the app it shows and whom its tokens are for. */
  readonly teams: { readonly appId: string; readonly tenantId: string; readonly brokerPath: string };
}

/** What the simulated Microsoft 365 can be told to do wrong. */
export interface Misbehaviour {
  /** Milliseconds each Graph answer takes. */
  readonly graphLatency: number;
  /** The next requests to Graph are refused with 429. */
  readonly throttled: boolean;
  /** Milliseconds each Excel sync takes. */
  readonly excelLatency: number;
}

export type ClockMove = 'hour' | 'working-day' | 'week' | 'next-event';

export interface CalendarItem {
  readonly iCalUId: string;
  readonly subject: string;
  readonly start: string;
  readonly end: string;
  /** Ours: an invitation from the recalibrations mailbox. */
  readonly invitation: boolean;
  readonly cancelled: boolean;
  readonly response: string;
  readonly attendees: readonly { readonly name: string; readonly optional: boolean }[];
  /** As sent: untrusted, shown in a sandboxed frame. */
  readonly html: string;
}

export interface CalendarWeek {
  /** Civil dates of the five shown days. */
  readonly days: readonly string[];
  readonly items: readonly CalendarItem[];
}

export type CalendarAction =
  | { readonly action: 'accepted' | 'declined' | 'tentativelyAccepted'; readonly iCalUId: string }
  | { readonly action: 'cancel'; readonly iCalUId: string };
