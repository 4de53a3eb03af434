/** A list's items by id, indexed once per list; of two with one id the first. Lists are never changed in place. */
export function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  const known = indexes.get(items);
  if (known) return known as ReadonlyMap<string, T>;
  const index = new Map<string, T>();
  for (const item of items) if (!index.has(item.id)) index.set(item.id, item);
  indexes.set(items, index);
  return index;
}

const indexes = new WeakMap<readonly unknown[], ReadonlyMap<string, unknown>>();
