/** A value inside a JSON document, with the path that names it in messages. */
export interface Source {
  readonly value: unknown;
  /** `$.kpis[2].due`. */
  readonly path: string;
  readonly warn: (message: string) => void;
}

export type Reader<T> = (source: Source) => T;

/** Where a document breaks the format, and which rule it breaks. */
export interface StoryFault {
  readonly path: string;
  readonly rule: string;
}

/**
 * Carries a fault out of the readers to the one place that returns it: readers nest five deep, and only the first
 * fault is told.
 */
export class StoryFaultSignal extends Error {
  readonly fault: StoryFault;

  constructor(fault: StoryFault) {
    super(`${fault.path}: ${fault.rule}`);
    this.fault = fault;
  }
}

export function refuse({ path }: Pick<Source, 'path'>, rule: string): never {
  throw new StoryFaultSignal({ path, rule });
}

/** Keys that only people read; they may stand anywhere. */
export const FOR_PEOPLE: ReadonlySet<string> = new Set(['title', 'about']);

/** The fields of one object; every key that nobody read is warned about. */
export interface Fields {
  readonly source: Source;
  at(key: string): Source;
  /** The value of a key that stays unread. */
  peek(key: string): unknown;
  has(key: string): boolean;
  need<T>(key: string, read: Reader<T>): T;
  /** `{}` where the key is absent or null, so that it can be spread. */
  may<K extends string, T>(key: K, read: Reader<T>): { readonly [P in K]?: T };
  or<T>(key: string, read: Reader<T>, fallback: T): T;
}

export function object<T>(source: Source, build: (fields: Fields) => T): T {
  const record = recordOf(source);
  const seen = new Set<string>();
  const peek = (key: string): unknown => (Object.hasOwn(record, key) ? record[key] : undefined);
  const at = (key: string): Source => {
    seen.add(key);
    return { ...source, value: peek(key), path: pathTo(source.path, key) };
  };
  const has = (key: string): boolean => (at(key).value ?? null) !== null;
  const need = <V>(key: string, read: Reader<V>): V =>
    has(key) ? read(at(key)) : refuse(at(key), 'is missing');
  const or = <V>(key: string, read: Reader<V>, fallback: V): V => (has(key) ? read(at(key)) : fallback);
  const may = <K extends string, V>(key: K, read: Reader<V>): { readonly [P in K]?: V } =>
    (has(key) ? { [key]: read(at(key)) } : {}) as { readonly [P in K]?: V };
  const built = build({ source, at, peek, has, need, or, may });
  for (const key of Object.keys(record)) {
    if (!seen.has(key) && !FOR_PEOPLE.has(key))
      source.warn(`${pathTo(source.path, key)}: unknown key, ignored`);
  }
  return built;
}

/** The entries of an object used as a map. */
export function entries<T>(source: Source, read: Reader<T>): readonly (readonly [string, T])[] {
  return Object.entries(recordOf(source)).map(([key, value]) => [
    key,
    read({ ...source, value, path: pathTo(source.path, key) }),
  ]);
}

export function list<T>(read: Reader<T>): Reader<readonly T[]> {
  return (source) => {
    if (!Array.isArray(source.value)) return refuse(source, 'must be a list');
    return source.value.map((value: unknown, i) => read({ ...source, value, path: `${source.path}[${i}]` }));
  };
}

function recordOf(source: Source): Record<string, unknown> {
  const { value } = source;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refuse(source, 'must be an object');
  return value as Record<string, unknown>;
}

function pathTo(path: string, key: string): string {
  return /^[A-Za-z_][\w-]*$/u.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
}
