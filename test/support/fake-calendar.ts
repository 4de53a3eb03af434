import { type Result, err, ok } from '../../src/domain/result.ts';
import type {
  Availability,
  BookingRequest,
  BusyInterval,
  Calendar,
  CalendarEvent,
  CalendarFailure,
  Mailbox,
} from '../../src/api/ports.ts';

export interface FakeEvent extends CalendarEvent {
  readonly request: BookingRequest;
  readonly cancelComment?: string;
}

/** An organiser's calendar in memory. Strict: it refuses what Graph refuses. */
export class FakeCalendar implements Calendar {
  readonly events: FakeEvent[] = [];
  readonly busy = new Map<string, readonly BusyInterval[]>();
  readonly calls: string[] = [];
  /** The next calls that fail, oldest first; `after`: the work is done, only the answer is lost. */
  readonly failures: { readonly call: string; readonly after: boolean }[] = [];

  get standing(): readonly FakeEvent[] {
    return this.events.filter(({ cancelled }) => !cancelled);
  }

  freeBusy = async (people: readonly Mailbox[], from: number, to: number) =>
    await this.#answer('freeBusy', (): Result<readonly Availability[], CalendarFailure> => {
      if (to <= from) return refused('an empty window');
      const own = this.standing;
      return ok(
        people.map(({ person, mail }) => {
          const invited = own.filter(({ request }) =>
            [...request.required, ...request.optional].some((one) => one.mail === mail),
          );
          const meetings = invited.map(({ start, end }): BusyInterval => ({ start, end, kind: 'busy' }));
          return { person, busy: [...(this.busy.get(person) ?? []), ...meetings] };
        }),
      );
    });

  book = async (request: BookingRequest) =>
    await this.#answer('book', (): Result<CalendarEvent, CalendarFailure> => {
      if (request.end <= request.start) return refused('end before start');
      if (request.required.length === 0) return refused('nobody is invited');
      const known = this.events.find(({ key }) => key === request.key);
      if (known) return ok(known);
      const eventId = `event-${this.events.length + 1}`;
      const { key, start, end } = request;
      this.events.push({ eventId, key, start, end, cancelled: false, responses: [], request });
      return ok(this.events.at(-1) as FakeEvent);
    });

  find = async (recalibration: string) =>
    await this.#answer('find', () =>
      ok(this.events.filter(({ request }) => request.recalibration === recalibration)),
    );

  read = async (eventId: string) =>
    await this.#answer('read', () => ok(this.events.find((event) => event.eventId === eventId) ?? null));

  cancel = async (eventId: string, comment: string) =>
    await this.#answer('cancel', () => {
      this.change(eventId, { cancelled: true, cancelComment: comment });
      return ok(null);
    });

  invite = async (eventId: string, required: readonly Mailbox[], optional: readonly Mailbox[]) =>
    await this.#answer('invite', () => {
      const known = this.events.find((event) => event.eventId === eventId);
      if (!known) return refused('no such event');
      this.change(eventId, { request: { ...known.request, required, optional } });
      return ok(null);
    });

  /** What people do in Outlook: move it, cancel it. */
  change(eventId: string, change: Partial<FakeEvent>): void {
    const at = this.events.findIndex((event) => event.eventId === eventId);
    const known = this.events[at];
    if (known) this.events[at] = { ...known, ...change };
  }

  async #answer<T>(
    call: string,
    work: () => Result<T, CalendarFailure>,
  ): Promise<Result<T, CalendarFailure>> {
    this.calls.push(call);
    const failure = this.failures[0]?.call === call ? this.failures.shift() : undefined;
    if (failure && !failure.after) return unavailable();
    const result = work();
    return failure ? unavailable() : result;
  }
}

function refused(message: string): Result<never, CalendarFailure> {
  return err({ kind: 'refused', message });
}

function unavailable(): Result<never, CalendarFailure> {
  return err({ kind: 'unavailable', message: 'the calendar does not answer' });
}
