import { existsSync } from 'node:fs';
import { type Judgement, judge, total } from './history-judgement.ts';
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

const HEAD = [
  'indicator',
  'years',
  'months',
  'missed',
  'meetings',
  'a year',
  'of them on a signal',
  'of silence',
  'followed by a miss',
  'by chance',
  'misses with a meeting before',
  'by coin',
  'alerts a year, one each miss',
];

function row(name: string, { misses, months, ...one }: Judgement): readonly string[] {
  const years = months / 12;
  const { meetings, everyMiss, signals, chance, silent } = one;
  return [
    name,
    years.toFixed(1),
    String(months),
    String(misses),
    String(meetings.count),
    (meetings.count / years).toFixed(1),
    String(signals.count),
    String(silent),
    share(meetings.followed, meetings.judged),
    share(chance.followed, chance.judged),
    share(meetings.announced, misses),
    percent(1 - (1 - meetings.count / months) ** 3),
    (everyMiss.count / years).toFixed(1),
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
  return [`${inside.length} indicators, ${name}`, total(inside.map(({ judgement }) => judgement))] as const;
});
const all = total(found.map(({ judgement }) => judgement));

console.log('All indicators:\n');
console.log(
  tableOf(
    HEAD,
    [...groups, [`all ${found.length}`, all] as const].map(([name, one]) => row(name, one)),
  ),
);
console.log('\nEach indicator:\n');
console.log(
  tableOf(
    HEAD,
    found.map(({ indicator, judgement }) => row(nameOf(indicator), judgement)),
  ),
);
console.log('\nSignals while the month is on target, beside any month on target:\n');
const SIGNAL_HEAD = [
  'indicators',
  'signal meetings',
  'followed by a miss',
  'any month on target',
  'followed by a miss',
];
console.log(
  tableOf(
    SIGNAL_HEAD,
    [...groups, ['all', all] as const].map(([name, { signals, chanceInside }]) => [
      name,
      String(signals.count),
      share(signals.followed, signals.judged),
      String(chanceInside.count),
      share(chanceInside.followed, chanceInside.judged),
    ]),
  ),
);
