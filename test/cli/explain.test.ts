import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runExplain } from '../../src/cli/explain.ts';

const SHARED = fileURLToPath(new URL('../../../shared/story/lending-launch.json', import.meta.url));
const own = (name: string): string => fileURLToPath(new URL(`../stories/${name}.json`, import.meta.url));

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly errors: string;
}

async function explain(...args: readonly string[]): Promise<Outcome> {
  let [out, errors] = ['', ''];
  const code = await runExplain(args, {
    stdout: (piece) => void (out += piece),
    stderr: (piece) => void (errors += piece),
    readFile,
  });
  return { code, out, errors };
}

const isShared = existsSync(SHARED);
if (!isShared) console.warn('skipped: shared/story/lending-launch.json is absent');

/** A question, and lines that must stand in the answer; each worked out by hand in the comment above it. */
interface Case {
  readonly about: string;
  readonly args: readonly string[];
  readonly lines: readonly string[];
}

const LENDING: readonly Case[] = [
  {
    // C1: 0 to 120 items over 42 days. Friday is day 4, plan 120 ÷ 42 × 4 = 11.43; 11 items are 11 ÷ 120 × 42 = 3.85
    // days. The wait was due Mon 9 Mar, one working day of grace is Tue 10, so it counts from Wed 11 on. Reports:
    // Fri 6 answered, Fri 13 next, silent on the third working day after, Wed 18, long silent five later, Wed 25.
    // Finish: 13 Apr + 0.15 is still 13 Apr; two weeks more 27 Apr, + 7 days launch = 4 May, 14 ÷ 7 × 60,000.
    about: 'declared wait, the morning it counts as overdue',
    args: [SHARED, '--version', 'declared wait', '--kpi', 'C1', '--as-of', '2026-03-11T09:00'],
    lines: [
      'Audit evidence items accepted (C1) on Wed 11 Mar 2026, 09:00: Yellow',
      '  Fri 6 Mar: 11 items, sent Fri 6 Mar, 11:00 by Sam Castellano.',
      '  From 0 on Mon 2 Mar to 120 items on Mon 13 Apr: 42 days of plan.',
      '  On Fri 6 Mar, 4 days after the start, the plan stands at 11.43 items; the reading is 11 items.',
      '  11 items is what the plan expects 3.85 days after the start, on Thu 5 Mar. Slip against the plan: 4 − 3.85 = 0.15 days.',
      '  2.1 days: the largest of 2 days, 5 % of 42 days = 2.1 days, and 0 days for one step of the unit; the share of the plan decides.',
      '  Float: 0 days: latest finish Mon 13 Apr, planned finish Mon 13 Apr.',
      '  Waits for “Export from the audit tool” since Thu 5 Mar, expected by Mon 9 Mar. Overdue from Wed 11 Mar, 00:00 on.',
      '  The report due Fri 13 Mar is the next. Silent from Wed 18 Mar, 00:00 on, a recalibration from Wed 25 Mar, 00:00 on.',
      '  Red, slip: slip on Fri 6 Mar is 0.15 days, against more than max(room 0, tolerance 2.1) + tolerance 2.1 = 4.2 days. Does not hold.',
      '  Yellow, slip: slip on Fri 6 Mar is 0.15 days, against more than max(tolerance 2.1, float 0 ÷ 3) = 2.1 days. Does not hold.',
      '  Yellow, wait overdue: “Export from the audit tool” was expected by Mon 9 Mar; overdue from Wed 11 Mar, 00:00 on. Holds.',
      '  Yellow since Wed 11 Mar, 00:00.',
      '  With no new data it changes on Wed 18 Mar, 00:00: the report due Fri 13 Mar counts as missing. It is then Silent (silent, wait overdue).',
      '  Launch gates passed: Mon 20 Apr to Mon 4 May, after Audit evidence items accepted + 7 days still to do.',
      '  Lending product earns revenue: Mon 20 Apr to Mon 4 May, when Launch gates passed ends; 14 days × €60,000 a week ÷ 7 = €120,000.',
      '  About Audit evidence items accepted, revision 1: opened Wed 11 Mar, 00:00, to be met by Fri 13 Mar, 17:00; open.',
      '  Ruth Adeyemi decides. Required: Sam Castellano, Ruth Adeyemi and Dana Lindqvist. Optional: Erika Brandt. Answers for: Audit evidence items accepted.',
    ],
  },
  {
    // Tuesday 10 Mar is day 8: plan 22.86; 11 items stay 3.85 days; slip 4.15 is over 2.1 and under 4.2. Pace 3.85 ÷ 8
    // = 0.48; a forecast begins at 0.2 × 42 = 8.4. Finish 13 Apr + 4.15 = 17 Apr; the launch then ends 24 Apr, 4 days
    // late: 4 ÷ 7 × 60,000 = 34,286.
    about: 'the number tells',
    args: [SHARED, '--version', 'the number tells', '--kpi', 'C1', '--as-of', '2026-03-10T10:01'],
    lines: [
      '  11 items is what the plan expects 3.85 days after the start, on Thu 5 Mar. Slip against the plan: 8 − 3.85 = 4.15 days.',
      '  Float left: −4 days, with the earliest finish on Fri 17 Apr.',
      '  Pace: 3.85 earned ÷ 8 elapsed = 0.48.',
      '  No forecast: a forecast is made from 8.4 days after the start on, until the target is reached.',
      '  Red, slip: slip on Tue 10 Mar is 4.15 days, against more than max(room 0, tolerance 2.1) + tolerance 2.1 = 4.2 days. Does not hold.',
      '  Yellow, slip: slip on Tue 10 Mar is 4.15 days, against more than max(tolerance 2.1, float 0 ÷ 3) = 2.1 days. Holds.',
      '  On forecast alone Lending product earns revenue already comes on 24 Apr, 4 days late: €34,286. Two more weeks cost another €120,000.',
    ],
  },
  {
    // The audit ends 17 Apr, the launch was to start 13 Apr: 4 days, more than max(2, 0). Shifted: 17 to 24 Apr.
    about: 'the launch behind it',
    args: [SHARED, '--version', 'the number tells', '--kpi', 'L1', '--as-of', '2026-03-10T10:01'],
    lines: [
      '  Audit evidence items accepted comes on Fri 17 Apr at the earliest and moves the start by 4 days: from Fri 17 Apr to Fri 24 Apr, 7 days of plan.',
      '  2 days: the largest of 2 days, 5 % of 7 days = 0.35 days, and 0 days for one step of the unit; the least decides.',
      '  Earliest finish: Fri 24 Apr, the latest of planned Mon 20 Apr, what predecessors allow, Fri 24 Apr and today Tue 10 Mar.',
      '  Yellow, dependency: Audit evidence items accepted leaves Fri 24 Apr as the earliest finish, 4 days after the due date of Mon 20 Apr, against more than max(tolerance, float) = 2 days. Holds.',
    ],
  },
  {
    // Due Fri 13 Mar; Mon 16, Tue 17, Wed 18.
    about: 'silence',
    args: [SHARED, '--version', 'silence', '--kpi', 'C1', '--as-of', '2026-03-18T09:00'],
    lines: [
      'Audit evidence items accepted (C1) on Wed 18 Mar 2026, 09:00: Silent',
      '  The report due Fri 13 Mar is not answered yet. Silent from Wed 18 Mar, 00:00 on, a recalibration from Wed 25 Mar, 00:00 on.',
      '  Silent: the report due Fri 13 Mar is missing from Wed 18 Mar, 00:00 on. Holds.',
      '  With no new data it changes on Wed 25 Mar, 00:00: the silence about the report due Fri 13 Mar needs a recalibration.',
    ],
  },
  {
    // Day 18: plan 51.43, 52 items are 18.2 days: ahead. Pace 18.2 ÷ 18 = 1.01; 42 ÷ 1.0111 = 41.5 days: 12 Apr.
    about: 'healthy twin',
    args: [SHARED, '--version', 'healthy twin', '--kpi', 'C1', '--as-of', '2026-03-20T12:00'],
    lines: [
      '  On Fri 20 Mar, 18 days after the start, the plan stands at 51.43 items; the reading is 52 items.',
      '  52 items is what the plan expects 18.2 days after the start, on Fri 20 Mar. Slip against the plan: 0 days, never below 0.',
      '  Pace: 18.2 earned ÷ 18 elapsed = 1.01.',
      '  Forecast: Sun 12 Apr.',
      '  Otherwise Green: no rule above colours.',
    ],
  },
];

