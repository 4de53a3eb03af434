import type { Manifest } from './manifest.ts';

/** The package, and what the server offers beside it. */
export interface Package {
  readonly manifest: Manifest;
  /** Files inside the package, by their name in the manifest. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** Pictures the server offers, by path. */
  readonly hosted: ReadonlyMap<string, Buffer>;
}

/** The sentence, where the rule does not hold. */
export function unless(holds: boolean, problem: string): readonly string[] {
  return holds ? [] : [problem];
}

export function doubles(what: string, ids: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return ids.flatMap((id) => (seen.size === seen.add(id).size ? [`${what} ${id} stands twice`] : []));
}
