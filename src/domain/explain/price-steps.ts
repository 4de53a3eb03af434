import { type CivilDate, type DayNumber, dateOf, dayOf } from '../civil-date.ts';
import type { DelayProfile, KpiId } from '../portfolio.ts';
import type { PricedKpi, PricingNetwork } from '../price-network.ts';
import type { Move, Price } from '../status.ts';

/** A price and how each date on its way comes about. DESIGN.md 3.7. */
export interface PriceSteps {
  readonly price: Price;
  /** The network it was taken from. */
  readonly network: PricingNetwork;
  /** The KPI's own finish without and with the delay; null for a keep KPI. */
  readonly own: { readonly from: CivilDate; readonly to: CivilDate } | null;
  readonly moves: readonly MoveStep[];
}

/** A date that moves, and what moves it. */
export interface MoveStep {
  readonly move: Move;
  /** The KPI or objective whose new date decides this one. */
  readonly by: string | null;
  /** Days between that date and this one: lag and, after a finish-to-start, what remains to do. */
  readonly lagDays: number;
  readonly remaining: number;
  /** An objective's due date and delay profile. */
  readonly due: CivilDate | null;
  readonly profile: DelayProfile | null;
}

export function priceSteps(price: Price, network: PricingNetwork): PriceSteps {
  const node = network.kpis.find(({ id }) => id === price.kpi);
  const own = node && { from: dateOf(node.finish), to: dateOf(node.finish + price.days) };
  const ends = new Map<string, DayNumber>(price.moves.map(({ id, to }) => [id, dayOf(to)]));
  if (own) ends.set(price.kpi, dayOf(own.to));
  const steps = price.moves.map((move) =>
    move.kind === 'kpi' ? kpiStep(move, network, ends) : objectiveStep(move, network, ends),
  );
  return { price, network, own: own ?? null, moves: steps };
}

type Ends = ReadonlyMap<string, DayNumber>;

function kpiStep(move: Move, { kpis }: PricingNetwork, ends: Ends): MoveStep {
  const kpi = kpis.find(({ id }) => id === move.id);
  const edges = (kpi?.after ?? []).map(({ from, type, lagDays }) => {
    const by = kpis[from]?.id ?? '';
    return { by, lagDays, remaining: type === 'finish-to-start' ? (kpi?.remaining ?? 0) : 0 };
  });
  const driver = edges.find(
    ({ by, lagDays, remaining }) => (ends.get(by) ?? -Infinity) + lagDays + remaining === dayOf(move.to),
  );
  return { move, by: null, lagDays: 0, remaining: 0, ...driver, due: null, profile: null };
}

function objectiveStep(move: Move, { kpis, objectives }: PricingNetwork, ends: Ends): MoveStep {
  const at = objectives.findIndex(({ id }) => id === move.id);
  const goal = objectives[at];
  const below: readonly KpiId[] = [
    ...kpis.filter((kpi: PricedKpi) => kpi.objective === at).map(({ id }) => id),
    ...objectives.filter(({ parent }) => parent === at).map(({ id }) => id),
  ];
  const by = below.find((id) => ends.get(id) === dayOf(move.to)) ?? null;
  const due = goal ? dateOf(goal.due) : null;
  return { move, by, lagDays: 0, remaining: 0, due, profile: goal?.profile ?? null };
}
