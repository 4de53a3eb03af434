import {
  SHAPES,
  type Sample,
  type Shape,
  type Turn,
  simulateHealthy,
  simulateTrouble,
} from './simulation.ts';
import type { Noise } from './simulation-course.ts';
import { percent, tableOf } from './simulation-table.ts';

/** `node dist/bench/simulate.js [COUNT]`: every table of docs/reports/simulation.md, COUNT KPIs in each line. */
const SEED = 20_261_122;
const NOISES: readonly Noise[] = (['progress', 'reading'] as const).flatMap((kind) =>
  [0.1, 0.2].map((share) => ({ kind, share })),
);
/** The independent simulation's figures in issue 3, by `length/every`: share that left green, days to a stop, to 0.7. */
const INDEPENDENT: Readonly<Record<string, readonly [number, number, number]>> = {
  'six weeks/week': [0.11, 4, 11],
  'six months/week': [0.04, 11, 25],
  'a year/week': [0.01, 8, 36],
  'a year/month': [0.09, 36, 67],
};

const count = Number(process.argv[2] ?? 1000);
if (!Number.isInteger(count) || count < 1) {
  console.error('Usage: node dist/bench/simulate.js [KPIs in each line, 1000 unless told]');
  process.exit(2);
}

function sampleOf(shape: Shape, noise: Noise, anyDay = false): Sample {
  return { shape, noise, count, anyDay, seed: SEED };
}

function shapeCells({ length, every }: Shape): readonly string[] {
  return [length, `every ${every}`];
}

function noiseCell({ kind, share }: Noise): string {
  return `${percent(share)} of ${kind}`;
}

function healthyRow(shape: Shape, noise: Noise, anyDay: boolean): readonly string[] {
  const found = simulateHealthy(sampleOf(shape, noise, anyDay));
  const reference = noise.kind === 'progress' && noise.share === 0.1 && !anyDay && INDEPENDENT[keyOf(shape)];
  return [
    noiseCell(noise),
    ...shapeCells(shape),
    String(found.healthy),
    percent(found.leftGreen),
    reference ? percent(reference[0]) : '',
    found.meetings.toFixed(1),
    found.reasons,
    found.late === 0 ? '' : `${found.lateSeen} of ${found.late}`,
  ];
}

function keyOf({ length, every }: Shape): string {
  return `${length}/${every}`;
}

function troubleRow(shape: Shape, noise: Noise, turn: Turn): readonly string[] {
  const [stop, drip] = [0, 0.7].map((pace) => simulateTrouble(sampleOf(shape, noise), pace, turn));
  const reference = turn !== 'any day' && noise.share === 0.1 ? INDEPENDENT[keyOf(shape)] : undefined;
  const cells = [stop, drip].map((one) => (one ? [days(one.median), days(one.ninth)] : []));
  return [
    noiseCell(noise),
    ...shapeCells(shape),
    ...(cells[0] ?? []),
    reference ? String(reference[1]) : '',
    ...(cells[1] ?? []),
    reference ? String(reference[2]) : '',
    `${stop?.before ?? 0} / ${drip?.before ?? 0}`,
  ];
}

function days(value: number): string {
  return Number.isFinite(value) ? String(Math.floor(value)) : '–';
}

const HEALTHY_HEAD = [
  'noise',
  'plan',
  'reports',
  'healthy',
  'left green',
  'independent',
  'meetings per 100 and quarter',
  'first reasons',
  'late in truth, seen before due',
];
const TROUBLE_HEAD = [
  'noise',
  'plan',
  'reports',
  'stop: median days',
  'nine of ten',
  'independent',
  'pace 0.7: median days',
  'nine of ten',
  'independent',
  'left out (stop / 0.7)',
];

console.log(`${count} KPIs in each line, seed ${SEED}.\n\nHealthy, whole periods:\n`);
const inOrder = NOISES.flatMap((noise) => SHAPES.map((shape) => ({ noise, shape })));
console.log(
  tableOf(
    HEALTHY_HEAD,
    inOrder.map(({ noise, shape }) => healthyRow(shape, noise, false)),
  ),
);
const tenth = { kind: 'progress', share: 0.1 } as const;
console.log('\nHealthy, plans that start on any day of the week:\n');
console.log(
  tableOf(
    HEALTHY_HEAD,
    SHAPES.map((shape) => healthyRow(shape, tenth, true)),
  ),
);
console.log('\nTrouble from 40 % of the plan on, the whole period with it:\n');
console.log(
  tableOf(
    TROUBLE_HEAD,
    SHAPES.map((shape) => troubleRow(shape, tenth, { at: 0.4 })),
  ),
);
console.log('\nTrouble from any day between 20 and 80 % of the plan on:\n');
const anyDay = inOrder.filter(({ noise }) => noise.kind === 'progress');
console.log(
  tableOf(
    TROUBLE_HEAD,
    anyDay.map(({ noise, shape }) => troubleRow(shape, noise, 'any day')),
  ),
);
