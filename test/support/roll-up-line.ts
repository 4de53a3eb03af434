import { planNetwork } from '../../src/domain/network.ts';
import type { Portfolio } from '../../src/domain/portfolio.ts';
import { type PriceOf, type RollUpInput, bucketOf } from '../../src/domain/roll-up.ts';
import { treeOf } from '../../src/domain/roll-up-tree.ts';
import type { KpiState, Reason, ReasonCode, Status } from '../../src/domain/status.ts';
import { dependency, initiative, keep, kpiState, objective, portfolioOf, reach } from './network-builder.ts';

const IN = { initiative: 'I' };
const STATUS = new Map<string, Status>([
  ['idle', 'green'],
  ['stopped', 'green'],
]);
const CODE = new Map<string, ReasonCode>([
  ['green', 'on-plan'],
  ['idle', 'not-started'],
  ['stopped', 'stopped'],
  ['silent', 'silent'],
]);
const TOKEN = /^(~?)(\w+)=(\w+)(?::(\d+))?(?:\/([\w-]+))?$/;

/** One line of roll-up*.tsv: KPIs of initiative I under objective O under P, their states, prices and dependencies. */
export function rollUpInputFrom(kpis: string, before = '', prices = ''): RollUpInput {
  const tokens = words(kpis).map((token) => TOKEN.exec(token) ?? []);
  const portfolio = portfolioOf({
    objectives: [objective('O', 90, { parent: 'P' }), objective('P', 90)],
    initiatives: [initiative('I', 'O')],
    kpis: tokens.map(([, kept, id = '']) => (kept ? keep(id, IN) : reach(id, [0, 10], IN))),
    dependencies: words(before).map((edge) => dependency(edge.charAt(0), edge.charAt(2))),
  });
  const states = tokens.map(stateFrom);
  return { ...standingIn(portfolio, states), priceOf: prices === '' ? undefined : priceFrom(prices) };
}

function standingIn(portfolio: Portfolio, states: readonly KpiState[]): RollUpInput {
  const network = planNetwork(portfolio);
  return {
    branches: treeOf(portfolio).objectives,
    states,
    buckets: Uint8Array.from(states, bucketOf),
    network,
    placeOf: Int32Array.from(portfolio.kpis, ({ id }) => network.placeOf.get(id) ?? -1),
  };
}

function stateFrom([, kept, id = '', colour = '', float = '0', told]: readonly (
  string | undefined
)[]): KpiState {
  const code = (told ?? CODE.get(colour) ?? (kept ? 'outside-band' : 'slip')) as ReasonCode;
  return kpiState(id, {
    status: STATUS.get(colour) ?? (colour as Status),
    float: kept ? null : Number(float),
    counts: colour !== 'idle' && colour !== 'stopped',
    reasons: reasonsFor(code),
  });
}

/** The same reasons are the same object, as in an evaluation that goes on from an earlier one. */
function reasonsFor(code: ReasonCode): readonly Reason[] {
  const reasons = known.get(code) ?? [{ code, status: 'yellow', facts: {}, readings: [] }];
  known.set(code, reasons);
  return reasons;
}

const known = new Map<ReasonCode, readonly Reason[]>();

export function priceFrom(prices: string): PriceOf {
  const found = new Map(words(prices).map((word) => word.split(':') as [string, string]));
  return (kpi) => (found.has(kpi) ? Number(found.get(kpi)) : null);
}

export function words(text: string): readonly string[] {
  return text.split(' ').filter((word) => word !== '' && word !== '-');
}
