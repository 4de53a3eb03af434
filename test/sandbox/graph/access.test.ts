import { describe, expect, it } from 'vitest';
import { createGraphSimulator } from '../../../sandbox/graph/simulator.ts';
import { createIdentity } from '../../../sandbox/identity/identity.ts';
import { EVENTS, MONDAY, ORIGIN, codeOf, directory, meetingBody, newTestGraph, organiser } from './world.ts';

const DANA = 'dana@contoso.example';
const notification = {
  topic: { source: 'text', value: 'Loans approved', webUrl: 'https://teams.microsoft.com/l/entity/app/home' },
  activityType: 'recalibrationBooked',
  previewText: { content: 'Loans approved is yellow' },
  templateParameters: [{ name: 'kpi', value: 'Loans approved' }],
};

/** A request with any token to a tenant whose application has the given roles. */
async function withRoles(graphRoles: readonly string[], method: string, path: string): Promise<string> {
  const identity = createIdentity({ origin: ORIGIN, directory, graphRoles });
  const graph = createGraphSimulator({ clock: { now: () => MONDAY }, directory, identity });
  const form = new URLSearchParams({
    client_id: directory.graphClient.clientId,
    client_secret: directory.graphClient.secret,
    grant_type: 'client_credentials',
    scope: 'https://graph.microsoft.com/.default',
  });
  const granted = await identity.fetch(
    new Request(`${identity.authority}/oauth2/v2.0/token`, { method: 'POST', body: form }),
  );
  const { access_token } = (await granted.json()) as { access_token: string };
  const answer = await graph.fetch(
    new Request(`https://graph.microsoft.com/v1.0${path}`, {
      method,
      headers: { authorization: `Bearer ${access_token}` },
    }),
  );
  return answer.ok ? '200' : codeOf(answer);
}

describe('Graph’s door', () => {
  it('asks for a token and says so in a challenge', async () => {
    const { send } = newTestGraph();
    const answer = await send('GET', EVENTS, { headers: { authorization: '' } });
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer realm=""/);
    expect(await codeOf(answer)).toBe('401 InvalidAuthenticationToken');
  });

  it.each([
    ['a person’s token for our API', {}],
    [
      'a token of a person for Graph',
      {
        aud: 'https://graph.microsoft.com',
        appid: 'x',
        idtyp: 'user',
        iss: `https://sts.windows.net/${directory.tenantId}/`,
      },
    ],
  ])('refuses %s', async (_what, claims) => {
    const { send, identity } = newTestGraph();
    const token = await identity.mint('dana', { claims });
    const answer = await send('GET', EVENTS, { headers: { authorization: `Bearer ${token}` } });
    expect(await codeOf(answer)).toBe('401 InvalidAuthenticationToken');
  });

  it.each([
    [[], EVENTS, '403 ErrorAccessDenied'],
    [['Calendars.ReadBasic'], EVENTS, '403 ErrorAccessDenied'],
    [['Calendars.Read'], EVENTS, '200'],
    [['Calendars.ReadWrite'], '/users', '403 Authorization_RequestDenied'],
    [['User.ReadBasic.All'], '/users', '200'],
    [['User.ReadBasic.All'], `/users/${DANA}/manager`, '403 Authorization_RequestDenied'],
    [['Calendars.ReadWrite'], `/users/${DANA}/mailboxSettings`, '403 ErrorAccessDenied'],
    [['MailboxSettings.Read'], `/users/${DANA}/mailboxSettings`, '200'],
  ] as const)('with roles %j answers %s with %s', async (roles, path, outcome) => {
    expect(await withRoles(roles, 'GET', path)).toBe(outcome);
  });

  it('opens the events of the inviting mailbox only, unless told otherwise', async () => {
    const path = `/users/${DANA}/events`;
    expect(await codeOf(await newTestGraph().send('GET', path))).toBe('403 ErrorAccessDenied');
    expect((await newTestGraph({ calendarScope: 'tenant' }).send('GET', path)).status).toBe(200);
  });

  it('keeps attendees from cancelling', async () => {
    const { send, graph } = newTestGraph({ calendarScope: 'tenant' });
    await send('POST', EVENTS, { body: meetingBody() });
    const id = graph.mailboxes.calendar(DANA)[0]?.id;
    const answer = await send('POST', `/users/${DANA}/events/${id}/cancel`, { body: { comment: '' } });
    expect(await codeOf(answer)).toBe('400 ErrorInvalidRequest');
  });

  it.each([
    ['/me/events', '400 BadRequest'],
    ['/users/stranger@contoso.example', '404 Request_ResourceNotFound'],
    ['/users/stranger@contoso.example/events', '404 ErrorInvalidUser'],
    ['/users/erika@contoso.example/manager', '404 Request_ResourceNotFound'],
    ['/subscriptions', '501 notImplemented'],
  ])('answers %s with %s', async (path, code) => {
    expect(await codeOf(await newTestGraph().send('GET', path))).toBe(code);
  });
});

