/**
 * A map over a list: `index` says where each key stands. Many maps share one index, and a changed one costs a copy of
 * its list, no more. In the order of the index.
 */
export class IndexedMap<V> implements ReadonlyMap<string, V> {
  readonly index: ReadonlyMap<string, number>;
  readonly list: readonly V[];

  constructor(index: ReadonlyMap<string, number>, list: readonly V[]) {
    this.index = index;
    this.list = list;
  }

  get size(): number {
    return this.index.size;
  }

  get(key: string): V | undefined {
    const at = this.index.get(key);
    return at === undefined ? undefined : this.list[at];
  }

  has(key: string): boolean {
    return this.index.has(key);
  }

  *entries(): MapIterator<[string, V]> {
    for (const [key, at] of this.index) yield [key, this.list[at] as V];
  }

  *values(): MapIterator<V> {
    for (const at of this.index.values()) yield this.list[at] as V;
  }

  keys(): MapIterator<string> {
    return this.index.keys();
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  forEach(visit: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }
}

/** Where each of some keys stands in their list. */
export function indexOf(keys: readonly string[]): ReadonlyMap<string, number> {
  return new Map(keys.map((key, at) => [key, at]));
}
