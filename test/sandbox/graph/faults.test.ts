import { GraphError } from '@microsoft/microsoft-graph-client';
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../sandbox/graph/faults.ts';
import { EVENTS, codeOf, meetingBody, newTestGraph, organiser } from './world.ts';

const body = meetingBody({ transactionId: 'recal:1' });

describe('told to misbehave, Graph', () => {
  it.each<[string, Fault, string, string | null]>([
    ['throttles', { kind: 'throttled', retryAfter: 10 }, '429 ApplicationThrottled', '10'],
    [
      'throttles by a fraction of a second',
      { kind: 'throttled', retryAfter: 2.128 },
      '429 ApplicationThrottled',
      '2.128',
    ],
    ['is unavailable', { kind: 'unavailable' }, '503 UnknownError', null],
    ['is unavailable for a while', { kind: 'unavailable', retryAfter: 5 }, '503 UnknownError', '5'],
    ['times out', { kind: 'timeout', when: 'before' }, '504 UnknownError', null],
    ['rejects the token', { kind: 'unauthorized' }, '401 InvalidAuthenticationToken', null],
    ['denies access', { kind: 'forbidden' }, '403 ErrorAccessDenied', null],
    ['misses the mailbox', { kind: 'mailbox-missing' }, '404 MailboxNotEnabledForRESTAPI', null],
  ])('%s, once', async (_what, fault, code, retryAfter) => {
    const { graph, send } = newTestGraph();
    graph.faults.add(fault);
    const answer = await send('POST', EVENTS, { body });
    expect(answer.headers.get('retry-after')).toBe(retryAfter);
    expect(await codeOf(answer)).toBe(code);
    expect(graph.mailboxes.calendar(organiser.mail)).toEqual([]);
    expect((await send('POST', EVENTS, { body })).status).toBe(201);
  });

  it('has created the event although it timed out', async () => {
    const { graph, send } = newTestGraph();
    graph.faults.add({ kind: 'timeout', when: 'after' });
    expect(await codeOf(await send('POST', EVENTS, { body }))).toBe('504 UnknownError');
    expect(graph.mailboxes.calendar(organiser.mail)).toHaveLength(1);
  });

  it('strikes only what matches, as often as told, failures one at a time', async () => {
    const { graph, send } = newTestGraph();
    graph.faults.add(
      { kind: 'throttled', match: { method: 'POST', path: '/events' }, times: 2 },
      { kind: 'forbidden' },
    );
    const codes = [];
    for (const method of ['GET', 'POST', 'POST', 'POST']) {
      const answer = await send(method, EVENTS, method === 'POST' ? { body } : {});
      codes.push(answer.status);
    }
    expect(codes).toEqual([403, 429, 429, 201]);
    expect(graph.faults.pending()).toEqual([]);
  });

  it('waits as long as told before it answers', async () => {
    const waited: number[] = [];
    const { graph, send } = newTestGraph({ sleep: async (ms) => void waited.push(ms) });
    graph.faults.add({ kind: 'latency', ms: 700 });
    await send('GET', EVENTS);
    expect(waited).toEqual([700]);
  });

  it('drops an online meeting without an error', async () => {
    const { graph, client } = newTestGraph();
    graph.faults.add({ kind: 'no-online-meeting' });
    expect(await client.api(EVENTS).post(body)).toMatchObject({
      isOnlineMeeting: false,
      onlineMeeting: null,
    });
  });
});

describe('the real client’s retries', () => {
  it('repeat a POST that timed out after success; the transaction id keeps it one meeting', async () => {
    const { graph, client } = newTestGraph();
    graph.faults.add({ kind: 'timeout', when: 'after' });
    const event = await client.api(EVENTS).post(body);
    expect(graph.mailboxes.calendar(organiser.mail)).toMatchObject([{ iCalUId: event.iCalUId }]);
    expect(graph.exchanges.map((one) => [one.status, one.requestHeaders['retry-attempt']])).toEqual([
      [504, undefined],
      [201, '1'],
    ]);
  });

  it('book twice without a transaction id', async () => {
    const { graph, client } = newTestGraph();
    graph.faults.add({ kind: 'timeout', when: 'after' });
    await client.api(EVENTS).post(meetingBody());
    expect(graph.mailboxes.calendar(organiser.mail)).toHaveLength(2);
  });

  it('give up in the end with Graph’s status and code', async () => {
    const { graph, client } = newTestGraph();
    graph.faults.add({ kind: 'forbidden' });
    const failure = await client
      .api(EVENTS)
      .post(body)
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(GraphError);
    expect(failure).toMatchObject({ statusCode: 403, code: 'ErrorAccessDenied' });
  });
});

describe('one mailbox', () => {
  it('serves four requests at a time and throttles the fifth', async () => {
    const { graph, send } = newTestGraph();
    graph.faults.add({ kind: 'latency', ms: 20, times: 6 });
    const answers = await Promise.all(Array.from({ length: 6 }, () => send('GET', EVENTS)));
    expect(answers.map((answer) => answer.status).sort((a, b) => a - b)).toEqual([
      200, 200, 200, 200, 429, 429,
    ]);
    expect((await send('GET', EVENTS)).status).toBe(200);
  });
});
