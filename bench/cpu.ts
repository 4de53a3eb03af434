import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { median } from './measure.ts';

/**
 * Median CPU milliseconds of so many rounds, after one to warm up: processor time of this process, garbage collection
 * included. Unlike the clock on the wall it hardly minds what else the machine is doing.
 */
export function cpuMs(rounds: number, work: () => unknown): number {
  work();
  return median(Array.from({ length: rounds }, () => cpuOnce(work)));
}

export function cpuOnce(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Bytes on the heap that are still in use after everything else was collected. */
export function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
}
