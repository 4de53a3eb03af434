import { setTimeout as pause } from 'node:timers/promises';
import type { DatabaseChoice } from '../../src/api/database/open-database.ts';
import { type ApiProcess, FAULT_DIRECTORY, startApi } from './fault-api.ts';
import { type GraphWitness, graphWitness } from './fault-graph.ts';
import { type Load, startLoad } from './fault-load.ts';
import { seeded } from './fault-random.ts';
import { verdictOf } from './fault-verdict.ts';

export interface Campaign {
  readonly choice: DatabaseChoice;
  readonly kills: number;
  readonly seed: number;
  /** Processes that share the database; an embedded folder has one. */
  readonly processes: number;
}

/** Instants of a kill: while it starts, or after so many acknowledgements and so long. */
const [STARTING, START_MS] = [0.15, 1500];
const [MOST_ACKNOWLEDGED, LONGEST_MS] = [10, 150];
const PATIENCE_MS = 10_000;
const CLOCK_STEP_MS = 5 * 60_000;

/** What was under way when a process was killed. */
export interface Struck {
  starting: number;
  changingCalendar: number;
  readingCalendar: number;
}

/** Kills API processes under load at seeded instants, lets the last ones finish, and looks at what is left. */
export async function killUnderLoad({ choice, kills, seed, processes }: Campaign) {
  const [random, loadRandom] = [seeded(seed), seeded(seed + 1)];
  let now = 0;
  const witness = await graphWitness({
    directory: FAULT_DIRECTORY,
    clock: { now: () => now },
    random: seeded(seed + 2),
  });
  const living: { api: ApiProcess; origin: string | null }[] = [];
  const tell = (moment: number): void => {
    now = Math.max(now, moment);
    for (const { api } of living) api.moveClock(now);
  };
  const load = startLoad({
    seed,
    random: loadRandom,
    origin: () => living[Math.floor(loadRandom() * living.length)]?.origin ?? null,
    dayBegins: tell,
  });
  const start = (): void => {
    const api = startApi({ database: choice, witness, now, alone: living.length === 0 });
    const place = { api, origin: null as string | null };
    living.push(place);
    void api.ready.then((origin) => (place.origin = origin));
  };
  const struck: Struck = { starting: 0, changingCalendar: 0, readingCalendar: 0 };
  for (let killed = 0; killed < kills;) {
    while (living.length < processes) start();
    await instant(random, living, load);
    // Now and then all of them at once, as when a machine loses its power.
    const victims = random() < 0.5 ? living.splice(0, 1) : living.splice(0);
    for (const { origin } of victims) note(struck, origin, witness);
    await Promise.all(victims.map(({ api }) => api.kill()));
    killed += victims.length;
    tell(now + CLOCK_STEP_MS);
  }
  await Promise.all(living.splice(0).map(({ api }) => api.kill()));
  start();
  await load.stop();
  const [last] = living;
  await last?.api.finish();
  const verdict = await verdictOf(choice, witness, now);
  await witness.stop();
  return { ...verdict, ...load, struck, complaints: last?.api.complaints() ?? '', now };
}

/** Counted in work done, not in time: a busy machine is struck in the middle of its work, too. */
async function instant(
  random: () => number,
  living: readonly { readonly api: ApiProcess }[],
  { acknowledged }: Load,
): Promise<void> {
  if (random() < STARTING) return await pause(random() * START_MS);
  const enough = acknowledged.size + Math.floor(random() * MOST_ACKNOWLEDGED);
  await Promise.race(living.map(({ api }) => api.ready));
  for (let waited = 0; acknowledged.size < enough && waited < PATIENCE_MS; waited += 5) await pause(5);
  await pause(random() * LONGEST_MS);
}

function note(struck: Struck, origin: string | null, witness: GraphWitness): void {
  const { reads, changes } = witness.underWay();
  if (origin === null) struck.starting += 1;
  else if (changes > 0) struck.changingCalendar += 1;
  else if (reads > 0) struck.readingCalendar += 1;
}