const OWN: readonly Case[] = [
  {
    // 20 ÷ 6 = 3.33; differences 0.2, 0.3, 0.2, 0.1, 1.8 are 2.6 ÷ 5 = 0.52; 3.33 ± 2.66 × 0.52 = 1.95 and 4.72.
    about: 'a keep KPI whose process shifts',
    args: [
      own('service-levels'),
      '--version',
      'the process shifts',
      '--kpi',
      'K',
      '--as-of',
      '2026-04-13T12:00',
    ],
    lines: [
      '  6 readings: 3; 3.2; 2.9; 3.1; 3; 4.8.',
      '  Mean 3.33; mean moving range 0.52; natural limits mean ± 2.66 × 0.52 = 1.95 and 4.72.',
      '  Red, outside hard limit: 4.8 faults against above 8. Does not hold.',
      '  Yellow, outside band: 4.8 faults against above 5. Does not hold.',
      '  Yellow, signal: the newest, 4.8, above 4.72, or the newest eight all above the mean of 3.33 (1 of 6 are). Holds.',
      '  A first signal opens none; it does if it still holds at the next reading.',
    ],
  },
  {
    // 36 rooms of 100 over 40 days are 14.4 days. Float: 21 May − 40 days of moving + 5 days of overlap = 16 Apr, five
    // after 11 Apr. Two weeks more: 25 Apr − 5 + 40 = 30 May, nine late: 1 − 0.9^(9 ÷ 7) = 0.126689.
    about: 'a move with a negative lag and a fading profile, Sunday to Thursday',
    args: [
      own('ward-move'),
      '--version',
      'promised three times',
      '--kpi',
      'A',
      '--as-of',
      '2026-03-17T12:00',
    ],
    lines: [
      '  36 rooms is what the plan expects 14.4 days after the start, on Mon 16 Mar. Slip against the plan: 0 days, never below 0.',
      '  Float: 5 days: latest finish Thu 16 Apr, planned finish Sat 11 Apr.',
      '  Way to the due date that decides: Rooms certified → Patients moved (lag −5 days, 40 days of work) → New ward open, due Thu 21 May.',
      '  Yellow, forecast: Slip on Thu 12 Mar is 0 days, against more than max(tolerance 2, float 5) × max(½, 10 ÷ 40) = 2.5 days. Slip on Mon 16 Mar is 0 days, against more than max(tolerance 2, float 5) × max(½, 14 ÷ 40) = 2.5 days. Does not hold.',
      '  Patients moved: Sat 16 May to Sat 30 May, after Rooms certified + lag −5 days + 40 days still to do.',
      '  New ward open: Thu 21 May to Sat 30 May, when Patients moved ends; SAR 1,000,000 × ((1 − 10 %)^(0 ÷ 7) − (1 − 10 %)^(9 ÷ 7)) = SAR 126,689.',
    ],
  },
  {
    // Day 11 of 42: plan 2.62; 1.3 of 10 are 5.46 days; 11 − 5.46 = 5.54, over 14 ÷ 3 and under 17 + 2.1.
    about: 'float and room that differ',
    args: [
      own('partner-pilot'),
      '--version',
      'held within the float',
      '--kpi',
      'A',
      '--as-of',
      '2026-03-13T14:00',
    ],
    lines: [
      '  On Fri 13 Mar, 11 days after the start, the plan stands at 2.62 documents; the reading is 1.3 documents.',
      '  Room: 17 days before a price moves.',
      '  Red, slip: slip on Fri 13 Mar is 5.54 days, against more than max(room 17, tolerance 2.1) + tolerance 2.1 = 19.1 days. Does not hold.',
      '  Yellow, slip: slip on Fri 13 Mar is 5.54 days, against more than max(tolerance 2.1, float 14 ÷ 3) = 4.67 days. Holds.',
    ],
  },
];

