import { describe, expect, it } from 'vitest';
import { connectGraph } from '../../../src/api/graph/graph-client.ts';
import { graphCalendar } from '../../../src/api/graph/graph-calendar.ts';
import type { BookingRequest, Calendar, Mailbox } from '../../../src/api/ports.ts';
import type { Fault } from '../../../sandbox/graph/faults.ts';
import { credential, MONDAY, newTestGraph, organiser, type TestGraph } from '../../sandbox/graph/world.ts';

const HOUR = 3_600_000;

function calendarFor(test: TestGraph): Calendar {
  const graph = connectGraph({ credential, fetch: (request) => test.graph.fetch(request) });
  return graphCalendar(graph, organiser.oid);
}

function mailboxOf(id: string): Mailbox {
  return { person: id, name: id, mail: `${id}@contoso.example` };
}

function booking(changes: Partial<BookingRequest> = {}): BookingRequest {
  return {
    key: 'tenant:r-1:1',
    recalibration: "r-1 o'clock",
    subject: 'Decision needed: Audit evidence items accepted',
    html: '<p>Two more weeks cost <b>€120,000</b>.</p>',
    text: 'Two more weeks cost €120,000.',
    start: MONDAY + 26 * HOUR,
    end: MONDAY + 26.75 * HOUR,
    timeZone: 'Europe/Berlin',
    required: [mailboxOf('dana')],
    optional: [mailboxOf('paul')],
    ...changes,
  };
}

function valueOf<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('the Graph calendar (real Graph client, simulated Graph)', () => {
  it('books a meeting that every attendee sees, with a link to join', async () => {
    const test = newTestGraph();
    const event = valueOf(await calendarFor(test).book(booking()));
    expect(event.joinUrl).toMatch(/^https:/);
    expect(event.start).toBe(MONDAY + 26 * HOUR);
    const seen = ['dana', 'paul'].map(
      (id) => test.graph.mailboxes.calendar(`${id}@contoso.example`)[0]?.subject,
    );
    expect(seen).toEqual([booking().subject, booking().subject]);
  });

  it('books once when the same key comes twice', async () => {
    const test = newTestGraph();
    const calendar = calendarFor(test);
    const [first, second] = [await calendar.book(booking()), await calendar.book(booking())];
    expect(valueOf(second).eventId).toBe(valueOf(first).eventId);
    expect(test.graph.mailboxes.calendar(organiser.mail)).toHaveLength(1);
  });

  it('finds the first booking when the same key comes with other words', async () => {
    const test = newTestGraph();
    const calendar = calendarFor(test);
    const first = valueOf(await calendar.book(booking()));
    const second = valueOf(await calendar.book(booking({ subject: 'Other words' })));
    expect(second.eventId).toBe(first.eventId);
    expect(test.graph.mailboxes.calendar(organiser.mail)).toHaveLength(1);
  });

  it('reads free/busy of more than twenty people, and keeps one unknown mailbox to itself', async () => {
    const test = newTestGraph();
    test.graph.mailboxes.addAppointment('dana@contoso.example', {
      subject: 'Taken',
      start: '2026-03-03T10:00',
      end: '2026-03-03T11:00',
    });
    const people = ['dana', ...Array.from({ length: 21 }, (_, index) => `nobody${index}`)].map(mailboxOf);
    const found = valueOf(await calendarFor(test).freeBusy(people, MONDAY, MONDAY + 100 * HOUR));
    expect(found).toHaveLength(22);
    expect(found[0]).toMatchObject({
      person: 'dana',
      busy: [
        { kind: 'busy', start: Date.parse('2026-03-03T09:00:00Z'), end: Date.parse('2026-03-03T10:00:00Z') },
      ],
      hours: { timeZone: 'Europe/Berlin', workWeek: { start: '09:00', end: '17:00' } },
    });
    expect(found[21]).toEqual({ person: 'nobody20', error: '5009' });
  });

  it('finds, reads and cancels by our marker; cancelling twice is the same as once', async () => {
    const test = newTestGraph();
    const calendar = calendarFor(test);
    const { eventId } = valueOf(await calendar.book(booking()));
    expect(valueOf(await calendar.find(booking().recalibration)).map((event) => event.key)).toEqual([
      booking().key,
    ]);
    expect(valueOf(await calendar.read(eventId))?.key).toBe(booking().key);
    valueOf(await calendar.cancel(eventId, 'Green again'));
    valueOf(await calendar.cancel(eventId, 'Green again'));
    expect(valueOf(await calendar.read(eventId))).toBeNull();
    expect(
      test.graph.mailboxes.calendar('dana@contoso.example').filter((event) => !event.isCancelled),
    ).toEqual([]);
  });

  it('tells the answers of attendees', async () => {
    const test = newTestGraph();
    const calendar = calendarFor(test);
    const { eventId } = valueOf(await calendar.book(booking()));
    const copy = test.graph.mailboxes.calendar('dana@contoso.example')[0];
    test.graph.mailboxes.respond('dana@contoso.example', copy?.iCalUId ?? '', 'declined');
    const event = valueOf(await calendar.read(eventId));
    expect(event?.responses).toContainEqual({ mail: 'dana@contoso.example', response: 'declined' });
  });

  const CREATE = { method: 'POST', path: '/events' } as const;

  it.each<[string, Fault]>([
    ['is throttled for half a second', { kind: 'throttled', retryAfter: 0.5 }],
    ['is unavailable without saying for how long', { kind: 'unavailable' }],
    ['times out before the work', { kind: 'timeout', when: 'before' }],
    ['times out after the work', { kind: 'timeout', when: 'after' }],
    ['times out after the work, again and again', { kind: 'timeout', when: 'after', times: 9 }],
  ])(
    'stands once after Graph %s, at the latest when the outbox comes again',
    async (_, fault) => {
      const test = newTestGraph();
      const calendar = calendarFor(test);
      test.graph.faults.add({ ...fault, match: CREATE });
      const first = await calendar.book(booking());
      expect(first.ok ? 'booked' : first.error.kind).toMatch(/^(booked|unavailable)$/);
      test.graph.faults.clear();
      const event = valueOf(await calendar.book(booking()));
      expect(test.graph.mailboxes.calendar(organiser.mail)).toHaveLength(1);
      expect(valueOf(await calendar.find(booking().recalibration))).toMatchObject([
        { eventId: event.eventId },
      ]);
    },
    30_000,
  );

  it.each<[string, Fault, object]>([
    [
      'a long throttling',
      { kind: 'throttled', retryAfter: 120 },
      { kind: 'unavailable', retryAfterMs: 120_000 },
    ],
    ['an expired token of ours', { kind: 'unauthorized', times: 9 }, { kind: 'unavailable', status: 401 }],
    ['a missing permission', { kind: 'forbidden' }, { kind: 'refused', status: 403 }],
    ['a missing organiser', { kind: 'mailbox-missing' }, { kind: 'refused', status: 404 }],
  ])(
    'hands %s back at once, with nothing booked and what to do about it',
    async (_, fault, error) => {
      const test = newTestGraph();
      test.graph.faults.add({ ...fault, match: CREATE });
      expect(await calendarFor(test).book(booking())).toMatchObject({ ok: false, error });
      expect(test.graph.mailboxes.calendar(organiser.mail)).toEqual([]);
    },
    30_000,
  );
});