describe('the directory', () => {
  it('lists users, selects, and finds one by mail', async () => {
    const { client } = newTestGraph();
    const all = await client.api('/users').select('id,displayName,department').top(3).get();
    expect(all.value).toHaveLength(3);
    expect(Object.keys(all.value[1])).toEqual(['id', 'displayName', 'department']);
    expect(all['@odata.nextLink']).toContain('skip');
    const found = await client.api('/users').filter("mail eq 'DANA@contoso.example'").select('id').get();
    expect(found.value).toEqual([{ id: directory.people[2]?.oid }]);
  });

  it('names the manager with its type', async () => {
    const { client } = newTestGraph();
    const manager = await client.api(`/users/${DANA}/manager`).select('id,displayName').get();
    expect(manager).toMatchObject({ '@odata.type': '#microsoft.graph.user', displayName: 'Paul Okafor' });
  });
});

describe('activity notifications', () => {
  const path = `/users/${directory.people[2]?.oid}/teamwork/sendActivityNotification`;
  const activityTypes = ['recalibrationBooked'];

  it('reach the person with their parameters', async () => {
    const { send, graph } = newTestGraph({ activityTypes });
    expect((await send('POST', path, { body: notification })).status).toBe(204);
    expect(graph.mailboxes.activities(DANA)).toMatchObject([
      { activityType: 'recalibrationBooked', parameters: { kpi: 'Loans approved' } },
    ]);
  });

  it.each([
    ['a type the manifest does not declare', { activityType: 'other' }],
    [
      'a topic without a Teams link',
      { topic: { source: 'text', value: 'x', webUrl: 'https://kpi.example' } },
    ],
    ['the reserved parameter', { templateParameters: [{ name: 'actor', value: 'x' }] }],
    ['the system default without its text', { activityType: 'systemDefault' }],
    ['an unknown property', { urgent: true }],
  ])('are refused with %s', async (_what, changes) => {
    const { send } = newTestGraph({ activityTypes });
    expect(await codeOf(await send('POST', path, { body: { ...notification, ...changes } }))).toBe(
      '400 BadRequest',
    );
  });

  it('are refused where the app is not installed', async () => {
    const { send, graph } = newTestGraph({ activityTypes });
    graph.mailboxes.configure(DANA, { appInstalled: false });
    expect((await send('POST', path, { body: notification })).status).toBe(403);
    expect(graph.mailboxes.activities(DANA)).toEqual([]);
  });
});

describe('the record', () => {
  it('keeps every exchange but no token', async () => {
    const { graph, client } = newTestGraph();
    await client.api(`/users/${organiser.oid}`).get();
    expect(graph.exchanges).toMatchObject([
      { method: 'GET', path: `/v1.0/users/${organiser.oid}`, status: 200, at: '2026-03-02T08:00:00.000Z' },
    ]);
    expect(graph.exchanges[0]?.requestHeaders['authorization']).toBe('Bearer redacted');
    expect(graph.exchanges[0]?.responseHeaders['client-request-id']).toBe(
      graph.exchanges[0]?.requestHeaders['client-request-id'],
    );
  });
});
