import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toJsonLines } from '../../../sandbox/graph/recorder.ts';
import { EVENTS, MARK, invitee, meetingBody, newTestGraph, organiser } from './world.ts';

const root = resolve(import.meta.dirname, '../../..');
const contract = resolve(root, '../shared/graph');
const files = ['validate.mjs', 'windows-zones.json', 'graph-v1.0-subset.openapi.json'];
const present = files.every((file) => existsSync(join(contract, file)));
if (!present) console.warn(`skipped: the Graph contract is absent (${contract}); exchanges are not checked`);

/** The validator needs `ajv` beside itself: a temporary folder lends it ours. */
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lastmile-graph-'));
  if (!present) return;
  for (const file of files) copyFileSync(join(contract, file), join(folder, file));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function findings(lines: string): { readonly status: number | null; readonly findings: readonly string[] } {
  const record = join(folder, 'record.jsonl');
  writeFileSync(record, lines);
  const run = spawnSync(process.execPath, ['validate.mjs', '--strict-responses', record], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status: run.status, findings: run.stdout.split('\n').filter((line) => line !== '') };
}

/** Every operation, every error shape and every fault once. */
async function everything(): Promise<string> {
  const world = newTestGraph({ activityTypes: ['recalibrationBooked'], calendarScope: 'tenant' });
  const { client, graph, send } = world;
  const zone = 'W. Europe Standard Time';
  const prefer = { prefer: `outlook.timezone="${zone}", IdType="ImmutableId"` };
  const user = `/users/${organiser.oid}`;
  graph.mailboxes.addAppointment('dana@contoso.example', {
    subject: 'x',
    start: '2026-03-05T10:00',
    end: '2026-03-05T11:30',
  });
  graph.mailboxes.configure('sam@contoso.example', { hours: 'customized' });
  await client.api('/users').select('id,displayName,mail').get();
  await client.api(user).get();
  await client.api('/users/dana@contoso.example/manager').get();
  await client.api('/users/sam@contoso.example/mailboxSettings').get();
  await client
    .api(`${user}/calendar/getSchedule`)
    .header('Prefer', prefer.prefer)
    .post({
      schedules: ['dana@contoso.example', 'stranger@contoso.example', 'sam@contoso.example'],
      startTime: { dateTime: '2026-03-05T08:00:00', timeZone: zone },
      endTime: { dateTime: '2026-03-05T18:00:00', timeZone: zone },
      availabilityViewInterval: 30,
    });
  graph.faults.add(
    { kind: 'timeout', when: 'after' },
    { kind: 'throttled', retryAfter: 0.01 },
    { kind: 'unavailable', retryAfter: 0 },
  );
  const event = await client
    .api(EVENTS)
    .header('Prefer', prefer.prefer)
    .post(meetingBody({ transactionId: 'recal:1' }));
  graph.mailboxes.respond('dana@contoso.example', event.iCalUId, 'accepted');
  const path = `${EVENTS}/${event.id}`;
  await client.api(path).header('Prefer', prefer.prefer).get();
  await client
    .api(path)
    .header('Prefer', 'outlook.body-content-type="text"')
    .select('subject,body,attendees')
    .get();
  await send('PATCH', path, {
    body: { importance: 'normal', attendees: [invitee('dana')] },
    headers: { ...prefer, 'if-match': event['@odata.etag'] },
  });
  const current = await client.api(path).get();
  await send('PATCH', path, {
    body: { attendees: [invitee('dana')] },
    headers: { ...prefer, 'if-match': current['@odata.etag'] },
  });
  await client
    .api(EVENTS)
    .filter(`singleValueExtendedProperties/any(ep: ep/id eq '${MARK}' and ep/value eq 'kpi-7/1')`)
    .expand(`singleValueExtendedProperties($filter=id eq '${MARK}')`)
    .get();
  await client
    .api(`${user}/calendarView?startDateTime=2026-03-05T00:00:00Z&endDateTime=2026-03-06T00:00:00Z`)
    .header('Prefer', prefer.prefer)
    .get();
  await client
    .api(
      '/users/dana@contoso.example/calendarView?startDateTime=2026-03-05T00:00:00Z&endDateTime=2026-03-06T00:00:00Z',
    )
    .get();
  await client.api(`${user}/teamwork/sendActivityNotification`).post({
    topic: { source: 'text', value: 'x', webUrl: 'https://teams.microsoft.com/l/entity/app/home' },
    activityType: 'recalibrationBooked',
    previewText: { content: 'x' },
    templateParameters: [{ name: 'kpi', value: 'x' }],
  });
  await send('POST', EVENTS, { body: meetingBody({ transactionId: 'recal:1', subject: 'Other' }) });
  await send('POST', `${path}/cancel`, { body: { comment: 'Green again' } });
  await send('GET', path);
  const second = await client.api(EVENTS).post(meetingBody());
  await client.api(`${EVENTS}/${second.id}`).delete();
  for (const kind of ['unauthorized', 'forbidden', 'mailbox-missing', 'unavailable'] as const) {
    graph.faults.add({ kind, ...(kind === 'unavailable' ? { retryAfter: 5 } : {}) });
    await send('GET', EVENTS);
  }
  return toJsonLines(graph.exchanges);
}

describe.skipIf(!present)('the simulator, measured by Microsoft’s own description of Graph', () => {
  it('answers every operation as described: no error and no warning', async () => {
    const lines = await everything();
    expect(lines.split('\n').length).toBeGreaterThan(25);
    expect(findings(lines)).toEqual({ status: 0, findings: [] });
  });

  it('is really measured: a property renamed in one answer is found', async () => {
    const lines = (await everything()).replace('"isOrganizer"', '"isOrganiser"');
    expect(findings(lines).status).toBe(1);
  });
});
