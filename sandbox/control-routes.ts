import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { addWorkingDays, minutesOf } from '../src/domain/working-time.ts';
import { instantAt, type Instant, localTime } from '../src/domain/zoned-time.ts';
import { calendarOf } from '../src/domain/people.ts';
import { calendarWeek } from './calendar-week.ts';
import type { ClockMove } from './control.ts';
import { readWorkbookBytes } from './excel/xlsx/read-workbook.ts';
import type { WorkbookJson } from './excel/model/workbook-json.ts';
import { EXCEL_BRIDGE } from './office-library.ts';
import type { Sandbox } from './sandbox.ts';
import { sandboxState } from './sandbox-state.ts';
import type { World } from './world.ts';

const HOUR = 3_600_000;
const MOST_BYTES = 30_000_000;

/** A step, as the page's buttons take it, or a local time to go to, as scripts need it. */
const moveBody = z.union([
  z.object({ move: z.enum(['hour', 'working-day', 'week', 'next-event']) }),
  z.object({ to: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/) }),
]);
const wishBody = z.object({
  graphLatency: z.number().min(0).max(60_000),
  throttled: z.boolean(),
  excelLatency: z.number().min(0).max(10_000),
});
const actionBody = z.object({
  action: z.enum(['accepted', 'declined', 'tentativelyAccepted', 'cancel']),
  iCalUId: z.string(),
});

/** What the sandbox page may ask for. For this machine only: nobody is asked who they are. */
export function controlRoutes(sandbox: Sandbox): Hono {
  const app = new Hono();
  app.onError((error, c) => c.text(error.message, 400));
  // Browsers say so themselves when another website is asking.
  app.use(async (c, next) => {
    if (c.req.header('sec-fetch-site') === 'cross-site') return c.text('Not from another website.', 403);
    return await next();
  });
  const state = async (c: Context): Promise<Response> => c.json(await sandboxState(sandbox));
  app.get('/state', state);
  app.get('/excel-bridge.js', (c) => c.text(EXCEL_BRIDGE, 200, { 'content-type': 'text/javascript' }));
  app.post('/clock', async (c) => {
    const wish = moveBody.parse(await c.req.json());
    const world = sandbox.world();
    await world.moveTo('to' in wish ? storyTime(world, wish.to) : await targetOf(world, wish.move));
    await sandbox.save();
    return await state(c);
  });
  app.post('/start-again', async (c) => {
    await sandbox.startAgain();
    return await state(c);
  });
  app.post('/misbehaviour', async (c) => {
    sandbox.misbehave(wishBody.parse(await c.req.json()));
    return await state(c);
  });
  app.get('/calendars/:person', (c) => c.json(calendarWeek(sandbox.world(), c.req.param('person'))));
  app.post('/calendars/:person', async (c) => {
    const { action, iCalUId } = actionBody.parse(await c.req.json());
    const { graph } = sandbox.world();
    if (action === 'cancel') graph.mailboxes.cancel(iCalUId, 'Cancelled in the sandbox');
    else graph.mailboxes.respond(mailOf(sandbox.world(), c.req.param('person')), iCalUId, action);
    await sandbox.save();
    return c.json(calendarWeek(sandbox.world(), c.req.param('person')));
  });
  workbookRoutes(app, sandbox);
  return app;
}

function workbookRoutes(app: Hono, sandbox: Sandbox): void {
  app.get('/workbooks/:id', (c) => {
    const file = sandbox.files().find(({ id }) => id === c.req.param('id'));
    return file ? c.json(file.workbook) : c.text('This workbook is not open any more.', 404);
  });
  app.put('/workbooks/:id', async (c) => {
    sandbox.keepFile(c.req.param('id'), await c.req.json<WorkbookJson>());
    await sandbox.save();
    return c.json(null);
  });
  app.post('/workbooks', async (c) => {
    const name = c.req.query('name') ?? 'Workbook.xlsx';
    const bytes = Buffer.from(await c.req.arrayBuffer());
    if (bytes.length > MOST_BYTES) return c.text('The file is larger than 30 MB.', 413);
    const workbook = readWorkbookBytes(bytes, name);
    if (workbook.sheets.length === 0) return c.text('This file holds no worksheet that can be read.', 400);
    const { id } = sandbox.addFile(c.req.query('owner') ?? 'sam', workbook);
    await sandbox.save();
    return c.json({ id, state: await sandboxState(sandbox) });
  });
}

function storyTime({ story }: World, local: string): Instant {
  return instantAt(local.slice(0, 10), minutesOf(local.slice(11)), story.portfolio.timeZone);
}

/** Days on keep the time of day while it lies in working hours; else they begin at nine. */
async function targetOf(world: World, move: ClockMove): Promise<Instant> {
  const now = world.clock.now();
  const { portfolio } = world.story;
  const calendar = calendarOf(portfolio, '');
  const { date, minutes: clock } = localTime(now, portfolio.timeZone);
  const minutes = clock >= 9 * 60 && clock < 17 * 60 ? clock : 9 * 60;
  switch (move) {
    case 'hour':
      return now + HOUR;
    case 'working-day':
      return instantAt(addWorkingDays(date, 1, calendar), minutes, portfolio.timeZone);
    case 'week':
      return instantAt(addWorkingDays(date, 5, calendar), minutes, portfolio.timeZone);
    case 'next-event':
      return (await world.nextEvent())?.at ?? now;
  }
}

export function mailOf({ directory }: World, person: string): string {
  const found = directory.people.find(({ id }) => id === person);
  if (!found) throw new Error(`${person} is not in the sandbox`);
  return found.mail;
}
