import type { Event } from '@microsoft/microsoft-graph-types';
import { describe, expect, it } from 'vitest';
import { EVENTS, MARK, codeOf, invitee, meetingBody, newTestGraph, organiser } from './world.ts';

const IMMUTABLE = { prefer: 'IdType="ImmutableId"' };

describe('creating an event with the real Graph client', () => {
  it('invites every attendee: each calendar shows the meeting as tentative', async () => {
    const { client, graph } = newTestGraph();
    const event = (await client.api(EVENTS).post(meetingBody())) as Event;
    expect(event).toMatchObject({ isOrganizer: true, isOnlineMeeting: true, type: 'singleInstance' });
    expect(event.onlineMeeting?.joinUrl).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/meetup-join\//);
    expect(event.start).toEqual({ dateTime: '2026-03-05T13:00:00.0000000', timeZone: 'UTC' });
    for (const person of ['dana', 'paul', 'sam']) {
      const [copy] = graph.mailboxes.calendar(`${person}@contoso.example`);
      expect(copy).toMatchObject({ iCalUId: event.iCalUId, isOrganizer: false, showAs: 'tentative' });
      expect(graph.mailboxes.inbox(`${person}@contoso.example`)).toMatchObject([{ kind: 'invitation' }]);
    }
    expect(graph.mailboxes.calendar('erika@contoso.example')).toEqual([]);
  });

  it('answers in the preferred time zone and keeps the zone it was created in', async () => {
    const { client } = newTestGraph();
    const event = (await client
      .api(EVENTS)
      .header('Prefer', 'outlook.timezone="Eastern Standard Time"')
      .post(meetingBody())) as Event;
    expect(event.start).toEqual({
      dateTime: '2026-03-05T08:00:00.0000000',
      timeZone: 'Eastern Standard Time',
    });
    expect(event.originalStartTimeZone).toBe('W. Europe Standard Time');
  });

  it('drops the online meeting without an error where the mailbox may not hold one', async () => {
    const { client, graph } = newTestGraph();
    graph.mailboxes.configure(organiser.mail, { teamsMeetings: false });
    const event = (await client.api(EVENTS).post(meetingBody())) as Event;
    expect(event).toMatchObject({
      isOnlineMeeting: false,
      onlineMeetingProvider: 'unknown',
      onlineMeeting: null,
    });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a property Graph does not know', { urgency: 'high' }, '400 RequestBodyRead'],
    ['a read-only property', { iCalUId: 'x' }, '400 RequestBodyRead'],
    ['a wrong type', { isOnlineMeeting: 'yes' }, '400 RequestBodyRead'],
    ['an unknown enum member', { importance: 'urgent' }, '400 RequestBodyRead'],
    ['no start', { start: undefined }, '400 ErrorPropertyValidationFailure'],
    [
      'an end before its start',
      { end: { dateTime: '2026-03-05T13:00:00', timeZone: 'W. Europe Standard Time' } },
      '400 ErrorPropertyValidationFailure',
    ],
    [
      'an unknown time zone',
      { start: { dateTime: '2026-03-05T14:00:00', timeZone: 'Berlin' } },
      '400 TimeZoneNotSupportedException',
    ],
    ['an attendee without address', { attendees: [{ emailAddress: { name: 'x' } }] }, '400 RequestBodyRead'],
    [
      'a malformed extended property id',
      { singleValueExtendedProperties: [{ id: 'Mark', value: 'x' }] },
      '400 ErrorPropertyValidationFailure',
    ],
    ['an all-day event of one hour', { isAllDay: true }, '400 ErrorPropertyValidationFailure'],
  ])('is refused with %s', async (_what, changes, code) => {
    const { send, graph } = newTestGraph();
    expect(await codeOf(await send('POST', EVENTS, { body: meetingBody(changes) }))).toBe(code);
    expect(graph.mailboxes.calendar(organiser.mail)).toEqual([]);
  });
});

