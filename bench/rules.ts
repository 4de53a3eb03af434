import { withCheckIn, checkInsOf } from '../src/domain/check-in-log.ts';
import { evaluate, finished, standingIn } from '../src/domain/evaluate.ts';
import { contextOf } from '../src/domain/evaluation-context.ts';
import { evaluatePriced } from '../src/domain/evaluation-priced.ts';
import type { Facts } from '../src/domain/facts.ts';
import { priceRange } from '../src/domain/monte-carlo.ts';
import { paceSamplesOf } from '../src/domain/monte-carlo-pace.ts';
import { planNetwork } from '../src/domain/network.ts';
import { preparePricing } from '../src/domain/price-prepare.ts';
import { price } from '../src/domain/price.ts';
import { readingsOf } from '../src/domain/reading.ts';
import type { Evaluation } from '../src/domain/status.ts';
import { type Instant, instantAt } from '../src/domain/zoned-time.ts';
import { cpuMs, heapInUse } from './cpu.ts';
import type { Row } from './measure.ts';
import { plainNetwork, plainPass } from './plain-pass.ts';
import { YEAR, ZONE, day, yearOf } from './portfolio.ts';

const ROUNDS = 5;
/** Small works are done this often in one round, so that a clock can see them. */
const TIMES = 100;
const BESIDE = 'one topological pass in typed arrays';
const RUNS = 10_000;

/** The rules at full length, 50 check-ins and 2 dependencies a KPI, beside one pass over bare numbers. */
export function rules(count: number): readonly Row[] {
  const empty = heapInUse();
  const facts = yearOf(count);
  const loaded = heapInUse();
  const evaluation = evaluatePriced(facts, NOON);
  const evaluated = heapInUse();
  const beside = plainMs(facts);
  const pricing = preparePricing(facts.portfolio, evaluation);
  const size = count.toLocaleString('en-US');
  const middle = `K${count >> 1}`;
  const row = (what: string, ours: number): Row => {
    return { what: `${what}, ${size} KPIs`, ours, beside, besideWhat: BESIDE, unit: 'ms' };
  };
  return [
    row(
      'every status, float and roll-up from scratch',
      cpuMs(ROUNDS, () => evaluate(facts, NOON)),
    ),
    row(
      'of that, loading: set-up and each KPI’s record',
      cpuMs(ROUNDS, () => contextOf(facts, NOON)),
    ),
    row('of that, after loading: every status, float and roll-up', fullMs(facts)),
    row(
      'the same the next day, going on',
      cpuMs(ROUNDS, () => evaluate(facts, NOON + DAY, { before: evaluation })),
    ),
    row(
      'order, float and room of the plan',
      cpuMs(ROUNDS, () => planNetwork(facts.portfolio)),
    ),
    row(
      'one check-in, going on',
      incrementalMs(facts, (now, at, before) => evaluate(now, at, { before })),
    ),
    row('one check-in, going on, dearest child decides', incrementalMs(facts, evaluatePriced)),
    row('price of one KPI', cpuMs(ROUNDS, () => repeat(() => price(pricing, middle, 14))) / TIMES),
    kilobytes(`memory of facts a KPI, ${size} KPIs`, (loaded - empty) / count),
    kilobytes(`memory of one evaluation a KPI, ${size} KPIs`, (evaluated - loaded) / count),
  ];
}

const NOON = instantAt(day(YEAR.today), 720, ZONE);
const DAY = 86_400_000;

/** Everything judged anew in a context that stands: nothing is taken over from an earlier evaluation. */
function fullMs(facts: Facts): number {
  const context = contextOf(facts, NOON);
  return cpuMs(ROUNDS, () => {
    finished({ standing: standingIn(context), priceOf: undefined, prices: null, earlier: undefined });
  });
}

function plainMs({ portfolio }: Facts): number {
  const plain = plainNetwork(portfolio);
  const slip = new Float64Array(portfolio.kpis.length);
  return cpuMs(ROUNDS, () => repeat(() => plainPass(plain, slip))) / TIMES;
}

type GoOn = (facts: Facts, at: Instant, before: Evaluation) => Evaluation;

/** One KPI after another reports, most of them as planned, one in seven with bad news. */
function incrementalMs(loaded: Facts, goOn: GoOn): number {
  let [facts, evaluation, nth] = [loaded, evaluatePriced(loaded, NOON), 0];
  const { kpis } = loaded.portfolio;
  const oneMore = (): void => {
    const at = NOON + nth * 1000;
    const { id: kpi } = kpis[(nth * 7919) % kpis.length] ?? { id: '' };
    const value = (checkInsOf(facts.checkIns, kpi).at(-1)?.value ?? 0) + (nth % 7 === 0 ? -20 : 0.8);
    const checkIn = { id: `more${nth}`, kpi, at, date: day(YEAR.today), value };
    facts = { ...facts, checkIns: withCheckIn(facts.checkIns, checkIn) };
    evaluation = goOn(facts, at, evaluation);
    nth += 1;
  };
  return cpuMs(ROUNDS, () => repeat(oneMore)) / TIMES;
}

/** The range of a price: 10,000 worlds of 1,000 KPIs, each KPI drawn from its own readings. */
export function monteCarlo(): readonly Row[] {
  const facts = yearOf(1000);
  const { portfolio, checkIns } = facts;
  const network = preparePricing(portfolio, evaluate(facts, NOON));
  const plain = plainMs(facts) * RUNS;
  const rowWith = (readings: number): Row => {
    const known = portfolio.kpis.map((kpi) => {
      return [kpi.id, readingsOf(kpi, checkInsOf(checkIns, kpi.id)).slice(-readings)] as const;
    });
    const paceSamples = paceSamplesOf(portfolio, new Map(known));
    return {
      what: `10,000 Monte Carlo runs, 1,000 KPIs, ${readings} readings each`,
      ours: cpuMs(1, () => priceRange(network, 'K500', 14, { seed: 1, runs: RUNS, paceSamples })),
      beside: plain,
      besideWhat: '10,000 topological passes in typed arrays',
      unit: 'ms',
    };
  };
  return [rowWith(6), rowWith(50)];
}

function kilobytes(what: string, bytes: number): Row {
  return { what, ours: bytes, beside: null, besideWhat: '50 check-ins a KPI', unit: 'bytes' };
}

function repeat(work: () => unknown): void {
  for (let time = 0; time < TIMES; time += 1) work();
}
