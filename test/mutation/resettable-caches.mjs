// One process runs thousands of mutants, so what a module remembers (its Maps and WeakMaps) must not pass from one mutant to
// the next. While modules load, every Map and WeakMap they make is noted; `forget` brings them back to that state.

const atHome = { Map: globalThis.Map, WeakMap: globalThis.WeakMap };
const made = [];

class NotedMap extends atHome.Map {
  constructor(...entries) {
    super(...entries);
    made.push(this);
  }
}

class NotedWeakMap {
  #held = new atHome.WeakMap();

  constructor() {
    made.push(this);
  }
  get(key) {
    return this.#held.get(key);
  }
  has(key) {
    return this.#held.has(key);
  }
  set(key, value) {
    this.#held.set(key, value);
    return this;
  }
  delete(key) {
    return this.#held.delete(key);
  }
  clear() {
    this.#held = new atHome.WeakMap();
  }
}

/** Runs `loadModules` and answers a function that empties what they have remembered since. */
export async function noteCaches(loadModules) {
  Object.assign(globalThis, { Map: NotedMap, WeakMap: NotedWeakMap });
  try {
    await loadModules();
  } finally {
    Object.assign(globalThis, atHome);
  }
  const fresh = made.map((cache) => [cache, cache instanceof NotedMap ? [...cache] : []]);
  return function forget() {
    for (const [cache, entries] of fresh) {
      cache.clear();
      for (const [key, value] of entries) cache.set(key, value);
    }
  };
}
