import { checkCheckIn, refusalWords } from '../check-in-rules.ts';
import { logOf, withCheckIn } from '../check-in-log.ts';
import type { CheckIn } from '../check-in.ts';
import type { Decision } from '../decision.ts';
import type { Portfolio } from '../portfolio.ts';
import { type Fields, type Reader, entries, list, object, refuse } from './json-source.ts';
import { checkInId, checkInReader } from './read-check-in.ts';
import { decisionReader } from './read-decision.ts';
import { type ExpectedIds, NOTHING_EXPECTED, expectedReader } from './read-expected.ts';
import { readCadence } from './read-kpi.ts';
import { readSettings } from './read-portfolio.ts';
import { idIn, text, wholeIn } from './read-values.ts';
import type { Expected, StoryVersion } from './story.ts';

interface VersionContext {
  readonly portfolio: Portfolio;
  readonly known: ExpectedIds;
}

export function versionReader(context: VersionContext): Reader<StoryVersion> {
  const { portfolio, known } = context;
  const ids = { ...known, initiatives: new Set(portfolio.initiatives.map(({ id }) => id)) };
  return (source) =>
    object(source, (f) => {
      f.at('about');
      const name = f.need('name', text);
      const checkIns = numbered(f.or('checkIns', list(checkInReader(known.kpis, known.zone)), []));
      const decisions = f.or('decisions', list(decisionReader(ids, known.zone)), []);
      const paths = new Map([...pathsOf(f, 'checkIns', checkIns), ...pathsOf(f, 'decisions', decisions)]);
      const inOrder = checkIns.toSorted((a, b) => a.at - b.at);
      refuseCheckIns(portfolio, inOrder, paths);
      return {
        name,
        checkIns: inOrder,
        decisions: decisions.toSorted((a, b) => a.at - b.at),
        cadence: new Map(f.or('cadence', cadencesReader(known), [])),
        settings: f.or('settings', readSettings, {}),
        expected: readExpected(f, known),
        paths,
      };
    });
}

function cadencesReader(known: ExpectedIds) {
  return (source: Parameters<typeof readCadence>[0]) =>
    entries(source, readCadence).map(([kpi, cadence]) => {
      idIn(known.kpis, 'KPI')({ ...source, path: `${source.path}.${kpi}`, value: kpi });
      return [kpi, cadence] as const;
    });
}

function readExpected(f: Fields, known: ExpectedIds): Expected {
  const expected = f.or('expected', expectedReader(known), NOTHING_EXPECTED);
  if (f.source.value !== null && f.at('dayFound').value === null) return { ...expected, dayFound: null };
  return { ...expected, ...f.may('dayFound', wholeIn(1, 100_000)) };
}

/** Two check-ins of one KPI sent in the same minute stay two. */
function numbered(checkIns: readonly CheckIn[]): readonly CheckIn[] {
  const seen = new Map<string, number>();
  return checkIns.map((checkIn) => {
    const nth = seen.get(checkIn.id) ?? 0;
    seen.set(checkIn.id, nth + 1);
    return { ...checkIn, id: checkInId(checkIn.kpi, checkIn.at, nth) };
  });
}

function pathsOf(
  f: Fields,
  key: string,
  events: readonly (CheckIn | Decision)[],
): readonly (readonly [string, string])[] {
  return events.map(({ id }, i) => [id, `${f.source.path}.${key}[${i}]`] as const);
}

function refuseCheckIns(
  portfolio: Portfolio,
  checkIns: readonly CheckIn[],
  paths: ReadonlyMap<string, string>,
): void {
  let earlier = logOf([]);
  for (const checkIn of checkIns) {
    const result = checkCheckIn({ portfolio, checkIns: earlier }, checkIn);
    earlier = withCheckIn(earlier, checkIn);
    if (result.ok) continue;
    refuse({ path: `${paths.get(checkIn.id) ?? ''}.${result.error.field}` }, refusalWords(result.error));
  }
}
