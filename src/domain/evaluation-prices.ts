import type { Prices } from './evaluation-workings.ts';
import { type SetUp } from './evaluation-set-up.ts';
import { type Standing, changedStates } from './kpi-states.ts';
import type { KpiId, MinorUnits, ReachKpi } from './portfolio.ts';
import { type PriceFigures, type PriceLinks, linksOf } from './price-figures.ts';
import type { PricedObjective } from './price-network.ts';
import { forwardPass, leadingTo, objectiveDates } from './price-pass.ts';
import { childrenFirst, standing as standingFor } from './price-prepare.ts';
import { costOf } from './price.ts';
import { spreadOf } from './price-spread.ts';
import { roundHalfUp } from './price-loss.ts';

/** The default a price is asked for: two more weeks. SCREENS.md 8. */
export const PRICED_DAYS = 14;

/** A price, and everything of the network that was looked at to find it. */
interface FoundPrice {
  readonly cost: MinorUnits;
  readonly nodes: readonly number[];
  readonly goals: readonly number[];
}

/** The network as prices see it in one evaluation, with the prices found in it so far. */
export interface PriceBook {
  readonly setUp: SetUp;
  readonly states: Standing['states'];
  readonly goals: readonly PricedObjective[];
  readonly figures: PriceFigures;
  /** Before predecessors have their say; by place. */
  readonly own: Float64Array;
  /** 1 for each KPI that leads to something that has a price. */
  readonly isPriced: Uint8Array;
  readonly found: Map<number, FoundPrice>;
}

/**
 * What two more weeks on a KPI cost in one evaluation. Nothing is laid out until the first price is asked for; then,
 * of an earlier book, every price still holds of which nothing that was looked at has moved.
 */
export function pricesIn(standing: Standing, earlier: PriceBook | null): Prices {
  let book: PriceBook | null = null;
  const open = (): PriceBook => (book ??= bookOf(standing, earlier));
  return {
    lastBook: () => book ?? earlier,
    costOf: (kpi) => costIn(open(), kpi),
    isStale: (kpi) => !open().found.has(open().setUp.network.placeOf.get(kpi) ?? -1),
  };
}

function costIn(book: PriceBook, kpi: KpiId): MinorUnits | null {
  const { setUp, isPriced } = book;
  const place = setUp.network.placeOf.get(kpi);
  if (place === undefined) return keepCost(setUp, kpi);
  const { cost } = book.found.get(place) ?? priced(book, place);
  return isPriced[place] ? cost : null;
}

/** A keep KPI costs its weeks of breach. */
function keepCost({ portfolio, indexOf }: SetUp, kpi: KpiId): MinorUnits | null {
  const found = portfolio.kpis[indexOf.get(kpi) ?? -1];
  if (found?.kind !== 'keep' || found.breachPerWeek === undefined) return null;
  return roundHalfUp((found.breachPerWeek * PRICED_DAYS) / 7);
}

function priced({ figures, goals, found }: PriceBook, place: number): FoundPrice {
  const spread = spreadOf(figures, place, PRICED_DAYS);
  const price = {
    cost: costOf(goals, spread),
    nodes: [...spread.finishes.keys()],
    goals: [...spread.dates.keys()],
  };
  found.set(place, price);
  return price;
}

interface Layout {
  readonly links: PriceLinks;
  readonly goals: readonly PricedObjective[];
}

/** The part that only a changed set-up changes. */
const layouts = new WeakMap<SetUp, Layout>();

function layoutOf(setUp: SetUp): Layout {
  const known = layouts.get(setUp) ?? layOut(setUp);
  layouts.set(setUp, known);
  return known;
}

function layOut({ portfolio, network }: SetUp): Layout {
  const goals = childrenFirst(portfolio.objectives);
  const goalAt = new Map(goals.map(({ id }, at) => [id, at]));
  const goalOf = new Map(portfolio.initiatives.map(({ id, objective }) => [id, goalAt.get(objective) ?? -1]));
  const initiativeOf = new Map(portfolio.kpis.map(({ id, initiative }) => [id, initiative ?? '']));
  const kpis = network.order.map((id) => ({
    objective: goalOf.get(initiativeOf.get(id) ?? '') ?? -1,
    after: (network.predecessors.get(id) ?? []).map(({ from, type, lagDays }) => {
      return { from: network.placeOf.get(from) ?? -1, type, lagDays };
    }),
  }));
  return { links: linksOf(kpis, goals), goals };
}

function bookOf({ context: { setUp }, states }: Standing, earlier: PriceBook | null): PriceBook {
  const before = earlier?.setUp === setUp ? earlier : null;
  const { links, goals } = layoutOf(setUp);
  const size = setUp.network.order.length;
  const own = before ? before.own.slice() : new Float64Array(size);
  const remaining = before ? before.figures.remaining.slice() : new Float64Array(size);
  const settled = before ? before.figures.settled.slice() : new Uint8Array(size);
  for (const index of before ? changedStates(before.states, states) : states.keys()) {
    const place = setUp.placeOf[index] ?? -1;
    if (place < 0) continue;
    const stands = standingFor(setUp.portfolio.kpis[index] as ReachKpi, states[index], setUp.time);
    own[place] = stands.finish;
    remaining[place] = stands.remaining;
    settled[place] = stands.settled ? 1 : 0;
  }
  const finish = forwardPass({ links, remaining, settled }, own.slice());
  const date = objectiveDates(links, finish);
  const figures = { links, remaining, settled, finish, date };
  const book = {
    setUp,
    states,
    own,
    figures,
    goals: goals.map((goal, at) => ({ ...goal, date: date[at] ?? goal.due })),
    isPriced: pricedIn(figures, goals, before),
    found: new Map<number, FoundPrice>(),
  };
  if (before) keepFound(before, book);
  return book;
}

/** Only what is reached or reached no more changes where a KPI leads. */
function pricedIn(
  figures: PriceFigures,
  goals: readonly PricedObjective[],
  before: PriceBook | null,
): Uint8Array {
  const same = before?.figures.settled.every((settled, node) => settled === figures.settled[node]);
  if (before && same) return before.isPriced;
  const hasProfile = Uint8Array.from(goals, ({ profile }) => (profile.kind === 'none' ? 0 : 1));
  return leadingTo(figures, hasProfile);
}

function keepFound(before: PriceBook, book: PriceBook): void {
  const hasMoved = movedNodes(before, book);
  const hasGoalMoved = book.figures.date.map((date, at) => (date === before.figures.date[at] ? 0 : 1));
  for (const [place, price] of before.found) {
    const isPricedAlike = before.isPriced[place] === book.isPriced[place];
    const stands =
      !price.nodes.some((node) => hasMoved[node]) && !price.goals.some((goal) => hasGoalMoved[goal]);
    if (isPricedAlike && stands) book.found.set(place, price);
  }
}

/** 1 where another finish, more or less work, or reaching the target can change a price. */
function movedNodes({ figures: then }: PriceBook, { figures: now }: PriceBook): Uint8Array {
  const moved = new Uint8Array(now.settled.length);
  for (let node = 0; node < moved.length; node += 1) {
    const same =
      now.settled[node] === then.settled[node] &&
      now.finish[node] === then.finish[node] &&
      now.remaining[node] === then.remaining[node];
    if (!same) moved[node] = 1;
  }
  return moved;
}
