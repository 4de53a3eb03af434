import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyCheckIn, logOf } from '../../../src/domain/check-in-log.ts';
import { addDays, dayOf, daysBetween } from '../../../src/domain/civil-date.ts';
import { pricesOf } from '../../../src/domain/evaluation-priced.ts';
import { evaluate } from '../../../src/domain/evaluate.ts';
import { explainKpi } from '../../../src/domain/explain/explain-kpi.ts';
import type { Explanation } from '../../../src/domain/explain/explanation.ts';
import type { Facts } from '../../../src/domain/facts.ts';
import { rounded } from '../../../src/domain/figure.ts';
import type { Evaluation, KpiState } from '../../../src/domain/status.ts';
import { parseStory } from '../../../src/domain/story/parse-story.ts';
import { type Snapshot, runVersion } from '../../../src/domain/story/run-version.ts';
import { endOfVersion, firstStart } from '../../../src/domain/story/story-moments.ts';
import { SPAN_DAYS, randomFacts } from '../../support/random-facts.ts';
import { moment } from '../../support/play.ts';

const OWN = fileURLToPath(new URL('../../stories', import.meta.url));
const LAUNCH = fileURLToPath(new URL('../../../../shared/story/lending-launch.json', import.meta.url));
const FILES = [
  ...readdirSync(OWN)
    .filter((name) => name.endsWith('.json'))
    .map((name) => `${OWN}/${name}`),
  ...(existsSync(LAUNCH) ? [LAUNCH] : []),
];

/** Everything one derivation says about one KPI agrees with what `evaluate` says, and with itself. */
function agrees(told: Explanation, facts: Facts, evaluation: Evaluation): void {
  const state = evaluation.kpis.get(told.kpi.id);
  expect(told.state).toBe(state);
  if (!state) return;
  figuresAgree(told);
  rulesAgree(told);
  expect(told.price.price.cost).toBe(pricesOf(facts, evaluation)(told.kpi.id));
  expect(told.review?.at ?? null).toBe(state.reviewAt);
  reviewAgrees(told);
}

function figuresAgree({ reach, state }: Explanation): void {
  if (!reach) return;
  const against = reach.againstShifted ?? reach.againstPlanned;
  expect({
    slip: against?.slip ?? 0,
    slipUnshifted: reach.againstPlanned?.slip ?? 0,
    planAtReading: against?.planValue ?? null,
    tolerance: rounded(reach.tolerance.days),
    float: reach.margins.float,
    room: reach.margins.room,
    forecastFinish: reach.pace?.finish ?? null,
    earliestFinish: reach.finish.earliest,
    reachedOn: reach.finish.reachedOn,
  }).toEqual(
    Object.fromEntries(
      (
        [
          'slip',
          'slipUnshifted',
          'planAtReading',
          'tolerance',
          'float',
          'room',
          'forecastFinish',
          'earliestFinish',
          'reachedOn',
        ] as const
      ).map((name) => [name, state[name]]),
    ),
  );
  partsAddUp({ reach, state });
}

/** What a controller adds up: tolerance, slip, the way to the due date, and the latest of the finishes. */
function partsAddUp({ reach, state }: Pick<Explanation, 'reach' | 'state'>): void {
  if (!reach) return;
  const { tolerance, margins, againstPlanned, finish } = reach;
  const { least, share, step } = tolerance.parts;
  expect(tolerance.days).toBe(tolerance.own ?? Math.max(least, share, step));
  if (againstPlanned) {
    const { elapsed, earned, slip } = againstPlanned;
    expect(slip).toBe(Math.max(0, rounded(elapsed - earned)));
  }
  const { path } = margins;
  expect(path).not.toBeNull();
  if (!path) return;
  const end = path.objective?.due ?? path.hops.at(-1)?.latest ?? path.due;
  const needed = path.hops.reduce((sum, { dependency, needs }) => sum + dependency.lagDays + needs, 0);
  expect(addDays(end, -needed)).toBe(path.latest);
  expect(daysBetween(path.due, path.latest)).toBe(margins.float);
  expect(daysBetween(finish.earliest, path.latest)).toBe(state.floatLeft);
  const own =
    finish.slipUnshifted === null ? -Infinity : dayOf(finish.due) + Math.floor(finish.slipUnshifted);
  const others = [finish.forecast, finish.predecessorsAllow, finish.today, finish.reachedOn];
  const days = others.flatMap((date) => (date === null ? [] : [dayOf(date)]));
  expect(dayOf(finish.earliest)).toBe(Math.max(dayOf(finish.due), own, ...days));
}

