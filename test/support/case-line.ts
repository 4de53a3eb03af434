import type { CheckIn } from '../../src/domain/check-in.ts';
import type { Decision } from '../../src/domain/decision.ts';
import type { Facts } from '../../src/domain/facts.ts';
import type { Cadence, KeepKpi, KeepPlan, Kpi, ReachKpi, ReachPlan } from '../../src/domain/portfolio.ts';
import { type Instant, instantAt } from '../../src/domain/zoned-time.ts';
import { day, initiative, keep, objective, portfolioOf, reach } from './network-builder.ts';
import { logOf } from '../../src/domain/check-in-log.ts';

/**
 * The shorthand of test/domain/cases/*.tsv. Days are numbers; day 0 is Monday 2026-03-02, Europe/Berlin.
 *
 * KPI: `reach 0>120 0..42 [tol=5] [step=1] [inc] [points=14:50,28:50] [cad=week:tuesday,friday]`
 *      `keep ..10 0..100 [hard=..12]`, bands as `lower..upper` with either side left out.
 * What happened: check-ins `4=11` (day 4, value 11, sent at 10:00), `4@15:30=11`, `9/7=11` (sent day 9, dated day 7),
 * `4=11#a` with an id, `9=12^a` correcting it, then `+wait:export:7`, `+over`, `+over:export`, `+warn:10`;
 * decisions `!7` (hold, day 7, 12:00), `!7stop`, `!7due=60,target=90`.
 */
export const KPI_ID = 'K';

export function kpiFrom(spec: string): Kpi {
  const [kind, range = '', span = '', ...options] = spec.split(' ');
  const option = new Map(options.map((text) => text.split('=') as [string, string | undefined]));
  return kind === 'keep' ? keepFrom(range, span, option) : reachFrom(range, span, option);
}

type Options = ReadonlyMap<string, string | undefined>;

function reachFrom(range: string, span: string, option: Options): ReachKpi {
  const [baseline = 0, target = 0] = range.split('>').map(Number);
  const [start = 0, due = 0] = span.split('..').map(Number);
  const points = (option.get('points') ?? '').split(',').filter(Boolean).map(pointFrom);
  const plan: ReachPlan = { baseline, target, start: day(start), due: day(due), points };
  const readings = option.has('inc') ? 'increment' : 'level';
  return reach(KPI_ID, [start, due], { ...common(option), plan, readings, revisions: revisionsOf(plan) });
}

function keepFrom(band: string, span: string, option: Options): KeepKpi {
  const [start = 0, due = 0] = span.split('..').map(Number);
  const [lower, upper] = limits(band);
  const [hardLower, hardUpper] = limits(option.get('hard') ?? '..');
  const plan: KeepPlan = {
    ...(lower === undefined ? {} : { lower }),
    ...(upper === undefined ? {} : { upper }),
    ...(hardLower === undefined ? {} : { hardLower }),
    ...(hardUpper === undefined ? {} : { hardUpper }),
    start: day(start),
    due: day(due),
  };
  return keep(KPI_ID, { ...common(option), plan, revisions: revisionsOf(plan) });
}

function revisionsOf<P>(plan: P) {
  return [{ revision: 1, at: 0, plan }];
}

function limits(text: string): readonly (number | undefined)[] {
  return text.split('..').map((part) => (part === '' ? undefined : Number(part)));
}

function pointFrom(text: string) {
  const [at = 0, value = 0] = text.split(':').map(Number);
  return { date: day(at), value };
}

function common(option: Options) {
  const [tolerance, step, cadence] = [option.get('tol'), option.get('step'), option.get('cad')];
  return {
    ...(tolerance === undefined ? {} : { toleranceDays: Number(tolerance) }),
    ...(step === undefined ? {} : { step: Number(step) }),
    ...(cadence === undefined ? {} : { cadence: cadenceFrom(cadence) }),
  };
}

export function cadenceFrom(text: string): Cadence {
  const [every = '', on = ''] = text.split(':');
  if (every === 'month') return { every, on: Number(on) };
  return { every, on: on.split(',') } as Cadence;
}

/** `4` is 10:00 on day 4; `4@15:30` its own time. */
export function momentFrom(text: string, timeZone = 'Europe/Berlin'): Instant {
  const [at = '0', clock = '10:00'] = text.split('@');
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return instantAt(day(Number(at)), hours * 60 + minutes, timeZone);
}

export interface CaseLine {
  readonly kpi: string;
  readonly events: string;
  /** Days from the KPI's due to its objective's. */
  readonly float?: number;
  /** Days off, as day numbers. */
  readonly holidays?: readonly number[];
}

/** The facts of one line: one KPI with its objective, so many days of float, and what happened. */
export function factsFrom({ kpi: spec, events, float = 0, holidays = [] }: CaseLine): Facts {
  const kpi = { ...kpiFrom(spec), initiative: 'I' };
  const tokens = events.split(' ').filter((token) => token !== '' && token !== '-');
  const due = Math.round((Date.parse(kpi.plan.due) - Date.parse(day(0))) / 86_400_000);
  return {
    portfolio: portfolioOf({
      kpis: [kpi],
      initiatives: [initiative('I', 'O')],
      objectives: [objective('O', due + float)],
      holidays: holidays.map(day),
    }),
    checkIns: logOf(tokens.filter((token) => !token.startsWith('!')).map(checkInFrom)),
    decisions: tokens.filter((token) => token.startsWith('!')).map(decisionFrom),
    recalibrations: [],
  };
}

export function checkInFrom(token: string): CheckIn {
  const [head = '', ...claims] = token.split('+');
  const [, sent = '', dated, value = '', id, corrects] =
    /^(\d+(?:@[\d:]+)?)(?:\/(\d+))?=(-?[\d.]+)(?:#(\w+))?(?:\^(\w+))?$/.exec(head) ?? [];
  const at = momentFrom(sent);
  return {
    id: id ?? `c${at}`,
    kpi: KPI_ID,
    at,
    date: day(Number(dated ?? sent.split('@')[0])),
    value: Number(value),
    ...(corrects === undefined ? {} : { supersedes: corrects }),
    ...Object.assign({}, ...claims.map(claimFrom)),
  };
}

function claimFrom(text: string): Partial<CheckIn> {
  const [kind, what = '', by = ''] = text.split(':');
  if (kind === 'over') return { waitOver: what === '' ? true : what };
  if (kind === 'warn') return { earlyWarning: { slipDays: Number(what), because: 'reasons' } };
  return { waitingOn: { what, kind: 'third-party', since: day(0), expectedBy: day(Number(by)) } };
}

function decisionFrom(token: string): Decision {
  const [, at = '0', what = ''] = /^!(\d+)(.*)$/.exec(token) ?? [];
  const fields = what.includes('=') ? what.split(',').map(planField) : [];
  return {
    id: token,
    at: momentFrom(`${at}@12:00`),
    cause: KPI_ID,
    by: 'owner-O',
    reason: 'reasons',
    choice: { kind: what === 'stop' ? 'stop' : fields.length > 0 ? 'pivot' : 'hold' },
    reviewDate: day(Number(at) + 14),
    ...(fields.length > 0 ? { plan: Object.fromEntries(fields) } : {}),
  };
}

function planField(text: string): readonly [string, string | number] {
  const [name = '', value = ''] = text.split('=');
  return [name, name === 'start' || name === 'due' ? day(Number(value)) : Number(value)];
}