describe('transactionId', () => {
  const body = meetingBody({ transactionId: 'recal:kpi-7:2026-W10:1' });

  it('makes a repeated create the same event, whatever the order of keys', async () => {
    const { send, graph } = newTestGraph();
    const first = (await (await send('POST', EVENTS, { body })).json()) as Event;
    const again = await send('POST', EVENTS, { body: Object.fromEntries(Object.entries(body).reverse()) });
    expect(again.status).toBe(201);
    expect((await again.json()) as Event).toEqual(first);
    expect(graph.mailboxes.calendar(organiser.mail)).toHaveLength(1);
    expect(graph.mailboxes.inbox('dana@contoso.example')).toHaveLength(1);
  });

  it.each([400, 409] as const)(
    'refuses another content under the same id with %s',
    async (duplicateStatus) => {
      const { send } = newTestGraph({ duplicateStatus });
      await send('POST', EVENTS, { body });
      const other = await send('POST', EVENTS, { body: { ...body, subject: 'Another' } });
      expect(await codeOf(other)).toBe(`${duplicateStatus} ErrorDuplicateTransactionId`);
    },
  );

  it('stays used after the event was cancelled', async () => {
    const { send } = newTestGraph();
    const { id } = (await (await send('POST', EVENTS, { body })).json()) as Event;
    expect((await send('POST', `${EVENTS}/${id}/cancel`, { body: { comment: '' } })).status).toBe(202);
    expect(await codeOf(await send('POST', EVENTS, { body }))).toBe('400 ErrorDuplicateTransactionId');
  });

  it('cannot be changed', async () => {
    const { send } = newTestGraph();
    const { id } = (await (await send('POST', EVENTS, { body })).json()) as Event;
    const answer = await send('PATCH', `${EVENTS}/${id}`, { body: { transactionId: 'other' } });
    expect(await codeOf(answer)).toBe('400 ErrorPropertyValidationFailure');
  });
});

describe('extended properties', () => {
  const any = (value: string, id = MARK) =>
    `singleValueExtendedProperties/any(ep: ep/id eq '${id}' and ep/value eq '${value}')`;

  it('find the event and come back only when expanded', async () => {
    const { client } = newTestGraph();
    await client.api(EVENTS).post(meetingBody());
    await client
      .api(EVENTS)
      .post(meetingBody({ singleValueExtendedProperties: [{ id: MARK, value: 'kpi-8/1' }] }));
    const found = await client
      .api(EVENTS)
      .filter(any('KPI-7/1'))
      .expand(`singleValueExtendedProperties($filter=id eq '${MARK}')`)
      .get();
    expect(found.value).toHaveLength(1);
    expect(found.value[0].singleValueExtendedProperties).toEqual([{ id: MARK, value: 'kpi-7/1' }]);
    const plain = await client.api(EVENTS).filter(any('kpi-7/1')).get();
    expect(plain.value[0]).not.toHaveProperty('singleValueExtendedProperties');
  });

  it('have names that depend on case', async () => {
    const { client } = newTestGraph();
    await client.api(EVENTS).post(meetingBody());
    const none = await client.api(EVENTS).filter(any('kpi-7/1', MARK.toLowerCase())).get();
    expect(none.value).toEqual([]);
  });

  it('stay in the organiser’s own copy', async () => {
    const { client, graph } = newTestGraph();
    await client.api(EVENTS).post(meetingBody());
    expect(graph.mailboxes.calendar('dana@contoso.example')[0]?.extendedProperties).toEqual([]);
  });
});