async function answers({ args, lines }: Case): Promise<void> {
  const { code, out, errors } = await explain(...args);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  expect(out.split('\n').filter((line) => lines.includes(line))).toEqual(lines);
}

describe('explain', () => {
  it.skipIf(!isShared).each(LENDING)('derives the lending launch step by step: $about', answers);
  it.each(OWN)('derives other trades step by step: $about', answers);

  it('speaks English with the reader’s numbers and dates', async () => {
    const { out } = await explain(...(OWN[0]?.args ?? []), '--locale', 'de');
    expect(out).toContain(
      '  Mean 3,33; mean moving range 0,52; natural limits mean ± 2,66 × 0,52 = 1,95 and 4,72.',
    );
    expect(out).toContain('Reports fall due on Fr 27. März; Fr 3. Apr.; Fr 10. Apr.; Fr 17. Apr.\n');
  });

  it('tells every version where none is named', async () => {
    const { out } = await explain(own('ward-move'), '--kpi', 'A', '--as-of', '2026-03-12T12:00');
    expect(out.match(/^Version .*$/gmu)).toEqual([
      'Version “nothing certified”',
      'Version “promised three times”',
      'Version “records go quiet”',
    ]);
  });

  const file = own('ward-move');
  it.each<[string, readonly string[], RegExp]>([
    ['no file', [], /^usage: lastmile explain/],
    ['no KPI', [file, '--as-of', '2026-03-12T12:00'], /^usage: lastmile explain/],
    [
      'a file that is not there',
      ['nowhere.json', '--kpi', 'A', '--as-of', '2026-03-12T12:00'],
      /cannot be read/,
    ],
    [
      'a KPI that is not there',
      [file, '--kpi', 'Q', '--as-of', '2026-03-12T12:00'],
      /no KPI "Q"; there are A, B, C/,
    ],
    [
      'a version that is not there',
      [file, '--kpi', 'A', '--version', 'x', '--as-of', '2026-03-12T12:00'],
      /no version "x"/,
    ],
    [
      'a time that does not exist',
      [file, '--kpi', 'A', '--as-of', '2026-02-30T12:00'],
      /must be a time that exists/,
    ],
    [
      'a time before the story',
      [file, '--kpi', 'A', '--as-of', '2026-03-01T23:59'],
      /before the story, which begins 2026-03-02T00:00/,
    ],
    [
      'a malformed locale',
      [file, '--kpi', 'A', '--as-of', '2026-03-12T12:00', '--locale', 'zz_9'],
      /language tag/,
    ],
    ['an unknown option', [file, '--why'], /Unknown option '--why'/],
  ])('refuses %s with exit code 2 and prints nothing', async (_, args, message) => {
    const { code, out, errors } = await explain(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(errors).toMatch(message);
  });
});
