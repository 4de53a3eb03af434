import { bandReason } from '../keep-band.ts';
import { LEAST_READINGS, processLimits, signalReason } from '../keep-signal.ts';
import { judgedReadings, signalReadings } from '../keep-state.ts';
import { type KpiRecord, lastDecisionAt } from '../kpi-record.ts';
import type { Judgement } from '../judgement.ts';
import type { KeepKpi } from '../portfolio.ts';
import type { Instant } from '../zoned-time.ts';
import type { KeepSteps } from './explanation.ts';
import { unasked } from './reach-rules.ts';
import type { RuleCheck } from './rule-check.ts';
import { calmRule, silenceRule, waitRules, warningRule } from './shared-rules.ts';

/** What a keep KPI is judged by. DESIGN.md 3.3. */
export function keepSteps(record: KpiRecord<KeepKpi>): KeepSteps {
  const last = judgedReadings(record).at(-1);
  const values = signalReadings(record).map(({ value }) => value);
  const decided = lastDecisionAt(record);
  return {
    plan: record.kpi.plan,
    reading: last ? { date: last.date, value: last.value } : null,
    values,
    decidedAt: Number.isFinite(decided) ? decided : null,
    limits: values.length >= LEAST_READINGS ? processLimits(values) : null,
  };
}

/** The rules of a keep KPI in the order of DESIGN.md 3.3; any early warning is yellow. */
export function keepRules(
  record: KpiRecord<KeepKpi>,
  judgement: Judgement,
  at: Instant,
): readonly RuleCheck[] {
  return [
    limitsRule(record, 'outside-hard-limit'),
    limitsRule(record, 'outside-band'),
    signalRule(record),
    ...waitRules(record, at),
    warningRule(record, at, 0),
    silenceRule(record, at),
    ...calmRule(judgement),
  ];
}

function limitsRule(record: KpiRecord<KeepKpi>, code: 'outside-hard-limit' | 'outside-band'): RuleCheck {
  const colour = code === 'outside-band' ? 'yellow' : 'red';
  const last = judgedReadings(record).at(-1);
  if (!last) return unasked(code, colour, 'reading');
  const { lower, upper, hardLower, hardUpper } = record.kpi.plan;
  const [low, high] = code === 'outside-band' ? [lower, upper] : [hardLower, hardUpper];
  const holds = bandReason(record.kpi.plan, last)?.code === code;
  const limits = { lower: low ?? null, upper: high ?? null };
  return { code, colour, holds, compared: { kind: 'limits', value: last.value, ...limits } };
}

function signalRule(record: KpiRecord<KeepKpi>): RuleCheck {
  const readings = signalReadings(record);
  if (readings.length < LEAST_READINGS) return unasked('signal', 'yellow', 'six-readings');
  const { plan } = record.kpi;
  const values = readings.map(({ value }) => value);
  const reason = signalReason(plan, readings);
  const confirmed = reason?.facts['confirmed'] === true;
  const compared = { kind: 'signal', plan, values, limits: processLimits(values), confirmed } as const;
  return { code: 'signal', colour: 'yellow', holds: reason !== null, compared };
}
