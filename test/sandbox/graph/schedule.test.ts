import { describe, expect, it } from 'vitest';
import { EVENTS, codeOf, meetingBody, newTestGraph, organiser } from './world.ts';

const PATH = `/users/${organiser.oid}/calendar/getSchedule`;
const zone = 'W. Europe Standard Time';

function request(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    schedules: ['dana@contoso.example'],
    startTime: { dateTime: '2026-03-05T09:00:00', timeZone: zone },
    endTime: { dateTime: '2026-03-05T17:00:00', timeZone: zone },
    availabilityViewInterval: 60,
    ...changes,
  };
}

interface Schedule {
  readonly scheduleId: string;
  readonly availabilityView?: string;
  readonly scheduleItems?: readonly unknown[];
  readonly workingHours?: unknown;
  readonly error?: unknown;
}

const dana = 'dana@contoso.example';
const appointments = {
  [dana]: [
    { subject: 'Secret talk', start: '2026-03-05T10:00', end: '2026-03-05T11:30' },
    { subject: 'Perhaps', start: '2026-03-05T11:00', end: '2026-03-05T12:30', showAs: 'tentative' },
    { subject: 'Away', start: '2026-03-05T15:30', end: '2026-03-05T20:00', showAs: 'oof' },
    { subject: 'At home', start: '2026-03-05T09:00', end: '2026-03-05T10:00', showAs: 'workingElsewhere' },
  ],
} as const;

async function schedules(
  world: ReturnType<typeof newTestGraph>,
  body: unknown,
): Promise<readonly Schedule[]> {
  const answer = await world.client.api(PATH).header('Prefer', `outlook.timezone="${zone}"`).post(body);
  return answer.value as readonly Schedule[];
}

describe('getSchedule', () => {
  it('prints the strongest status of each slot, and items without subjects', async () => {
    const [schedule] = await schedules(newTestGraph({ appointments }), request());
    expect(schedule?.availabilityView).toBe('02210033');
    expect(schedule?.scheduleItems?.[1]).toEqual({
      status: 'busy',
      start: { dateTime: '2026-03-05T10:00:00.0000000', timeZone: zone },
      end: { dateTime: '2026-03-05T11:30:00.0000000', timeZone: zone },
    });
    expect(JSON.stringify(schedule)).not.toContain('Secret');
  });

  it('counts an invitation as tentative and an accepted meeting as busy', async () => {
    const world = newTestGraph();
    const event = await world.client.api(EVENTS).post(meetingBody());
    expect((await schedules(world, request()))[0]?.availabilityView).toBe('00000100');
    world.graph.mailboxes.respond(dana, event.iCalUId, 'accepted');
    expect((await schedules(world, request()))[0]?.availabilityView).toBe('00000200');
    world.graph.mailboxes.cancel(event.iCalUId);
    expect((await schedules(world, request()))[0]?.availabilityView).toBe('00000000');
  });

  it('answers an unknown address with error 5009 beside the others', async () => {
    const body = request({ schedules: ['stranger@contoso.example', 'DANA@contoso.example'] });
    const [unknown, known] = await schedules(newTestGraph(), body);
    expect(unknown).toEqual({
      scheduleId: 'stranger@contoso.example',
      error: {
        message: 'Unable to resolve e-mail address stranger@contoso.example to an Active Directory object.',
        responseCode: '5009',
      },
    });
    expect(known?.availabilityView).toBe('00000000');
  });

  it('prints working hours in each mailbox’s own zone and week', async () => {
    const [schedule] = await schedules(newTestGraph(), request({ schedules: ['ruth@contoso.example'] }));
    expect(schedule?.workingHours).toEqual({
      daysOfWeek: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday'],
      startTime: '08:00:00.0000000',
      endTime: '16:00:00.0000000',
      timeZone: { name: 'Arabian Standard Time' },
    });
  });

  it('can leave the hours out, and can print a zone without a usable name', async () => {
    const world = newTestGraph();
    world.graph.mailboxes.configure(dana, { hours: 'missing' });
    expect((await schedules(world, request()))[0]).not.toHaveProperty('workingHours');
    world.graph.mailboxes.configure(dana, { hours: 'customized' });
    expect((await schedules(world, request()))[0]?.workingHours).toMatchObject({
      timeZone: { '@odata.type': '#microsoft.graph.customTimeZone', name: 'Customized Time Zone', bias: -60 },
    });
  });

  it('rounds the last slot up', async () => {
    const [schedule] = await schedules(newTestGraph(), request({ availabilityViewInterval: 450 }));
    expect(schedule?.availabilityView).toBe('00');
  });

  it('follows the clock change: nine o’clock stays nine o’clock', async () => {
    const world = newTestGraph({
      appointments: { [dana]: [{ subject: 'x', start: '2026-03-30T09:00', end: '2026-03-30T10:00' }] },
    });
    const day = (clock: string) => ({ dateTime: `2026-03-30T${clock}:00`, timeZone: zone });
    const [schedule] = await schedules(world, request({ startTime: day('08:00'), endTime: day('11:00') }));
    expect(schedule?.availabilityView).toBe('020');
  });

  it.each<[string, Record<string, unknown>, string]>([
    [
      'an empty window',
      { endTime: { dateTime: '2026-03-05T09:00:00', timeZone: zone } },
      'ErrorInvalidTimeInterval',
    ],
    ['62 days', { endTime: { dateTime: '2026-05-06T10:00:00', timeZone: zone } }, 'ErrorTimeIntervalTooBig'],
    [
      'more than 20 people',
      { schedules: Array.from({ length: 21 }, (_, i) => `p${i}@contoso.example`) },
      'ErrorMailboxDataArrayTooBig',
    ],
    ['an interval below five minutes', { availabilityViewInterval: 4 }, 'ErrorInvalidParameter'],
    ['no interval but null', { availabilityViewInterval: null }, 'ErrorInvalidParameter'],
    ['the same parameter in two spellings', { Schedules: [] }, 'BadRequest'],
    [
      'an unknown zone',
      { startTime: { dateTime: '2026-03-05T09:00:00', timeZone: 'CET?' } },
      'TimeZoneNotSupportedException',
    ],
  ])('refuses %s', async (_what, changes, code) => {
    const answer = await newTestGraph().send('POST', PATH, { body: request(changes) });
    expect(await codeOf(answer)).toBe(`400 ${code}`);
  });
});

