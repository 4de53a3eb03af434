import type { Instant } from '../../src/domain/zoned-time.ts';
import { badProperty, itemNotFound } from './graph-error.ts';
import type {
  Attendee,
  EventFields,
  GraphState,
  MailboxState,
  MeetingResponse,
  StoredEvent,
} from './state.ts';
import { checkTimes } from './event-input.ts';
import {
  idFrom,
  mailAbout,
  mergedAttendees,
  replace,
  sameAddress,
  shared,
  unanswered,
} from './meeting-copy.ts';
import { withJoinBlock, withoutLostMeeting } from './online-meeting.ts';

/** What happens to calendars, whoever asks: Graph or a person in Outlook. Copies of a meeting follow its organiser. */
export class Calendars {
  readonly #state: GraphState;
  readonly #now: () => Instant;

  constructor(state: GraphState, now: () => Instant) {
    this.#state = state;
    this.#now = now;
  }

  mailbox(address: string): MailboxState | undefined {
    const wanted = address.toLowerCase();
    return this.#state.mailboxes.find((box) => box.address.toLowerCase() === wanted || box.oid === wanted);
  }

  /** Finds by ordinary or immutable id; ids are case-sensitive. Deleted items are not found. */
  event(box: MailboxState, id: string): StoredEvent {
    const found = box.events.find((event) => event.id === id || event.immutableId === id);
    if (!found) throw itemNotFound();
    return found;
  }

