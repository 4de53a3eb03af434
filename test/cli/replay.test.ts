import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runReplay } from '../../src/cli/replay.ts';
import { type StoryValue, storyValue } from '../support/story-case.ts';

const LAUNCH = fileURLToPath(new URL('../../../shared/story/lending-launch.json', import.meta.url));
const FOLDER = new URL('../stories/', import.meta.url);
const OWN = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const own = (name: string): string => fileURLToPath(new URL(name, FOLDER));

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly errors: string;
}

async function replay(args: readonly string[], file?: StoryValue): Promise<Outcome> {
  let [out, errors] = ['', ''];
  const text = typeof file === 'string' ? file : JSON.stringify(file);
  const code = await runReplay(args, {
    stdout: (piece) => void (out += piece),
    stderr: (piece) => void (errors += piece),
    readFile: (path) => (file === undefined ? readFile(path) : Promise.resolve(Buffer.from(text))),
  });
  return { code, out, errors };
}

const isShared = existsSync(LAUNCH);
if (!isShared) console.warn('skipped: shared/story/lending-launch.json is absent');

describe('replay --check', () => {
  it.each(OWN)('agrees with %s', async (name) => {
    expect(await replay([own(name), '--check'])).toMatchObject({ code: 0, errors: '' });
  });

  it.each(['hospital-go-live.json', 'warehouse-move.json', 'sales-target.json', 'hotline.json'])(
    'finds %s going wrong, and leaves its healthy twin alone',
    async (name) => {
      const { out } = await replay([own(name)]);
      const versions: StoryValue[] = JSON.parse(out).versions;
      const named = (wanted: string): StoryValue => versions.find((version) => version.name === wanted);
      expect(named('unhappy').recalibrations).not.toEqual([]);
      expect(named('healthy')).toMatchObject({ firstNonGreen: null, recalibrations: [] });
    },
  );

  it.skipIf(!isShared)('agrees with all four versions of the lending launch', async () => {
    const { code, errors, out } = await replay([LAUNCH, '--check']);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    const document: StoryValue = JSON.parse(out);
    expect(document.versions.map((version: StoryValue) => version.firstNonGreen)).toEqual([
      { id: 'C1', asOf: '2026-03-11T00:00', day: 10 },
      { id: 'C1', asOf: '2026-03-10T10:00', day: 9 },
      { id: 'C1', asOf: '2026-03-18T00:00', day: 17 },
      null,
    ]);
  });

  it.each<[string, (story: StoryValue) => void, RegExp]>([
    [
      'a status',
      (s) => (s.versions[0].expected.A[0].status = 'red'),
      /A at 2026-03-06T12:00: status red expected, given green/,
    ],
    [
      'a reason',
      (s) => (s.versions[0].expected.A[1].reason = 'stalled'),
      /reason stalled expected, given slip/,
    ],
    [
      'a slip by a hundredth',
      (s) => (s.versions[0].expected.A[1].slip = 5.53),
      /slip 5.53 expected, given 5.54/,
    ],
    [
      'since when',
      (s) => (s.versions[0].expected.A[1].since = '2026-03-13T13:59'),
      /since 2026-03-13T13:59 expected, given 2026-03-13T14:00/,
    ],
    ['float', (s) => (s.versions[0].expected.A[1].float = 13), /A at .*: float 13 expected, given 14/],
    [
      'a forecast',
      (s) => (s.versions[0].expected.A[1].forecastFinish = '2026-05-24'),
      /forecastFinish 2026-05-24 expected, given 2026-05-25/,
    ],
    [
      'no forecast',
      (s) => (s.versions[0].expected.A[1].forecastFinish = null),
      /forecastFinish none expected, given 2026-05-25/,
    ],
    ['who decides', (s) => (s.versions[0].expected.O[0].decidedBy = 'B'), /decidedBy B expected, given A/],
    ['a deadline', (s) => (s.versions[0].expected.recalibration.deadline = '2026-03-13T17:00'), /deadline/],
    [
      'one person too many',
      (s) => s.versions[0].expected.recalibration.required.push('ben'),
      /required ann, ben, eva/,
    ],
    [
      'one person too few',
      (s) => s.versions[0].expected.recalibration.optional.pop(),
      /optional ben expected/,
    ],
    [
      'an opening too early',
      (s) => (s.versions[0].expected.recalibration.openedBy = '2026-03-13T13:59'),
      /none stands/,
    ],
    ['a count', (s) => (s.versions[0].expected.recalibration.count = 2), /count 2 expected, given 1/],
    ['the day', (s) => (s.versions[0].dayFound = 11), /dayFound 11 expected, given 12/],
    ['quiet', (s) => (s.versions[2].expected.all.recalibrations = 1), /recalibrations 1 expected, given 0/],
    [
      'a status of all',
      (s) => (s.versions[2].expected.all.status = 'yellow'),
      /T at .*: status yellow expected/,
    ],
    ['a float', (s) => (s.expectedNetwork.float.A = 13), /float of A 13 expected, given 14/],
    ['a float left out', (s) => delete s.expectedNetwork.float.B, /float of B not expected, given 0/],
    ['a crossing', (s) => (s.expectedNetwork.crossFunctional = []), /crossFunctional nobody expected/],
    ['a cost', (s) => (s.expectedPrice[2].cost = 9500001), /cost 9500001 expected, given 9500000/],
    ['a move left out', (s) => delete s.expectedPrice[2].moves.B, /moves O 2026-06-02 expected/],
  ])('tells a difference in %s and exits 1', async (_, bend, words) => {
    const { code, errors, out } = await replay(['story.json', '--check'], storyValue(bend));
    expect(code).toBe(1);
    expect(errors).toMatch(words);
    expect(() => JSON.parse(out) as unknown).not.toThrow();
  });
});

