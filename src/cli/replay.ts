import { parseArgs } from 'node:util';
import { type Result, err, ok } from '../domain/result.ts';
import { compareNetwork, comparePrice } from '../domain/story/compare-plan.ts';
import { compareRun } from '../domain/story/compare-run.ts';
import { type VersionRun, runVersion } from '../domain/story/run-version.ts';
import { endOfVersion, firstStart } from '../domain/story/story-moments.ts';
import { parseStoryTime } from '../domain/story/story-time.ts';
import type { Story, StoryVersion } from '../domain/story/story.ts';
import type { Instant } from '../domain/zoned-time.ts';
import { type CommandIo, EXIT } from './command.ts';
import { readStory } from './read-story.ts';
import { LOCALE } from './replay-words.ts';
import { tellSetUp } from './set-up-words.ts';
import { networkFigures, pricesAsked } from './replay-plan.ts';
import { type PriceQuery, printedTimes, replayDocument } from './replay-document.ts';

const USAGE = 'usage: lastmile replay FILE [--version NAME] [--as-of TIME]… [--price KPI:DAYS]… [--check]';

interface ReplayArguments {
  readonly file: string;
  readonly version: string | undefined;
  readonly asOfs: readonly string[];
  readonly prices: readonly string[];
  readonly check: boolean;
}

/** What the arguments mean in a given story. */
interface ReplayQuery {
  readonly versions: readonly StoryVersion[];
  readonly asOfs: readonly Instant[];
  readonly prices: readonly PriceQuery[];
}

/**
 * `lastmile replay FILE`: what would have been known, and when (the story README fixes input, output and exit codes).
 * Nothing is printed on standard output unless the whole file could be replayed.
 */
export async function runReplay(args: readonly string[], io: CommandIo): Promise<number> {
  const parsed = parseArguments(args);
  if (!parsed.ok) return refuse(io, parsed.error);
  const story = await readStory(parsed.value.file, io);
  if (!story.ok) return refuse(io, story.error);
  for (const warning of story.value.warnings) io.stderr(`warning: ${warning}\n`);
  const query = queryOf(story.value, parsed.value);
  if (!query.ok) return refuse(io, query.error);
  const runs = runAll(story.value, query.value);
  if (!runs.ok) return refuse(io, `${parsed.value.file}: ${runs.error}`);
  const { asOfs, prices } = query.value;
  const document = replayDocument(story.value, { runs: runs.value, asOfs, prices });
  io.stdout(`${JSON.stringify(document, null, 2)}\n`);
  // With --check standard error lists the differences alone.
  if (parsed.value.check) return check(story.value, runs.value, io);
  tellSetUp(story.value.portfolio, { locale: LOCALE, now: firstStart(story.value.portfolio) }, io);
  return EXIT.ok;
}

function refuse(io: CommandIo, message: string): number {
  io.stderr(`${message}\n`);
  return EXIT.usage;
}

function parseArguments(args: readonly string[]): Result<ReplayArguments, string> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        version: { type: 'string' },
        'as-of': { type: 'string', multiple: true, default: [] },
        price: { type: 'string', multiple: true, default: [] },
        check: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) return err(USAGE);
    const { version, 'as-of': asOfs, price: prices, check: isCheck } = values;
    return ok({ file, version, asOfs, prices, check: isCheck });
  } catch (error) {
    // parseArgs tells a wrong option only by throwing.
    return err(`${(error as Error).message}\n${USAGE}`);
  }
}

function queryOf(story: Story, { version, asOfs, prices }: ReplayArguments): Result<ReplayQuery, string> {
  const versions = story.versions.filter(({ name }) => version === undefined || name === version);
  if (version !== undefined && versions.length === 0)
    return err(`There is no version ${JSON.stringify(version)}.`);
  const times = asOfs.map((text) => parseStoryTime(text, story.portfolio.timeZone));
  const wrongTime = times.indexOf(null);
  if (wrongTime >= 0)
    return err(`--as-of ${asOfs[wrongTime]}: must be a time that exists, YYYY-MM-DDTHH:MM.`);
  const pairs = prices.map((text) => priceQuery(story, text));
  const wrongPair = pairs.indexOf(null);
  if (wrongPair >= 0) return err(`--price ${prices[wrongPair]}: must be a KPI and whole days, KPI:DAYS.`);
  return ok({
    versions,
    asOfs: times.filter((time) => time !== null),
    prices: pairs.filter((pair) => pair !== null),
  });
}

function priceQuery({ portfolio }: Story, text: string): PriceQuery | null {
  const [, kpi, days] = /^(.+):(\d+)$/u.exec(text) ?? [];
  if (kpi === undefined || !portfolio.kpis.some(({ id }) => id === kpi)) return null;
  return { kpi, days: Number(days) };
}

/**
 * The run goes to the latest moment that the file or the command names. An event that is refused makes the whole file
 * invalid, so versions that nobody asked for run as well.
 */
function runAll(story: Story, { versions, asOfs }: ReplayQuery): Result<readonly VersionRun[], string> {
  const named = story.versions.map((version) => endOfVersion(story, version));
  const until = Math.max(...named, ...asOfs, 0);
  const runs: VersionRun[] = [];
  for (const version of story.versions) {
    const run = runVersion(story, version, { asOfs: printedTimes(story, asOfs), until });
    if (!run.ok) return err(`${run.error.path}: ${run.error.rule}`);
    if (versions.includes(version)) runs.push(run.value);
  }
  return ok(runs);
}

function check(story: Story, runs: readonly VersionRun[], io: CommandIo): number {
  const differences = [
    ...compareNetwork(story.expectedNetwork, networkFigures(story)),
    ...pricesAsked(story, story.expectedPrice).flatMap(({ asked, given }) => comparePrice(asked, given)),
    ...runs.flatMap((run) => compareRun(story, run)),
  ];
  for (const difference of differences) io.stderr(`${difference}\n`);
  return differences.length === 0 ? EXIT.ok : EXIT.checkFailed;
}
