import type { DayNumber } from './civil-date.ts';
import type { PriceFigures } from './price-figures.ts';
import { allowedBy } from './price-pass.ts';

/** How far a delay of one KPI reaches, by position in the network, ascending. */
export interface Spread {
  /** Each KPI whose finish was looked at, the delayed one first: its finish with the delay, moved or not. */
  readonly finishes: ReadonlyMap<number, DayNumber>;
  /** Each objective whose date was looked at: its date with the delay. */
  readonly dates: ReadonlyMap<number, DayNumber>;
}

/**
 * The forward pass with a delay (DESIGN.md 3.6, 3.7). It goes on only from what has moved: slack takes up most delays
 * after a few steps, and prices are asked often.
 */
export function spreadOf(figures: PriceFigures, node: number, days: number): Spread {
  const finishes = finishesFrom(figures, node, days);
  return { finishes, dates: datesWith(figures, finishes) };
}

function finishesFrom(figures: PriceFigures, node: number, days: number): ReadonlyMap<number, DayNumber> {
  const { finish, settled, links } = figures;
  const { first, at } = links.after;
  const found = new Map<number, DayNumber>([[node, (finish[node] as number) + days]]);
  const isWaiting = new Uint8Array(finish.length - node);
  isWaiting[0] = 1;
  const finishNow = (before: number): DayNumber => found.get(before) ?? (finish[before] as number);
  let last = node;
  for (let place = node; place <= last; place += 1) {
    if (!isWaiting[place - node]) continue;
    const stands = finish[place] as number;
    const day = found.get(place) ?? Math.max(stands, allowedBy(figures, finishNow, place));
    found.set(place, day);
    if (day <= stands) continue;
    for (let edge = first[place] as number; edge < (first[place + 1] as number); edge += 1) {
      const next = at[edge] as number;
      if (settled[next]) {
        found.set(next, finish[next] as number);
        continue;
      }
      isWaiting[next - node] = 1;
      if (next > last) last = next;
    }
  }
  return found;
}

/** Sub-objectives stand before their parents, so each is complete when it raises its parent. */
function datesWith(
  { finish, date, links }: PriceFigures,
  finishes: ReadonlyMap<number, DayNumber>,
): ReadonlyMap<number, DayNumber> {
  const dates = new Map<number, DayNumber>();
  const raise = (goal: number, day: DayNumber): void => {
    if (goal >= 0) dates.set(goal, Math.max(dates.get(goal) ?? (date[goal] as number), day));
  };
  for (const [node, day] of finishes) {
    if (day > (finish[node] as number)) raise(links.objective[node] as number, day);
  }
  const wanted = [...dates.keys()].sort((a, b) => a - b);
  for (let goal = wanted.shift(); goal !== undefined; goal = wanted.shift()) {
    const above = links.parent[goal] as number;
    if (above >= 0 && !dates.has(above)) insert(wanted, above);
    raise(above, dates.get(goal) as number);
  }
  return new Map([...dates].sort(([a], [b]) => a - b));
}

function insert(sorted: number[], value: number): void {
  let at = sorted.length;
  while (at > 0 && (sorted[at - 1] as number) > value) at -= 1;
  sorted.splice(at, 0, value);
}

/** The objectives that a KPI leads to, near or far, whether a delay moves them or not; ascending. */
export function goalsAfter({ links, settled }: PriceFigures, node: number): readonly number[] {
  const { first, at } = links.after;
  const reached = new Set([node]);
  const goals = new Set<number>();
  for (const place of reached) {
    goals.add(links.objective[place] as number);
    for (let edge = first[place] as number; edge < (first[place + 1] as number); edge += 1) {
      const next = at[edge] as number;
      if (!settled[next]) reached.add(next);
    }
  }
  for (const goal of goals) if (goal >= 0) goals.add(links.parent[goal] as number);
  goals.delete(-1);
  return [...goals].sort((a, b) => a - b);
}
