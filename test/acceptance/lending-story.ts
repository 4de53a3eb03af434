import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A check-in of the story file, in its own words (local times, civil dates). */
export interface ToldCheckIn {
  readonly at: string;
  readonly kpi: string;
  readonly date: string;
  readonly value: number;
  readonly waitingOn?: { readonly what: string; readonly since: string; readonly expectedBy: string };
  readonly waitOver?: true;
}

export interface ToldVersion {
  readonly name: string;
  readonly checkIns: readonly ToldCheckIn[];
  readonly expected: Readonly<Record<string, unknown>>;
  readonly dayFound?: number;
}

const FILE = fileURLToPath(new URL('../../../shared/story/lending-launch.json', import.meta.url));

/** The story the product is accepted by; it lies beside the repository, not in it. Null: absent. */
export const LENDING_STORY: { readonly versions: readonly ToldVersion[] } | null = existsSync(FILE)
  ? (JSON.parse(readFileSync(FILE, 'utf8')) as { readonly versions: readonly ToldVersion[] })
  : null;

export const NO_STORY =
  'skipped: ../shared/story/lending-launch.json is absent, so only the sandbox’s own story is played here';

export function version(name: string): ToldVersion {
  const found = LENDING_STORY?.versions.find((one) => one.name === name);
  if (!found) throw new Error(`the story has no version “${name}”`);
  return found;
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** The days of the readings as a person types them into a header: "6 Mar". */
export function sheetDays(told: readonly ToldCheckIn[]): readonly string[] {
  const dates = [...new Set(told.map(({ date }) => date))].toSorted();
  return dates.map((date) => DAY.format(Date.parse(date)));
}