describe('changing an event', () => {
  it('gives a new etag and change key, and refuses a stale If-Match', async () => {
    const { send } = newTestGraph();
    const event = (await (await send('POST', EVENTS, { body: meetingBody() })).json()) as Event & {
      '@odata.etag': string;
    };
    const path = `${EVENTS}/${event.id}`;
    const headers = { 'if-match': event['@odata.etag'] };
    const changed = await send('PATCH', path, { body: { subject: 'Help requested' }, headers });
    expect(changed.status).toBe(200);
    expect(((await changed.json()) as Event).changeKey).not.toBe(event.changeKey);
    const stale = await send('PATCH', path, { body: { subject: 'x' }, headers });
    expect(await codeOf(stale)).toBe('412 ErrorIrresolvableConflict');
  });

  it('asks everybody again when the time moves, and nobody when the body changes', async () => {
    const { client, graph } = newTestGraph();
    const event = (await client.api(EVENTS).post(meetingBody())) as Event;
    const uid = event.iCalUId ?? '';
    graph.mailboxes.respond('dana@contoso.example', uid, 'accepted');
    const text = (await client.api(`${EVENTS}/${event.id}`).patch({ importance: 'normal' })) as Event;
    expect(text.attendees?.[0]?.status?.response).toBe('accepted');
    const timeZone = 'W. Europe Standard Time';
    const moved = (await client.api(`${EVENTS}/${event.id}`).patch({
      start: { dateTime: '2026-03-06T09:00:00', timeZone },
      end: { dateTime: '2026-03-06T09:25:00', timeZone },
    })) as Event;
    expect(moved.attendees?.map((attendee) => attendee.status?.response)).toEqual(['none', 'none', 'none']);
    expect(graph.mailboxes.calendar('dana@contoso.example')).toMatchObject([
      {
        showAs: 'tentative',
        start: Date.parse('2026-03-06T08:00:00Z'),
        response: { response: 'notResponded' },
      },
    ]);
    expect(graph.mailboxes.inbox('dana@contoso.example').map((mail) => mail.kind)).toEqual([
      'invitation',
      'update',
    ]);
  });

  it('invites who is new on the list and withdraws from who left it', async () => {
    const { client, graph } = newTestGraph();
    const event = (await client.api(EVENTS).post(meetingBody())) as Event;
    await client.api(`${EVENTS}/${event.id}`).patch({ attendees: [invitee('dana'), invitee('ruth')] });
    const kinds = (person: string) =>
      graph.mailboxes.inbox(`${person}@contoso.example`).map((mail) => mail.kind);
    expect([kinds('dana'), kinds('ruth'), kinds('paul')]).toEqual([
      ['invitation'],
      ['invitation'],
      ['invitation', 'cancellation'],
    ]);
    expect(graph.mailboxes.calendar('paul@contoso.example')).toMatchObject([
      { isCancelled: true, showAs: 'free' },
    ]);
  });

  it('ends the online meeting when the body loses the join block, and keeps it otherwise', async () => {
    const { client } = newTestGraph();
    const event = (await client.api(EVENTS).post(meetingBody())) as Event;
    const path = `${EVENTS}/${event.id}`;
    const kept = await client
      .api(path)
      .patch({ body: { contentType: 'html', content: `New<p>${event.body?.content}` } });
    expect(kept.onlineMeeting.joinUrl).toBe(event.onlineMeeting?.joinUrl);
    const lost = await client.api(path).patch({ body: { contentType: 'html', content: 'New' } });
    expect(lost).toMatchObject({ isOnlineMeeting: false, onlineMeeting: null });
  });
});

describe('ids', () => {
  it('stay the same with IdType="ImmutableId" and change without it when the item is deleted', async () => {
    const { send, graph } = newTestGraph();
    const event = (await (
      await send('POST', EVENTS, { body: meetingBody(), headers: IMMUTABLE })
    ).json()) as Event;
    const plain = (await (await send('GET', `${EVENTS}/${event.id}`)).json()) as Event;
    expect(plain.id).not.toBe(event.id);
    expect((await send('DELETE', `${EVENTS}/${event.id}`, { headers: IMMUTABLE })).status).toBe(204);
    const [deleted] = graph.mailboxes.deletedItems(organiser.mail);
    expect(deleted?.immutableId).toBe(event.id);
    expect(deleted?.id).not.toBe(plain.id);
    expect(await codeOf(await send('GET', `${EVENTS}/${event.id}`, { headers: IMMUTABLE }))).toBe(
      '404 ErrorItemNotFound',
    );
  });

  it('depend on case', async () => {
    const { send } = newTestGraph();
    const event = (await (await send('POST', EVENTS, { body: meetingBody() })).json()) as Event;
    expect(await codeOf(await send('GET', `${EVENTS}/${event.id?.toLowerCase()}`))).toBe(
      '404 ErrorItemNotFound',
    );
  });
});