describe('replay', () => {
  it('prints every id at every time that the file or the command names', async () => {
    const { out } = await replay(
      ['s', '--version', 'healthy twin', '--as-of', '2026-03-09T08:30'],
      storyValue(),
    );
    const [version] = JSON.parse(out).versions;
    expect(Object.keys(version.statuses)).toEqual(['A', 'B', 'I-docs', 'I-runs', 'T', 'O']);
    expect(version.statuses.A.map(({ asOf }: StoryValue) => asOf)).toContain('2026-03-09T08:30');
    expect(Object.keys(version.statuses.A[0])).toEqual([
      'asOf',
      'status',
      'reasons',
      'slip',
      'float',
      'forecastFinish',
      'decidedBy',
    ]);
  });

  it('prices what the command asks for beside what the file expects', async () => {
    const { out } = await replay(['s', '--price', 'B:7'], storyValue());
    const { prices } = JSON.parse(out);
    expect(prices.at(-1)).toMatchObject({ kpi: 'B', days: 7, moves: { O: '2026-06-05' }, cost: 9500000 });
    expect(prices.at(-1).sentence).toMatch(/€95,000/);
  });

  it('prints every check-in of a version that expects one status of all', async () => {
    const { out } = await replay(['s', '--version', 'healthy twin'], storyValue());
    const [version] = JSON.parse(out).versions;
    const printed: string[] = version.statuses.B.map(({ asOf }: StoryValue) => asOf as string);
    expect(printed).toEqual(expect.arrayContaining(['2026-04-03T10:00', '2026-05-22T10:00']));
  });

  it('runs to the latest moment that is named', async () => {
    const { out } = await replay(
      ['s', '--version', 'the float runs out', '--as-of', '2026-06-30T12:00'],
      storyValue(),
    );
    const [version] = JSON.parse(out).versions;
    const opened = version.recalibrations.map(({ openedAt }: StoryValue) => openedAt as string).toSorted();
    expect(opened.at(-1) > '2026-05-29').toBe(true);
  });

  it.each<[string, readonly string[], StoryValue, RegExp]>([
    ['no file', [], undefined, /usage/],
    ['an unknown option', ['s', '--colour'], storyValue(), /usage/],
    ['a file that is not there', ['/nowhere/story.json'], undefined, /cannot be read/],
    ['no JSON', ['s'], '{', /\$: is no JSON/],
    ['a broken file', ['s'], storyValue((s) => delete s.kpis[0].owner), /\$\.kpis\[0\]\.owner: is missing/],
    ['an unknown version', ['s', '--version', 'x'], storyValue(), /no version "x"/],
    ['a wrong time', ['s', '--as-of', '2026-03-09'], storyValue(), /--as-of 2026-03-09/],
    ['a wrong price', ['s', '--price', 'X:3'], storyValue(), /--price X:3/],
    [
      'a decision without authority',
      ['s'],
      storyValue((s) => (s.versions[0].decisions[0].by = 'ben')),
      /^s: \$\.versions\[0\]\.decisions\[0\]\.by: has no authority to decide this; eva, tom may/,
    ],
    [
      'a decision without authority in a version that was not asked for',
      ['s', '--version', 'healthy twin'],
      storyValue((s) => (s.versions[0].decisions[0].by = 'ben')),
      /^s: \$\.versions\[0\]\.decisions\[0\]\.by/,
    ],
    [
      'a circle of dependencies',
      ['s'],
      storyValue((s) => s.dependencies.push({ from: 'B', to: 'A', type: 'finish-to-finish', lagDays: 0 })),
      /^s: \$\.dependencies\[1\]: closes a circle: (A → B → A|B → A → B)/,
    ],
    [
      'a review that is not ahead',
      ['s'],
      storyValue((s) => (s.versions[0].decisions[0].reviewDate = '2026-03-17')),
      /decisions\[0\]\.reviewDate: must be later/,
    ],
    [
      'a hold without commit date',
      ['s'],
      storyValue((s) => delete s.versions[0].decisions[0].commitDate),
      /decisions\[0\]\.commitDate: is missing/,
    ],
  ])('exits 2 and prints nothing for %s', async (_, args, file, words) => {
    const { code, out, errors } = await replay(args, file);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(errors).toMatch(words);
  });

  it('warns of unknown keys on standard error and goes on', async () => {
    const { code, errors } = await replay(
      ['s'],
      storyValue((s) => (s.mood = 'good')),
    );
    expect({ code, errors }).toEqual({ code: 0, errors: 'warning: $.mood: unknown key, ignored\n' });
  });

  it('tells on standard error what the set-up should be looked at for', async () => {
    // B is planned until 29 May; its objective is now due two days before that. A, due 13 Apr, has time until 25 Apr.
    const { code, errors } = await replay(
      ['s'],
      storyValue((s) => (s.objectives[1].due = '2026-05-27')),
    );
    expect({ code, errors }).toEqual({
      code: 0,
      errors:
        'set-up: Pilot runs done is planned to finish 2 days too late for Pilot ends inside the exclusivity, due 27 May. The plan itself cannot work: shorten it or move a date.\n',
    });
  });

  it('has only stories whose derivation is written down', () => {
    const derivations = readFileSync(new URL('../stories/README.md', import.meta.url), 'utf8');
    for (const name of OWN) expect(derivations).toContain(name);
  });
});
