import type { CheckIn } from '../check-in.ts';
import type { TimeZone } from '../zoned-time.ts';
import { type Reader, object } from './json-source.ts';
import { date, figure, figureIn, idIn, text } from './read-values.ts';
import { time } from './story-time.ts';

/** A check-in's id: a story tells them apart by KPI and time of sending. */
export function checkInId(kpi: string, at: number, nth = 0): string {
  return `${kpi}@${new Date(at).toISOString()}${nth > 0 ? `/${nth}` : ''}`;
}

export function checkInReader(kpis: ReadonlySet<string>, zone: TimeZone): Reader<CheckIn> {
  return (source) =>
    object(source, (f) => {
      const [at, kpi] = [f.need('at', time(zone)), f.need('kpi', idIn(kpis, 'KPI'))];
      return {
        id: checkInId(kpi, at),
        kpi,
        at,
        date: f.need('date', date),
        value: f.need('value', figure),
        ...f.may('waitingOn', readWait),
        ...f.may('waitOver', readWaitOver),
        ...f.may('earlyWarning', readWarning),
        ...f.may('objection', readObjection),
        ...f.may('supersedes', (corrected) => checkInId(kpi, time(zone)(corrected))),
      };
    });
}

const readWait: Reader<NonNullable<CheckIn['waitingOn']>> = (source) =>
  object(source, (f) => ({
    what: f.need('what', text),
    kind: f.need('kind', text),
    since: f.need('since', date),
    expectedBy: f.need('expectedBy', date),
  }));

/** `true` ends every wait; a text ends the wait it names. */
const readWaitOver: Reader<boolean | string> = (source) =>
  typeof source.value === 'boolean' ? source.value : text(source);

const readWarning: Reader<NonNullable<CheckIn['earlyWarning']>> = (source) =>
  object(source, (f) => ({
    slipDays: f.need('slipDays', figureIn(0, 3650)),
    because: f.need('because', text),
  }));

const readObjection: Reader<NonNullable<CheckIn['objection']>> = (source) =>
  object(source, (f) => ({ claim: f.need('claim', text), byDate: f.need('byDate', date) }));
