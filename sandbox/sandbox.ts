import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseStory } from '../src/domain/story/parse-story.ts';
import { portfolioOf, type Story } from '../src/domain/story/story.ts';
import { type Instant, instantAt } from '../src/domain/zoned-time.ts';
import { minutesOf } from '../src/domain/working-time.ts';
import type { Misbehaviour } from './control.ts';
import { directoryFromPeople } from './directory.ts';
import type { WorkbookJson } from './excel/model/workbook-json.ts';
import { APPOINTMENTS } from './seed/appointments.ts';
import { LENDING_LAUNCH, STORY_START } from './seed/lending-launch.ts';
import { seededWorkbooks } from './seed/workbooks.ts';
import { createWorld, type SavedWorld, type World, type WorldOptions } from './world.ts';

export interface SandboxOptions {
  readonly origin: string;
  /** Null: everything in memory. */
  readonly dataFolder: string | null;
  /** Built front ends of the product, and the built sandbox page. */
  readonly webRoot: string;
  readonly pageRoot: string;
  /** A version of the seeded story by its name: its cadences and settings. Absent: the first. */
  readonly version?: string;
}

export interface OpenFile {
  readonly id: string;
  /** Whose desk it lies on. */
  readonly owner: string;
  readonly workbook: WorkbookJson;
}

/** The running sandbox: a world, the files on people's desks, and what was asked to go wrong. */
export interface Sandbox {
  readonly tenantId: string;
  readonly pageRoot: string;
  readonly world: () => World;
  readonly files: () => readonly OpenFile[];
  readonly addFile: (owner: string, workbook: WorkbookJson) => OpenFile;
  readonly keepFile: (id: string, workbook: WorkbookJson) => void;
  readonly misbehaviour: () => Misbehaviour;
  readonly misbehave: (wish: Misbehaviour) => void;
  /** Writes down what the database does not hold. */
  readonly save: () => Promise<void>;
  /** Forgets everything and begins on the story's first day. */
  readonly startAgain: () => Promise<void>;
  readonly close: () => Promise<void>;
}

interface SavedSandbox {
  readonly world: SavedWorld;
  readonly files: readonly OpenFile[];
}

const WELL_BEHAVED: Misbehaviour = { graphLatency: 0, throttled: false, excelLatency: 0 };

export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const story = lendingLaunch(options.version);
  const saved = options.dataFolder === null ? null : await readSaved(options.dataFolder);
  let files = saved?.files ?? seededWorkbooks();
  let wish = WELL_BEHAVED;
  let saving: Promise<void> = Promise.resolve();
  const keep = (now: SavedWorld): Promise<void> => {
    const written = saving.then(() => writeSaved(options.dataFolder, { world: now, files }));
    // A disk that is full once may have room the next time.
    saving = written.catch(() => {});
    return written;
  };
  let world = await openWorld(options, story, { saved: saved?.world, keep });
  const save = (): Promise<void> => keep(world.save());
  return {
    tenantId: directoryFromPeople(story.portfolio.people).tenantId,
    pageRoot: options.pageRoot,
    world: () => world,
    files: () => files,
    addFile: (owner, workbook) => {
      const file = { id: randomUUID(), owner, workbook };
      files = [...files, file];
      return file;
    },
    keepFile: (id, workbook) => {
      files = files.map((file) => (file.id === id ? { ...file, workbook } : file));
    },
    misbehaviour: () => wish,
    misbehave: (next) => {
      wish = next;
      misbehaveGraph(world, next);
    },
    save,
    startAgain: async () => {
      await saving;
      await world.close();
      if (options.dataFolder !== null) await rm(options.dataFolder, { recursive: true, force: true });
      files = seededWorkbooks();
      wish = WELL_BEHAVED;
      world = await openWorld(options, story, { saved: undefined, keep });
      await save();
    },
    close: async () => {
      await save();
      await world.close();
    },
  };
}

/** The story the sandbox tells; it is ours, so a mistake in it is a programmer's. */
function lendingLaunch(version: string = LENDING_LAUNCH.versions[0].name): Story {
  const story = parseStory(LENDING_LAUNCH);
  if (!story.ok) throw new Error(`the sandbox's story is wrong: ${JSON.stringify(story.error)}`);
  const lived = story.value.versions.find(({ name }) => name === version);
  if (!lived) throw new Error(`the sandbox's story has no version “${version}”`);
  return { ...story.value, portfolio: portfolioOf(story.value, lived) };
}

async function openWorld(
  { origin, dataFolder, webRoot }: SandboxOptions,
  story: Story,
  { saved, keep }: Required<Pick<WorldOptions, 'saved' | 'keep'>>,
): Promise<World> {
  return await createWorld({
    origin,
    story,
    webRoot,
    saved,
    keep,
    database:
      dataFolder === null ? { kind: 'memory' } : { kind: 'folder', path: join(dataFolder, 'database') },
    start: startOf(story),
    appointments: APPOINTMENTS,
  });
}

function startOf({ portfolio }: Story): Instant {
  const [date = '', clock = ''] = STORY_START.split('T');
  return instantAt(date, minutesOf(clock), portfolio.timeZone);
}

function misbehaveGraph({ graph }: World, { graphLatency, throttled }: Misbehaviour): void {
  graph.faults.clear();
  if (graphLatency > 0) graph.faults.add({ kind: 'latency', ms: graphLatency, times: Infinity });
  if (throttled) graph.faults.add({ kind: 'throttled', retryAfter: 1 });
}

async function readSaved(folder: string): Promise<SavedSandbox | null> {
  const text = await readFile(join(folder, 'sandbox.json'), 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as SavedSandbox);
}

async function writeSaved(folder: string | null, saved: SavedSandbox): Promise<void> {
  if (folder === null) return;
  await mkdir(folder, { recursive: true });
  // Whole or not at all: a process that ends while writing leaves the earlier file.
  const beside = join(folder, 'sandbox.json.new');
  await writeFile(beside, JSON.stringify(saved));
  await rename(beside, join(folder, 'sandbox.json'));
}
