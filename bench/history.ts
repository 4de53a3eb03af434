import { existsSync } from 'node:fs';
import { type Alarms, type Judgement, judge, total } from './history-judgement.ts';
import { type Indicator, readIndicators } from './history-months.ts';
import { replay } from './history-replay.ts';
import { percent, tableOf } from './simulation-table.ts';

/** `node dist/bench/history.js [FOLDER]`: the tables of docs/reports/history.md from the history in FOLDER. */
const folder = process.argv[2] ?? '../shared/workbooks/history';
if (!existsSync(folder)) {
  console.error(`There is no ${folder}. Usage: node dist/bench/history.js [FOLDER with the monthly history]`);
  process.exit(2);
}

const found = readIndicators(folder).map((indicator) => ({
  indicator,
  judgement: judge(indicator, replay(indicator)),
}));

function perYear(count: number, { months }: Judgement): string {
  return (count / (months / 12)).toFixed(1);
}

const WAYS_HEAD = [
  'indicators',
  'who is called together',
  'times a year',
  'followed by a miss within 3 months',
  'misses with one in the 3 months before',
  'first misses with one before',
];

/** Our meetings, an alert on every miss, and a coin tossed each month that calls as often as we do. */
function ways(name: string, one: Judgement): readonly (readonly string[])[] {
  const { meetings, everyMiss, chance, months, misses, firstMisses } = one;
  const coin = percent(1 - (1 - meetings.count / months) ** 3);
  const row = (way: string, { count, followed, judged, announced, foreseen }: Alarms): readonly string[] => [
    name,
    way,
    perYear(count, one),
    share(followed, judged),
    share(announced, misses),
    `${share(foreseen, firstMisses)} of ${firstMisses}`,
  ];
  const byCoin = [
    name,
    'coin',
    perYear(meetings.count, one),
    share(chance.followed, chance.judged),
    coin,
    coin,
  ];
  return [row('meetings', meetings), row('every miss', everyMiss), byCoin];
}

const INDICATOR_HEAD = [
  'indicator',
  'years',
  'missed',
  'meetings',
  'a year',
  'on a signal',
  'on silence',
  'followed by a miss',
  'any month followed',
  'misses with a meeting before',
];

function indicatorRow(name: string, one: Judgement): readonly string[] {
  const { misses, months, meetings, signals, chance, silent } = one;
  return [
    name,
    (months / 12).toFixed(1),
    `${misses} of ${months}`,
    String(meetings.count),
    perYear(meetings.count, one),
    String(signals.count),
    String(silent),
    share(meetings.followed, meetings.judged),
    share(chance.followed, chance.judged),
    share(meetings.announced, misses),
  ];
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : percent(part / whole);
}

function nameOf({ agency, name }: Indicator): string {
  return name.includes(agency) ? name : `${agency}: ${name}`;
}

/** By how often the target was missed: a target met or missed nearly always cannot tell alarms apart. */
const GROUPS: readonly (readonly [string, number, number])[] = [
  ['missed in less than a fifth of the months', 0, 0.2],
  ['a fifth to a half', 0.2, 0.5],
  ['a half to nine tenths', 0.5, 0.9],
  ['nine tenths or more', 0.9, Infinity],
];

const groups = GROUPS.map(([name, from, below]) => {
  const inside = found.filter(({ judgement: { misses, months } }) => {
    const rate = misses / months;
    return rate >= from && rate < below;
  });
  return [`${inside.length}: ${name}`, total(inside.map(({ judgement }) => judgement))] as const;
});
const all = [`all ${found.length}`, total(found.map(({ judgement }) => judgement))] as const;
const lines = [...groups, all];

console.log('Who would have been called together:\n');
console.log(
  tableOf(
    WAYS_HEAD,
    lines.flatMap(([name, one]) => ways(name, one)),
  ),
);
console.log('\nMeetings on a signal, while the month is on target, beside any month on target:\n');
console.log(
  tableOf(
    ['indicators', 'signal meetings', 'followed by a miss', 'any month on target', 'followed by a miss'],
    lines.map(([name, { signals, chanceInside }]) => [
      name,
      String(signals.count),
      share(signals.followed, signals.judged),
      String(chanceInside.count),
      share(chanceInside.followed, chanceInside.judged),
    ]),
  ),
);
console.log('\nEach indicator:\n');
console.log(
  tableOf(
    INDICATOR_HEAD,
    [...found.map(({ indicator, judgement }) => [nameOf(indicator), judgement] as const), all].map(
      ([name, one]) => indicatorRow(name, one),
    ),
  ),
);
