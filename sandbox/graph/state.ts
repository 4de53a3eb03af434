import type { Instant, TimeZone } from '../../src/domain/zoned-time.ts';
import type { WorkWeek } from '../../src/domain/working-time.ts';

export type ShowAs = 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere';
export type ResponseKind =
  'none' | 'organizer' | 'tentativelyAccepted' | 'accepted' | 'declined' | 'notResponded';

export interface MeetingResponse {
  readonly response: ResponseKind;
  /** Absent until answered; printed as year one then, as Exchange does. */
  readonly at?: Instant;
}

export interface Address {
  readonly name: string;
  readonly address: string;
}

export interface Attendee extends Address {
  readonly type: 'required' | 'optional' | 'resource';
  readonly status: MeetingResponse;
}

export interface ExtendedProperty {
  readonly id: string;
  readonly value: string;
}

/** What a client may write to an event. */
export interface EventFields {
  readonly subject: string;
  readonly html: string;
  readonly start: Instant;
  readonly end: Instant;
  /** Zone names as they were sent; `originalStartTimeZone` keeps them. */
  readonly startZone: string;
  readonly endZone: string;
  readonly isAllDay: boolean;
  readonly location: string;
  readonly attendees: readonly Attendee[];
  readonly importance: 'low' | 'normal' | 'high';
  readonly sensitivity: 'normal' | 'personal' | 'private' | 'confidential';
  readonly showAs: ShowAs;
  readonly categories: readonly string[];
  readonly allowNewTimeProposals: boolean;
  readonly responseRequested: boolean;
  readonly hideAttendees: boolean;
  readonly isReminderOn: boolean;
  readonly reminderMinutesBeforeStart: number;
  readonly isOnlineMeeting: boolean;
  readonly extendedProperties: readonly ExtendedProperty[];
}

/** One event in one mailbox. Copies of the same meeting share `iCalUId`. */
export interface StoredEvent extends EventFields {
  readonly id: string;
  /** The id that stays when the item moves to another folder. */
  readonly immutableId: string;
  readonly iCalUId: string;
  readonly version: number;
  readonly createdAt: Instant;
  readonly modifiedAt: Instant;
  readonly organizer: Address;
  readonly isOrganizer: boolean;
  readonly isCancelled: boolean;
  readonly response: MeetingResponse;
  readonly transactionId?: string;
  readonly joinUrl?: string;
}

/** What Outlook shows in the inbox about a meeting. */
export interface MailItem {
  readonly kind: 'invitation' | 'update' | 'cancellation' | 'response';
  readonly at: Instant;
  readonly from: Address;
  readonly subject: string;
  readonly html: string;
  readonly iCalUId: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly joinUrl?: string;
  readonly response?: ResponseKind;
}

export interface MailboxState {
  readonly address: string;
  readonly name: string;
  readonly oid: string;
  timeZone: TimeZone;
  workWeek: WorkWeek;
  /** Some mailboxes answer without hours, some with a zone that has no usable name (reference platform A2). */
  hours: 'known' | 'missing' | 'customized';
  /** False where the account may not create Teams meetings: `isOnlineMeeting` is dropped without an error. */
  teamsMeetings: boolean;
  /** False where our Teams app is not installed: activity notifications are refused. */
  appInstalled: boolean;
  events: StoredEvent[];
  deleted: StoredEvent[];
  inbox: MailItem[];
  /** Transaction ids ever used here, with the content they stood for. */
  transactions: Record<string, { readonly immutableId: string; readonly fingerprint: string }>;
}

export interface ActivityRecord {
  readonly to: string;
  readonly at: Instant;
  readonly activityType: string;
  readonly preview: string;
  readonly topic: string;
  readonly webUrl?: string;
  readonly chainId?: number;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Everything the simulator remembers; plain data, so that a snapshot is a copy. */
export interface GraphState {
  counter: number;
  mailboxes: MailboxState[];
  activities: ActivityRecord[];
}
