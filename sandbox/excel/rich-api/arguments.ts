import { invalidArgument } from './host-error.ts';
import { isA, type ClassName, type Remote } from './remote.ts';

/** The arguments of one call, read with office.js's own complaint when they do not fit. */
export class Arguments {
  readonly #values: readonly unknown[];

  constructor(values: readonly unknown[]) {
    this.#values = values;
  }

  raw(index: number): unknown {
    return this.#values[index];
  }

  given(index: number): boolean {
    return this.#values[index] !== undefined && this.#values[index] !== null;
  }

  text(index: number): string {
    const value = this.#values[index];
    if (typeof value !== 'string') throw invalidArgument();
    return value;
  }

  integer(index: number, fallback?: number): number {
    const value = this.given(index) ? this.#values[index] : fallback;
    if (typeof value !== 'number' || !Number.isInteger(value)) throw invalidArgument();
    return value;
  }

  flag(index: number, fallback: boolean): boolean {
    return this.given(index) ? this.#values[index] === true : fallback;
  }

  /** Names and ids; numbers are allowed where Excel numbers its items. */
  key(index: number): string | number {
    const value = this.#values[index];
    if (typeof value !== 'string' && typeof value !== 'number') throw invalidArgument();
    return value;
  }

  object<K extends ClassName>(index: number, className: K): Remote<K> {
    const value = this.#values[index];
    if (!isA(value, className)) throw invalidArgument();
    return value;
  }
}

/** A plain object out of a caller's value. */
export function record(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalidArgument();
  return value as Readonly<Record<string, unknown>>;
}