/** The rules that hold are the reasons; a red slip is told as red alone. */
function rulesAgree({ rules, state }: Explanation): void {
  const holding = rules.filter(({ holds }) => holds).map(({ code, colour }) => `${code}:${colour}`);
  const isRed = holding.includes('slip:red');
  const told = new Set(holding.filter((one) => !(isRed && one === 'slip:yellow')));
  const outside = told.has('outside-hard-limit:red');
  if (outside) told.delete('outside-band:yellow');
  const noted = state.reasons.filter(({ code, status }) => code !== 'dependency' || status !== 'green');
  expect(told).toEqual(
    new Set(noted.filter(({ code }) => code !== 'stopped').map(({ code, status }) => `${code}:${status}`)),
  );
}

/** Something is said then that is not said now; only being long silent changes what must be done, not what is said. */
function reviewAgrees({ review, state }: Explanation): void {
  if (!review || review.because.some(({ kind }) => kind === 'long-silent')) return;
  expect(said(review)).not.toEqual(said(state));
}

function said({ status, reasons }: Pick<KpiState, 'status' | 'reasons'>): string {
  return [status, ...reasons.map((reason) => `${reason.code}:${reason.status}`)].join();
}

describe('the derivation of a status', { timeout: 60_000 }, () => {
  it.each(FILES)('tells the figures of evaluate, whatever the moment: %s', (file) => {
    const parsed = parseStory(JSON.parse(readFileSync(file, 'utf8')));
    if (!parsed.ok) throw new Error(`${parsed.error.path}: ${parsed.error.rule}`);
    const story = parsed.value;
    let told = 0;
    for (const version of story.versions) {
      const [start, end] = [firstStart(story.portfolio), endOfVersion(story, version)];
      const asOfs = [0, 0.13, 0.31, 0.5, 0.77, 1].map((share) => Math.round(start + (end - start) * share));
      const run = runVersion(story, version, { asOfs, until: end });
      if (!run.ok) throw new Error(run.error.rule);
      for (const asOf of asOfs) {
        const snapshot = run.value.at.get(asOf) as Snapshot;
        for (const { id } of story.portfolio.kpis) {
          const explanation = explainKpi({ ...snapshot, kpi: id });
          if (!explanation) throw new Error(id);
          agrees(explanation, snapshot.facts, snapshot.evaluation);
          told += 1;
        }
      }
    }
    expect(told).toBeGreaterThan(0);
  });

  it('tells the figures of evaluate for any portfolio and moment', () => {
    fc.assert(
      fc.property(randomFacts(), fc.integer({ min: 0, max: SPAN_DAYS + 20 }), (later, on) => {
        const asOf = moment(on, 12);
        const facts = {
          ...later,
          checkIns: logOf(everyCheckIn(later.checkIns).filter(({ at }) => at <= asOf)),
        };
        const evaluation = evaluate(facts, asOf);
        for (const { id } of facts.portfolio.kpis) {
          const told = explainKpi({ facts, evaluation, since: new Map(), kpi: id });
          expect(told).not.toBeNull();
          if (told) agrees(told, facts, evaluation);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('knows no KPI that the portfolio does not have', () => {
    const [facts] = fc.sample(randomFacts(), { numRuns: 1, seed: 1 });
    if (!facts) throw new Error('no sample');
    const evaluation = evaluate(facts, moment(10, 12));
    expect(explainKpi({ facts, evaluation, since: new Map(), kpi: 'nobody' })).toBeNull();
  });
});
