/** One line of the table: what we measured, and the same work done the plainest way, in the same run. */
export interface Row {
  readonly what: string;
  readonly ours: number;
  readonly beside: number | null;
  readonly besideWhat: string;
  readonly unit: Unit;
}

export type Unit = 'bytes' | 'KB' | 'ms' | 'per s' | 'syncs' | 'gzip KB';

export async function secondsOf(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** Median milliseconds of `rounds` rounds, after one round to warm up. */
export async function medianMs(rounds: number, work: () => unknown): Promise<number> {
  await work();
  return await coldMedianMs(rounds, work);
}

/** As `medianMs`, without the warm-up: for what happens once per process or folder. */
async function coldMedianMs(rounds: number, work: () => unknown): Promise<number> {
  return (await turnsMs(rounds, [work]))[0] ?? 0;
}

/** Median milliseconds of several works that take turns, so that a busy machine slows them alike. No warm-up. */
export async function turnsMs(rounds: number, works: readonly (() => unknown)[]): Promise<readonly number[]> {
  const times: number[][] = works.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, work] of works.entries()) times[index]?.push((await secondsOf(work)) * 1000);
  }
  return times.map(median);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Chance that is the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
