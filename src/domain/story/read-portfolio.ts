import { findCircle } from '../dependency-circle.ts';
import { DEFAULT_SETTINGS, type Dependency, type Kpi, type Portfolio, type Settings } from '../portfolio.ts';
import { type Fields, type Reader, type Source, list, object, refuse } from './json-source.ts';
import { readKpi } from './read-kpi.ts';
import { readPerson } from './read-person.ts';
import { currency, date, figureIn, idIn, oneOf, timeZone, wholeIn, workWeek } from './read-values.ts';
import { initiativeReader, objectiveReader, refuseParentCircle } from './read-work.ts';

/** The tenant and its work; every reference is checked where it stands. */
export function readPortfolio(f: Fields): Portfolio {
  const people = f.need('people', list(readPerson));
  const personIds = uniqueIds(f.at('people'), people, new Set());
  const taken = new Set<string>();
  const objectiveIds = idsAhead(f.at('objectives'));
  const objectives = f.need(
    'objectives',
    list(objectiveReader({ people: personIds, objectives: objectiveIds })),
  );
  uniqueIds(f.at('objectives'), objectives, taken);
  refuseParentCircle(f.at('objectives'), objectives);
  const initiatives = f.need(
    'initiatives',
    list(initiativeReader({ people: personIds, objectives: objectiveIds })),
  );
  const initiativeIds = uniqueIds(f.at('initiatives'), initiatives, taken);
  const kpis = f.need('kpis', list(readKpi({ people: personIds, initiatives: initiativeIds })));
  uniqueIds(f.at('kpis'), kpis, taken);
  return {
    timeZone: f.need('timeZone', timeZone),
    currency: f.need('currency', currency),
    workWeek: f.need('workWeek', workWeek),
    holidays: f.or('holidays', list(date), []),
    settings: { ...DEFAULT_SETTINGS, ...f.or('settings', readSettings, {}) },
    people,
    objectives,
    initiatives,
    kpis,
    dependencies: readDependencies(f, kpis),
  };
}

export const readSettings: Reader<Partial<Settings>> = (source) =>
  object(source, (f) => ({
    ...f.may('waitGraceDays', wholeIn(0, 365)),
    ...f.may('silenceGraceDays', wholeIn(0, 365)),
    ...f.may('minNoticeHours', figureIn(0, 168)),
    ...f.may('meetingsPerPersonPerWeek', wholeIn(1, 100)),
  }));

/** Ids that later or sibling entries may name, before the entries themselves are read. */
function idsAhead(source: Source): ReadonlySet<string> {
  const values: readonly unknown[] = Array.isArray(source.value) ? source.value : [];
  const ids = values.map((value) => (value as { id?: unknown } | null)?.id);
  return new Set(ids.filter((one) => typeof one === 'string'));
}

/** Statuses are printed by id, so one id names one objective, initiative or KPI of the whole file. */
function uniqueIds(
  source: Source,
  items: readonly { readonly id: string }[],
  taken: Set<string>,
): ReadonlySet<string> {
  for (const [i, { id }] of items.entries()) {
    if (taken.has(id)) refuse({ path: `${source.path}[${i}].id` }, `${JSON.stringify(id)} is taken already`);
    taken.add(id);
  }
  return new Set(items.map(({ id }) => id));
}

function readDependencies(f: Fields, all: readonly Kpi[]): readonly Dependency[] {
  const kpis = new Set(all.map(({ id }) => id));
  const keeps = new Set(all.flatMap(({ id, kind }) => (kind === 'keep' ? [id] : [])));
  const dependencies = f.or('dependencies', list(dependencyReader(kpis)), []);
  for (const [i, { from, to }] of dependencies.entries()) {
    if (keeps.has(from) || keeps.has(to))
      f.source.warn(`$.dependencies[${i}]: keep KPIs stand outside the network`);
  }
  refuseCircle(f, dependencies);
  return dependencies;
}

/** Which one closes the circle is asked only where there is one: asking costs the whole network each time. */
function refuseCircle({ source }: Fields, dependencies: readonly Dependency[]): void {
  if (!findCircle(dependencies)) return;
  for (const [i, added] of dependencies.entries()) {
    const circle = findCircle(dependencies.slice(0, i), added);
    if (circle)
      refuse({ path: `${source.path}.dependencies[${i}]` }, `closes a circle: ${circle.join(' → ')}`);
  }
}

function dependencyReader(kpis: ReadonlySet<string>): Reader<Dependency> {
  return (source) =>
    object(source, (f) => ({
      from: f.need('from', idIn(kpis, 'KPI')),
      to: f.need('to', idIn(kpis, 'KPI')),
      type: f.need('type', oneOf(['finish-to-start', 'finish-to-finish'])),
      lagDays: f.or('lagDays', wholeIn(-3650, 3650), 0),
    }));
}
