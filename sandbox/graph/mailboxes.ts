import { minutesOf } from '../../src/domain/working-time.ts';
import { type Instant, instantAt } from '../../src/domain/zoned-time.ts';
import type { Calendars } from './calendars.ts';
import { EVENT_DEFAULTS } from './event-input.ts';
import type { ActivityRecord, GraphState, MailItem, MailboxState, ShowAs, StoredEvent } from './state.ts';

/** A point in time, or `YYYY-MM-DDTHH:MM` on the mailbox owner's wall clock. */
export type When = Instant | string;

export interface Appointment {
  readonly subject: string;
  readonly start: When;
  readonly end: When;
  readonly showAs?: ShowAs;
}

export type MailboxSettings = Partial<
  Pick<MailboxState, 'timeZone' | 'workWeek' | 'hours' | 'teamsMeetings' | 'appInstalled'>
>;

/** What people see and do in Outlook: beside Graph, for the sandbox page and for tests. Names are mail addresses. */
export class Mailboxes {
  readonly #state: GraphState;
  readonly #calendars: Calendars;

  constructor(state: GraphState, calendars: Calendars) {
    this.#state = state;
    this.#calendars = calendars;
  }

  addresses(): readonly string[] {
    return this.#state.mailboxes.map((box) => box.address);
  }

  /** Events that touch the window, earliest first. */
  calendar(address: string, from: Instant = -Infinity, to: Instant = Infinity): readonly StoredEvent[] {
    return this.#box(address)
      .events.filter((event) => event.start < to && event.end > from)
      .sort((a, b) => a.start - b.start);
  }

  /** Invitations, updates, cancellations and answers, oldest first. Bodies are as sent: untrusted HTML. */
  inbox(address: string): readonly MailItem[] {
    return [...this.#box(address).inbox];
  }

  deletedItems(address: string): readonly StoredEvent[] {
    return [...this.#box(address).deleted];
  }

  activities(address: string): readonly ActivityRecord[] {
    const { address: to } = this.#box(address);
    return this.#state.activities.filter((activity) => activity.to === to);
  }

  configure(address: string, settings: MailboxSettings): void {
    Object.assign(this.#box(address), settings);
  }

  /** Puts an appointment without attendees into a calendar. */
  addAppointment(address: string, appointment: Appointment): StoredEvent {
    const box = this.#box(address);
    const { subject, showAs = 'busy' } = appointment;
    const [start, end] = [at(box, appointment.start), at(box, appointment.end)];
    return this.#calendars.create(box, {
      ...EVENT_DEFAULTS,
      subject,
      showAs,
      start,
      end,
      startZone: 'UTC',
      endZone: 'UTC',
    });
  }

  /** A person answers an invitation. */
  respond(address: string, iCalUId: string, answer: 'accepted' | 'declined' | 'tentativelyAccepted'): void {
    const box = this.#box(address);
    this.#calendars.respond(box, this.#copy(box, iCalUId), answer);
  }

  /** Somebody with rights to the organiser's calendar moves a meeting. */
  move(iCalUId: string, start: When, end: When): StoredEvent {
    const [box, meeting] = this.#meeting(iCalUId);
    return this.#calendars.update(box, meeting, { start: at(box, start), end: at(box, end) });
  }

  /** Somebody with rights to the organiser's calendar cancels a meeting. */
  cancel(iCalUId: string, comment = ''): void {
    const [box, meeting] = this.#meeting(iCalUId);
    this.#calendars.cancel(box, meeting, comment);
  }

  /** A person removes an item from the own calendar without answering. */
  remove(address: string, iCalUId: string): void {
    const box = this.#box(address);
    const item = this.#copy(box, iCalUId);
    if (item.isOrganizer) this.#calendars.cancel(box, item);
    else this.#calendars.discard(box, item);
  }

  #meeting(iCalUId: string): readonly [MailboxState, StoredEvent] {
    for (const box of this.#state.mailboxes) {
      const meeting = box.events.find((event) => event.isOrganizer && event.iCalUId === iCalUId);
      if (meeting) return [box, meeting];
    }
    throw new Error(`no meeting ${iCalUId} in any calendar`);
  }

  #copy(box: MailboxState, iCalUId: string): StoredEvent {
    const copy = box.events.find((event) => event.iCalUId === iCalUId);
    if (!copy) throw new Error(`${iCalUId} is not in the calendar of ${box.address}`);
    return copy;
  }

  #box(address: string): MailboxState {
    const box = this.#calendars.mailbox(address);
    if (!box) throw new Error(`no mailbox ${address} in the sandbox`);
    return box;
  }
}

function at(box: MailboxState, when: When): Instant {
  if (typeof when === 'number') return when;
  const [, date, clock] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)$/.exec(when) ?? [];
  if (date === undefined || clock === undefined) throw new Error(`not a wall time: ${when}`);
  return instantAt(date, minutesOf(clock), box.timeZone);
}
