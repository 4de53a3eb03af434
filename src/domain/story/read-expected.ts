import type { Status } from '../status.ts';
import { REASON_CODES } from '../status.ts';
import type { TimeZone } from '../zoned-time.ts';
import { type Fields, type Reader, type Source, entries, list, object } from './json-source.ts';
import { date, figure, idIn, oneOf, text, wholeIn } from './read-values.ts';
import type {
  Expected,
  ExpectedNetwork,
  ExpectedPrice,
  ExpectedRecalibration,
  ExpectedStatus,
} from './story.ts';
import { time } from './story-time.ts';

export interface ExpectedIds {
  readonly people: ReadonlySet<string>;
  readonly kpis: ReadonlySet<string>;
  /** KPIs, initiatives and objectives. */
  readonly all: ReadonlySet<string>;
  readonly zone: TimeZone;
}

const STATUSES: readonly Status[] = ['green', 'yellow', 'red', 'silent'];
export const NOTHING_EXPECTED: Expected = { statuses: new Map(), recalibrations: [], noRecalibration: false };

export function expectedReader(known: ExpectedIds): Reader<Expected> {
  return (source) =>
    object(source, (f) => {
      const recalibrations = readRecalibrations(f, known);
      return {
        ...f.may('all', readAll),
        ...f.may('dayFound', wholeIn(1, 100_000)),
        recalibrations,
        noRecalibration: Array.isArray(f.at('recalibrations').value) && recalibrations.length === 0,
        statuses: readStatuses(f, known),
      };
    });
}

const RESERVED = new Set(['all', 'dayFound', 'recalibration', 'recalibrations']);

function readStatuses(f: Fields, known: ExpectedIds): Expected['statuses'] {
  // A list under a name that is no id is a mistake in the id; anything else there is an unknown key like any other.
  const ids = Object.keys(f.source.value as object).filter(
    (key) => !RESERVED.has(key) && (known.all.has(key) || Array.isArray(f.peek(key))),
  );
  return new Map(
    ids.map((id) => {
      idIn(known.all, 'KPI, initiative or objective')({ ...f.at(id), value: id });
      return [id, f.or(id, oneOrMore(statusReader(known)), [])];
    }),
  );
}

function statusReader(known: ExpectedIds): Reader<ExpectedStatus> {
  return (source) =>
    object(source, (f) => ({
      asOf: f.need('asOf', time(known.zone)),
      status: f.need('status', oneOf(STATUSES)),
      ...f.may('reason', oneOf(REASON_CODES)),
      ...f.may('slip', figure),
      ...f.may('decidedBy', idIn(known.kpis, 'KPI')),
      ...f.may('since', time(known.zone)),
      ...f.may('float', figure),
      ...(f.at('forecastFinish').value === null ? { forecastFinish: null } : f.may('forecastFinish', date)),
    }));
}

const readAll: Reader<NonNullable<Expected['all']>> = (source) =>
  object(source, (f) => ({
    ...f.may('status', oneOf(STATUSES)),
    ...f.may('recalibrations', wholeIn(0, 100_000)),
  }));

function readRecalibrations(f: Fields, known: ExpectedIds): readonly ExpectedRecalibration[] {
  const read = oneOrMore(recalibrationReader(known));
  return [...f.or('recalibration', read, []), ...f.or('recalibrations', read, [])];
}

function recalibrationReader(known: ExpectedIds): Reader<ExpectedRecalibration> {
  const people = list(idIn(known.people, 'person'));
  return (source) =>
    object(source, (f) => ({
      cause: f.need('cause', idIn(known.kpis, 'KPI')),
      ...f.may('openedBy', time(known.zone)),
      ...f.may('deadline', time(known.zone)),
      ...f.may('required', people),
      ...f.may('optional', people),
      ...f.may('decisionMaker', idIn(known.people, 'person')),
      ...f.may('count', wholeIn(0, 100_000)),
      ...f.may('revision', wholeIn(1, 100_000)),
    }));
}

function oneOrMore<T>(read: Reader<T>): Reader<readonly T[]> {
  return (source: Source) => (Array.isArray(source.value) ? list(read)(source) : [read(source)]);
}

export function networkReader(known: ExpectedIds): Reader<ExpectedNetwork> {
  const figures: Reader<ReadonlyMap<string, number>> = (source) => {
    const read = entries(source, figure);
    for (const [id] of read) idIn(known.kpis, 'KPI')({ ...source, path: `${source.path}.${id}`, value: id });
    return new Map(read);
  };
  return (source) =>
    object(source, (f) => ({
      ...f.may('float', figures),
      ...f.may('room', figures),
      ...f.may('tolerance', figures),
      ...f.may('crossFunctional', list(text)),
    }));
}

export function priceReader(known: ExpectedIds): Reader<ExpectedPrice> {
  return (source) =>
    object(source, (f) => ({
      kpi: f.need('kpi', idIn(known.kpis, 'KPI')),
      days: f.need('days', figure),
      ...f.may('moves', (moves) => new Map(entries(moves, date))),
      ...(f.at('cost').value === null ? { cost: null } : f.may('cost', figure)),
      ...f.may('owners', list(idIn(known.people, 'person'))),
    }));
}
