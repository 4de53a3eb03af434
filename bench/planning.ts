import type { CheckIn } from '../src/domain/check-in.ts';
import { evaluate } from '../src/domain/evaluate.ts';
import { type Facts, factsFrom } from '../src/domain/facts.ts';
import type { Dependency, Portfolio, ReachKpi } from '../src/domain/portfolio.ts';
import { applyChanges } from '../src/domain/recalibration-change.ts';
import { planRecalibrations } from '../src/domain/recalibration-plan.ts';
import { instantAt } from '../src/domain/zoned-time.ts';
import { type Row, median } from './measure.ts';
import { day, portfolioOf, ZONE } from './portfolio.ts';
import { slotRows } from './slot.ts';

const TODAY = 75;
const AS_OF = instantAt(day(TODAY), 720, ZONE);
const ROUNDS = 5;
const SIZES = [100, 1000, 3000];
const NETWORK_SIZE = 20;
const KPIS_PER_OWNER = 3;

const SCENES: readonly (readonly [string, (size: number) => Facts])[] = [
  ['cases apart', apart],
  ['cases in networks of twenty', inNetworks],
  ['cases in one dense network', dense],
  ['KPIs behind one cause', oneCause],
];

/** What opens at one moment when everything leaves green at once, beside the evaluation that found it. CPU time. */
export async function planning(): Promise<readonly Row[]> {
  const rows = SCENES.flatMap(([name, scene]) =>
    SIZES.map((size) => rowOf(`${size.toLocaleString('en-US')} ${name}`, scene(size))),
  );
  return [...rows, ...(await slotRows())];
}

function rowOf(scene: string, facts: Facts): Row {
  const after = evaluate(facts, AS_OF);
  // A new object each time: nothing that was kept for an earlier round helps.
  const plan = (): unknown => applyChanges([], planRecalibrations({ facts, after: { ...after } }));
  return {
    what: `planning, ${scene} (CPU)`,
    ours: cpuMs(plan),
    beside: cpuMs(() => evaluate(facts, AS_OF)),
    besideWhat: 'evaluate() of the same portfolio',
    unit: 'ms',
  };
}

/** Median CPU milliseconds after one round to warm up. */
function cpuMs(work: () => unknown): number {
  work();
  return median(Array.from({ length: ROUNDS }, () => cpuOf(work)));
}

function cpuOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** No KPI waits for another; all are behind. */
function apart(size: number): Facts {
  return { ...dense(size), portfolio: { ...dense(size).portfolio, dependencies: [] } };
}

/** Each KPI waits for the two before it in its network, and has a reason of its own. */
function inNetworks(size: number): Facts {
  const dependencies = Array.from({ length: size }, (_, to) =>
    [to - 1, to - 2].map((from) => [from, to] as const),
  )
    .flat()
    .filter(([from, to]) => from >= 0 && Math.floor(from / NETWORK_SIZE) === Math.floor(to / NETWORK_SIZE))
    .map(([from, to]): Dependency => {
      return { from: `K${from}`, to: `K${to}`, type: 'finish-to-start', lagDays: -60 };
    });
  return { ...dense(size), portfolio: { ...dense(size).portfolio, dependencies } };
}

/** Each KPI waits for two of the two hundred before it: each invitation names hundreds of people who may come. */
function dense(size: number): Facts {
  const portfolio = withOwners(portfolioOf(size, 60));
  return factsOf(portfolio, portfolio.kpis);
}

/** One KPI is late and everything else starts after it. */
function oneCause(size: number): Facts {
  const network = withOwners(portfolioOf(size + 1, 60));
  const [cause, ...rest] = network.kpis as readonly ReachKpi[];
  if (!cause) throw new Error('a portfolio without KPIs');
  const later = rest.map((kpi): ReachKpi => {
    const plan = { ...kpi.plan, start: day(70), due: day(130) };
    return { ...kpi, plan, revisions: [{ revision: 1, at: 0, plan }] };
  });
  const dependencies = rest.map(({ id }): Dependency => {
    return { from: cause.id, to: id, type: 'finish-to-start', lagDays: 0 };
  });
  return factsOf({ ...network, kpis: [cause, ...later], dependencies }, [cause]);
}

function withOwners(portfolio: Portfolio): Portfolio {
  const kpis = portfolio.kpis.map((kpi, n) => ({ ...kpi, owner: `P${Math.floor(n / KPIS_PER_OWNER)}` }));
  const people = [...new Set(kpis.map(({ owner }) => owner))].map((id) => {
    return { id, name: id, appRole: 'Manager' as const };
  });
  return { ...portfolio, kpis, people: [...portfolio.people, ...people] };
}

/** These report yesterday that they are at half their pace, and that it will get worse. */
function factsOf(portfolio: Portfolio, reporting: Portfolio['kpis']): Facts {
  const at = AS_OF - 86_400_000;
  const checkIns = reporting.map(({ id, plan }): CheckIn => {
    const days = (Date.parse(day(TODAY - 1)) - Date.parse(plan.start)) / 86_400_000;
    const value = Math.floor((days / 60) * 100 * 0.5);
    const earlyWarning = { slipDays: 400, because: 'half the team has left' };
    return { id: `${id}-1`, kpi: id, at, date: day(TODAY - 1), value, earlyWarning };
  });
  return factsFrom({ portfolio, checkIns, decisions: [], recalibrations: [] });
}