describe('calendarView and events', () => {
  const window = 'startDateTime=2026-03-05T00:00:00Z&endDateTime=2026-03-06T00:00:00Z';
  const many = Array.from({ length: 12 }, (_, i) => ({
    subject: `No. ${i}`,
    start: Date.parse('2026-03-05T08:00:00Z') + i * 600_000,
    end: Date.parse('2026-03-05T08:10:00Z') + i * 600_000,
  }));

  it('come in pages of ten with a link to the rest', async () => {
    const world = newTestGraph({ appointments: { [organiser.mail]: many } });
    const first = await world.client
      .api(`/users/${organiser.mail}/calendarView?${window}`)
      .select('subject')
      .get();
    expect(first.value).toHaveLength(10);
    const rest = await world.client.api(first['@odata.nextLink']).get();
    expect(rest.value.map((event: { subject: string }) => event.subject)).toEqual(['No. 10', 'No. 11']);
    expect(rest).not.toHaveProperty('@odata.nextLink');
  });

  it('show what touches the window, and nothing that only meets its edge', async () => {
    const edge = Date.parse('2026-03-05T00:00:00Z');
    const at = (from: number, to: number) => ({ subject: `${from}`, start: edge + from, end: edge + to });
    const world = newTestGraph({
      appointments: { [organiser.mail]: [at(-60_000, 0), at(-60_000, 60_000), at(86_400_000, 86_460_000)] },
    });
    const view = await world.client.api(`/users/${organiser.oid}/calendarView?${window}`).get();
    expect(view.value.map((event: { subject: string }) => event.subject)).toEqual(['-60000']);
    expect(view.value).toHaveLength(1);
  });

  it('hold only the selected properties, with id and etag', async () => {
    const world = newTestGraph({ appointments: { [organiser.mail]: many.slice(0, 1) } });
    const list = await world.client.api(EVENTS).select('subject').get();
    expect(Object.keys(list.value[0]).sort()).toEqual(['@odata.etag', 'id', 'subject']);
  });

  it.each([
    ['an unknown selected property', `${EVENTS}?$select=urgency`, '400 RequestBroker--ParseUri'],
    ['a filter that is not simulated', `${EVENTS}?$filter=subject eq 'x'`, '400 ErrorInvalidUrlQueryFilter'],
    ['a query option that is not simulated', `${EVENTS}?$search=x`, '400 ErrorInvalidUrlQueryFilter'],
    ['a view without its window', `/users/${organiser.oid}/calendarView`, '400 ErrorInvalidUrlQueryFilter'],
  ])('refuse %s', async (_what, path, code) => {
    expect(await codeOf(await newTestGraph().send('GET', path))).toBe(code);
  });
});
