/** Beyond this many entries a leaf is split; small enough to copy, large enough not to be all pointers. */
const LEAF_SIZE = 16;
const BITS = 5;
const FAN = 1 << BITS;
const MOST_BITS = 30;

interface Leaf<V> {
  readonly entries: ReadonlyMap<string, V>;
}
interface Branch<V> {
  readonly children: readonly Node<V>[];
}
type Node<V> = Leaf<V> | Branch<V>;

/**
 * A map of which every version stays valid: `with` gives a new one that shares all but a few small pieces with the old
 * one, so that a change costs the same in a large map as in a small one. Entries come in no particular order, but
 * always in the same for the same keys.
 */
export class PersistentMap<V> implements ReadonlyMap<string, V> {
  readonly size: number;
  private readonly root: Node<V>;

  private constructor(root: Node<V>, size: number) {
    this.root = root;
    this.size = size;
  }

  static from<V>(entries: Iterable<readonly [string, V]>): PersistentMap<V> {
    const all = new Map(entries);
    return new PersistentMap(grownFrom([...all], 0), all.size);
  }

  get(key: string): V | undefined {
    let node = this.root;
    for (let [hash, depth] = [hashOf(key), 0]; 'children' in node; depth += BITS) {
      node = childAt(node, hash, depth);
    }
    return node.entries.get(key);
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  with(key: string, value: V): PersistentMap<V> {
    const size = this.has(key) ? this.size : this.size + 1;
    return new PersistentMap(placed(this.root, { key, value, hash: hashOf(key) }, 0), size);
  }

  *entries(): MapIterator<[string, V]> {
    yield* entriesOf(this.root);
  }

  *keys(): MapIterator<string> {
    for (const [key] of entriesOf(this.root)) yield key;
  }

  *values(): MapIterator<V> {
    for (const [, value] of entriesOf(this.root)) yield value;
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  forEach(visit: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [key, value] of entriesOf(this.root)) visit(value, key, this);
  }

  /** The keys whose value is another object than in `before`. What both share is not looked at. */
  changedSince(before: PersistentMap<V>): readonly string[] {
    const found: string[] = [];
    collectChanges(before.root, this.root, found);
    return found;
  }
}

interface Placing<V> {
  readonly key: string;
  readonly value: V;
  readonly hash: number;
}

function placed<V>(node: Node<V>, placing: Placing<V>, depth: number): Node<V> {
  const { key, value, hash } = placing;
  if ('children' in node) {
    const children = [...node.children];
    children[slotOf(hash, depth)] = placed(childAt(node, hash, depth), placing, depth + BITS);
    return { children };
  }
  const entries = new Map(node.entries).set(key, value);
  return entries.size > LEAF_SIZE && depth < MOST_BITS ? grownFrom([...entries], depth) : { entries };
}

function grownFrom<V>(entries: readonly (readonly [string, V])[], depth: number): Node<V> {
  if (entries.length <= LEAF_SIZE || depth >= MOST_BITS) return { entries: new Map(entries) };
  const slots: (readonly [string, V])[][] = Array.from({ length: FAN }, () => []);
  for (const entry of entries) slots[slotOf(hashOf(entry[0]), depth)]?.push(entry);
  return { children: slots.map((slot) => grownFrom(slot, depth + BITS)) };
}

function childAt<V>({ children }: Branch<V>, hash: number, depth: number): Node<V> {
  return children[slotOf(hash, depth)] ?? { entries: new Map() };
}

function slotOf(hash: number, depth: number): number {
  return (hash >>> depth) & (FAN - 1);
}

/** FNV-1a, mixed once more so that the low bits differ for keys that end alike. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function* entriesOf<V>(node: Node<V>): Generator<[string, V], undefined> {
  if ('children' in node) for (const child of node.children) yield* entriesOf(child);
  else yield* node.entries;
}

function collectChanges<V>(before: Node<V>, after: Node<V>, found: string[]): void {
  if (before === after) return;
  if ('children' in before && 'children' in after) {
    after.children.forEach((child, at) => {
      const then = before.children[at];
      if (then) collectChanges(then, child, found);
    });
    return;
  }
  const then = new Map(entriesOf(before));
  for (const [key, value] of entriesOf(after)) if (then.get(key) !== value) found.push(key);
}
