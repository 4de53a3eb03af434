import { parseArgs } from 'node:util';
import { explainKpi } from '../domain/explain/explain-kpi.ts';
import type { Explanation } from '../domain/explain/explanation.ts';
import { kpiOf } from '../domain/people.ts';
import type { KpiId } from '../domain/portfolio.ts';
import { type Result, err, ok } from '../domain/result.ts';
import { runVersion } from '../domain/story/run-version.ts';
import { firstStart } from '../domain/story/story-moments.ts';
import { parseStoryTime, printStoryTime } from '../domain/story/story-time.ts';
import { type Story, type StoryVersion, portfolioOf } from '../domain/story/story.ts';
import type { Instant } from '../domain/zoned-time.ts';
import { type CommandIo, EXIT } from './command.ts';
import { explanationText } from './explain-text.ts';
import { readStory } from './read-story.ts';
import { tellSetUp } from './set-up-words.ts';

const USAGE = 'usage: lastmile explain FILE --kpi ID --as-of TIME [--version NAME] [--locale TAG]';
const LOCALE = 'en-GB';

interface ExplainArguments {
  readonly file: string;
  readonly kpi: KpiId;
  readonly asOf: string;
  readonly version: string | undefined;
  readonly locale: string;
}

/**
 * `lastmile explain FILE`: the whole derivation of a KPI's status at one moment, in one version of the story or in
 * all of them. Nothing is printed on standard output unless all of it could be derived.
 */
export async function runExplain(args: readonly string[], io: CommandIo): Promise<number> {
  const parsed = parseArguments(args);
  if (!parsed.ok) return refuse(io, parsed.error);
  const story = await readStory(parsed.value.file, io);
  if (!story.ok) return refuse(io, story.error);
  for (const warning of story.value.warnings) io.stderr(`warning: ${warning}\n`);
  const told = explainAll(story.value, parsed.value);
  if (!told.ok) return refuse(io, told.error);
  io.stdout(told.value);
  tellSetUp(
    story.value.portfolio,
    { locale: parsed.value.locale, now: firstStart(story.value.portfolio) },
    io,
  );
  return EXIT.ok;
}

function refuse(io: CommandIo, message: string): number {
  io.stderr(`${message}\n`);
  return EXIT.usage;
}

function parseArguments(args: readonly string[]): Result<ExplainArguments, string> {
  try {
    const text = { type: 'string' } as const;
    const options = { kpi: text, 'as-of': text, version: text, locale: { ...text, default: LOCALE } };
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [file, ...more] = positionals;
    const { kpi, 'as-of': asOf, version, locale } = values;
    if (file === undefined || more.length > 0 || kpi === undefined || asOf === undefined) return err(USAGE);
    if (!isLocale(locale)) return err(`--locale ${locale}: must be a language tag such as en-GB or de.`);
    return ok({ file, kpi, asOf, version, locale });
  } catch (error) {
    // parseArgs tells a wrong option only by throwing.
    return err(`${(error as Error).message}\n${USAGE}`);
  }
}

function isLocale(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    // Intl tells a malformed tag only by throwing a RangeError.
    return false;
  }
}

function explainAll(story: Story, args: ExplainArguments): Result<string, string> {
  const { portfolio, versions } = story;
  const { version, kpi } = args;
  if (!kpiOf(portfolio, kpi)) {
    const known = portfolio.kpis.map(({ id }) => id).join(', ');
    return err(`There is no KPI ${JSON.stringify(kpi)}; there are ${known}.`);
  }
  const asked = versions.filter(({ name }) => version === undefined || name === version);
  if (asked.length === 0) return err(noVersion(story, version));
  const asOf = momentOf(story, args);
  if (!asOf.ok) return asOf;
  const texts: string[] = [];
  for (const one of asked) {
    const told = explainVersion(story, one, { kpi, asOf: asOf.value });
    if (!told.ok) return told;
    const text = explanationText(told.value, portfolioOf(story, one), args.locale);
    texts.push(asked.length > 1 ? `Version “${one.name}”\n\n${text}` : text);
  }
  return ok(texts.join('\n\n'));
}

function noVersion({ versions }: Story, version: string | undefined): string {
  if (version === undefined) return 'The story has no version to explain.';
  return `There is no version ${JSON.stringify(version)}; there are ${versions.map(({ name }) => name).join(', ')}.`;
}

function momentOf({ portfolio }: Story, { asOf }: ExplainArguments): Result<Instant, string> {
  const moment = parseStoryTime(asOf, portfolio.timeZone);
  if (moment === null) return err(`--as-of ${asOf}: must be a time that exists, YYYY-MM-DDTHH:MM.`);
  const start = firstStart(portfolio);
  if (moment >= start) return ok(moment);
  return err(
    `--as-of ${asOf}: lies before the story, which begins ${printStoryTime(start, portfolio.timeZone)}.`,
  );
}

interface Question {
  readonly kpi: KpiId;
  readonly asOf: Instant;
}

function explainVersion(
  story: Story,
  version: StoryVersion,
  { kpi, asOf }: Question,
): Result<Explanation, string> {
  const run = runVersion(story, version, { asOfs: [asOf], until: asOf });
  if (!run.ok) return err(`${run.error.path}: ${run.error.rule}`);
  const snapshot = run.value.at.get(asOf);
  const told = snapshot && explainKpi({ ...snapshot, kpi });
  return told ? ok(told) : err(`${JSON.stringify(kpi)} was not evaluated.`);
}
