import { daysBetween } from '../src/domain/civil-date.ts';
import { clockTime, dateIn, dateTime, fullDate, type Reader } from '../src/domain/words/format.ts';
import type { SandboxState, StoryStep } from './control.ts';
import type { Sandbox } from './sandbox.ts';
import { STORY_START, STORY_STEPS } from './seed/lending-launch.ts';
import { TEAMS_APP_ID, type World } from './world.ts';

/** What the page shows around the three windows. */
export async function sandboxState(sandbox: Sandbox): Promise<SandboxState> {
  const world = sandbox.world();
  const now = world.clock.now();
  const reader = readerOf(world);
  return {
    now: new Date(now).toISOString(),
    timeZone: reader.timeZone,
    clock: `${fullDate(dateIn(now, reader), reader)}, ${clockTime(now, reader)}`,
    day: `Day ${dayWord(daysBetween(STORY_START.slice(0, 10), dateIn(now, reader)) + 1)} of the story, ${reader.timeZone}`,
    steps: stepsAt(reader.today),
    nextEvent: await nextEventLabel(world, reader),
    people: world.directory.people.map(({ id, oid, name, role, mail }) => ({
      id,
      oid,
      name,
      role: role ?? '',
      mail,
    })),
    workbooks: sandbox.files().map(({ id, owner, workbook }) => ({ id, owner, name: workbook.name })),
    misbehaviour: sandbox.misbehaviour(),
    teams: {
      appId: TEAMS_APP_ID,
      tenantId: world.directory.tenantId,
      brokerPath: `/${world.directory.tenantId}`,
    },
  };
}

function readerOf(world: World): Reader {
  const { timeZone, currency } = world.story.portfolio;
  const base = { locale: 'en-GB', timeZone, currency };
  return { ...base, today: dateIn(world.clock.now(), { ...base, today: '' }) };
}

function stepsAt(today: string): readonly StoryStep[] {
  const current = STORY_STEPS.findLastIndex(({ on }) => on <= today);
  return STORY_STEPS.map(({ caption, line }, index) => ({
    caption,
    line,
    state: index < current ? 'done' : index === Math.max(0, current) ? 'now' : 'later',
  }));
}

async function nextEventLabel(world: World, reader: Reader): Promise<SandboxState['nextEvent']> {
  const next = await world.nextEvent();
  if (!next) return null;
  const when = dateTime(next.at, reader);
  return { label: next.kind === 'meeting' ? `To the meeting, ${when}` : `To the next change, ${when}` };
}

const DAY_WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function dayWord(day: number): string {
  return DAY_WORDS[day] ?? String(day);
}