  /** Creates an event and invites at once. */
  create(
    box: MailboxState,
    fields: EventFields,
    marks: { readonly transactionId?: string; readonly joinUrl?: string } = {},
  ): StoredEvent {
    const serial = (this.#state.counter += 1);
    const uid = idFrom(`${box.oid}/${serial}/uid`).toUpperCase();
    const event: StoredEvent = {
      ...withJoinBlock(fields, marks.joinUrl),
      ...marks,
      ...this.#fresh(box, `040000008200E00074C5B7101A82E008${uid.replaceAll(/[^A-F0-9]/g, '0')}${serial}`),
      isOrganizer: true,
      organizer: { name: box.name, address: box.address },
      response: { response: 'organizer' },
    };
    box.events.push(event);
    for (const attendee of event.attendees) this.#invite(event, attendee, 'invitation');
    return event;
  }

  /** Changes an event. A new time asks everybody again; people who left the list get a cancellation. */
  update(box: MailboxState, event: StoredEvent, changes: Partial<StoredEvent>): StoredEvent {
    const moved = (changes.start ?? event.start) !== event.start || (changes.end ?? event.end) !== event.end;
    const kept = mergedAttendees(event, changes.attendees);
    const attendees = moved ? kept.map(unanswered) : kept;
    const next = this.#changed(withoutLostMeeting({ ...event, ...changes, attendees }));
    checkTimes(next);
    replace(box, next);
    if (event.isOrganizer) this.#follow(event, next, moved);
    return next;
  }

  /** Moves the organiser's event to Deleted Items and tells everybody. Attendees cannot cancel. */
  cancel(box: MailboxState, event: StoredEvent, comment = ''): void {
    if (!event.isOrganizer) throw badProperty();
    this.discard(box, event);
    for (const attendee of event.attendees) this.#withdraw(event, attendee.address, comment);
  }

  /** Moves an item to Deleted Items; its ordinary id changes with the folder, its immutable id stays. */
  discard(box: MailboxState, event: StoredEvent): void {
    box.events = box.events.filter((other) => other.immutableId !== event.immutableId);
    const serial = (this.#state.counter += 1);
    box.deleted.push(this.#changed({ ...event, id: idFrom(`${box.oid}/${serial}/deleted`) }));
  }

  /** An attendee answers. Declining removes the meeting from the attendee's own calendar. */
  respond(
    box: MailboxState,
    event: StoredEvent,
    answer: 'accepted' | 'declined' | 'tentativelyAccepted',
  ): void {
    if (event.isOrganizer) throw badProperty('The organiser cannot respond.');
    const response: MeetingResponse = { response: answer, at: this.#now() };
    const organiser = this.mailbox(event.organizer.address);
    const meeting = organiser?.events.find((other) => other.iCalUId === event.iCalUId);
    const showAs = answer === 'accepted' ? (meeting?.showAs ?? 'busy') : 'tentative';
    const answered = this.#changed({ ...event, response, showAs });
    replace(box, answered);
    if (answer === 'declined') this.discard(box, answered);
    if (organiser && meeting) this.#tally(organiser, meeting, { address: box.address, response });
  }

  #tally(
    organiser: MailboxState,
    meeting: StoredEvent,
    answer: { readonly address: string; readonly response: MeetingResponse },
  ): void {
    const attendees = meeting.attendees.map((attendee) =>
      sameAddress(attendee.address, answer.address) ? { ...attendee, status: answer.response } : attendee,
    );
    replace(organiser, this.#changed({ ...meeting, attendees }));
    const from = attendees.find((attendee) => sameAddress(attendee.address, answer.address));
    if (!from || !meeting.responseRequested) return;
    organiser.inbox.push({
      ...mailAbout(meeting, 'response', this.#now()),
      from,
      response: answer.response.response,
    });
  }

  #follow(before: StoredEvent, next: StoredEvent, moved: boolean): void {
    const stays = (address: string): boolean =>
      next.attendees.some((one) => sameAddress(one.address, address));
    for (const attendee of before.attendees) {
      if (!stays(attendee.address)) this.#withdraw(before, attendee.address, '');
    }
    for (const attendee of next.attendees) {
      const known = before.attendees.some((one) => sameAddress(one.address, attendee.address));
      if (known) this.#refresh(next, attendee, moved);
      else this.#invite(next, attendee, 'invitation');
    }
  }

  #refresh(meeting: StoredEvent, attendee: Attendee, moved: boolean): void {
    const box = this.mailbox(attendee.address);
    const copy = box?.events.find((event) => event.iCalUId === meeting.iCalUId);
    if (!box) return;
    if (!copy) {
      // Declined or removed: only a new time puts it back into the calendar.
      if (moved) this.#invite(meeting, attendee, 'update');
      return;
    }
    const asked = moved ? ({ response: { response: 'notResponded' }, showAs: 'tentative' } as const) : {};
    const { response, showAs } = { ...copy, ...asked };
    replace(box, this.#changed({ ...copy, ...shared(meeting), response, showAs }));
    if (moved) box.inbox.push(mailAbout(meeting, 'update', this.#now()));
  }

  #invite(meeting: StoredEvent, attendee: Attendee, kind: 'invitation' | 'update'): void {
    const box = this.mailbox(attendee.address);
    if (!box) return;
    const { transactionId: _creator, ...content } = meeting;
    box.events.push({
      ...content,
      ...this.#fresh(box, meeting.iCalUId),
      ...shared(meeting),
      isOrganizer: false,
      showAs: 'tentative',
      response: { response: 'notResponded' },
      extendedProperties: [],
    });
    box.inbox.push(mailAbout(meeting, kind, this.#now()));
  }

  #withdraw(meeting: StoredEvent, address: string, comment: string): void {
    const box = this.mailbox(address);
    if (!box) return;
    const copy = box.events.find((event) => event.iCalUId === meeting.iCalUId);
    const subject = `Canceled: ${meeting.subject}`;
    if (copy) replace(box, this.#changed({ ...copy, subject, isCancelled: true, showAs: 'free' }));
    box.inbox.push({ ...mailAbout(meeting, 'cancellation', this.#now()), subject, html: comment });
  }

  #fresh(
    box: MailboxState,
    iCalUId: string,
  ): Pick<
    StoredEvent,
    'id' | 'immutableId' | 'iCalUId' | 'version' | 'createdAt' | 'modifiedAt' | 'isCancelled'
  > {
    const serial = (this.#state.counter += 1);
    const at = this.#now();
    return {
      id: idFrom(`${box.oid}/${serial}`),
      immutableId: idFrom(`${box.oid}/${serial}/immutable`),
      iCalUId,
      version: 1,
      createdAt: at,
      modifiedAt: at,
      isCancelled: false,
    };
  }

  #changed(event: StoredEvent): StoredEvent {
    return { ...event, version: event.version + 1, modifiedAt: this.#now() };
  }
}
