import type { Event } from '@microsoft/microsoft-graph-types';
import { describe, expect, it } from 'vitest';
import { EVENTS, codeOf, meetingBody, newTestGraph, organiser } from './world.ts';

const DANA = 'dana@contoso.example';

async function booked() {
  const world = newTestGraph();
  const event = (await world.client.api(EVENTS).post(meetingBody())) as Event;
  return {
    ...world,
    event,
    uid: event.iCalUId ?? '',
    read: () => world.client.api(`${EVENTS}/${event.id}`).get() as Promise<Event>,
  };
}

describe('what a person does in Outlook', () => {
  it.each([
    ['accepted', 'busy'],
    ['tentativelyAccepted', 'tentative'],
  ] as const)('shows a meeting that was %s as %s, and tells the organiser', async (answer, showAs) => {
    const { graph, uid, read } = await booked();
    graph.mailboxes.respond(DANA, uid, answer);
    expect((await read()).attendees?.[0]?.status).toEqual({
      response: answer,
      time: '2026-03-02T08:00:00.000Z',
    });
    expect(graph.mailboxes.calendar(DANA)).toMatchObject([{ showAs, response: { response: answer } }]);
    expect(graph.mailboxes.inbox(organiser.mail)).toMatchObject([
      { kind: 'response', response: answer, from: { address: DANA } },
    ]);
  });

  it('takes a declined meeting out of the own calendar', async () => {
    const { graph, uid, read } = await booked();
    graph.mailboxes.respond(DANA, uid, 'declined');
    expect((await read()).attendees?.[0]?.status?.response).toBe('declined');
    expect(graph.mailboxes.calendar(DANA)).toEqual([]);
    expect(graph.mailboxes.deletedItems(DANA)).toHaveLength(1);
  });

  it('puts a declined meeting back when it moves', async () => {
    const { graph, uid } = await booked();
    graph.mailboxes.respond(DANA, uid, 'declined');
    graph.mailboxes.move(uid, '2026-03-06T10:00', '2026-03-06T10:25');
    expect(graph.mailboxes.calendar(DANA)).toMatchObject([{ start: Date.parse('2026-03-06T09:00:00Z') }]);
  });

  it('shows Graph the meeting somebody moved', async () => {
    const { graph, uid, read } = await booked();
    graph.mailboxes.move(uid, '2026-03-09T10:00', '2026-03-09T10:25');
    expect((await read()).start?.dateTime).toBe('2026-03-09T09:00:00.0000000');
  });

  it('lets Graph find a cancelled meeting no more; attendees keep it as cancelled and free', async () => {
    const { graph, uid, event, send } = await booked();
    graph.mailboxes.cancel(uid, 'Not now');
    expect(await codeOf(await send('GET', `${EVENTS}/${event.id}`))).toBe('404 ErrorItemNotFound');
    expect(graph.mailboxes.calendar(DANA)).toMatchObject([
      { isCancelled: true, showAs: 'free', subject: 'Canceled: Recalibration: loans approved' },
    ]);
    expect(graph.mailboxes.inbox(DANA).at(-1)).toMatchObject({ kind: 'cancellation', html: 'Not now' });
  });

  it('refuses to answer a meeting of one’s own', async () => {
    const { graph, uid } = await booked();
    expect(() => graph.mailboxes.respond(organiser.mail, uid, 'accepted')).toThrow(/organiser/);
  });
});

describe('a restart', () => {
  it('goes on from a snapshot: same ids, same transaction ids, same answers', async () => {
    const before = await booked();
    before.graph.mailboxes.respond(DANA, before.uid, 'accepted');
    const saved = JSON.parse(JSON.stringify(before.graph.snapshot()));
    const after = newTestGraph();
    after.graph.restore(saved);
    expect(await after.client.api(`${EVENTS}/${before.event.id}`).get()).toEqual(await before.read());
    after.graph.mailboxes.cancel(before.uid);
    expect(before.graph.mailboxes.calendar(organiser.mail)).toHaveLength(1);
  });
});
