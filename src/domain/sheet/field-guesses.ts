import type { Assigned, ScoredColumn } from './assignment.ts';
import { ABSENT_THRESHOLD } from './field-evidence.ts';
import { FIELD_NAMES, type FieldCandidate, type FieldGuess, type FieldName } from './mapping.ts';
import { absenceReason, reasonFor } from './reasons.ts';

type LineOf = (index: number) => string;

const SHOWN_RUNNERS_UP = 3;
const LEAST_RUNNER_UP = -0.5;

/** Puts the assignment into the words and numbers of the pane. */
export function guessesOf(assigned: Assigned, lineOf: LineOf): Readonly<Record<FieldName, FieldGuess>> {
  const entries = FIELD_NAMES.map((field) => [field, guessOf(field, assigned, lineOf)] as const);
  return Object.fromEntries(entries) as unknown as Record<FieldName, FieldGuess>;
}

function guessOf(field: FieldName, assigned: Assigned, lineOf: LineOf): FieldGuess {
  const chosen = assigned.assignment[field];
  const free = assigned.ranking[field].filter(({ column }) => column.index !== chosen?.column.index);
  const rival = free.find(({ column }) => !isUsed(assigned, column.index));
  const describe = (scored: ScoredColumn, confidence: number): FieldCandidate =>
    candidate(field, { scored, confidence, assigned, lineOf });
  const runnersUp = free
    .filter(({ evidence }) => evidence.score > ABSENT_THRESHOLD + LEAST_RUNNER_UP)
    .slice(0, SHOWN_RUNNERS_UP)
    .map((scored) => describe(scored, chance(scored.evidence.score - ABSENT_THRESHOLD - 1)));
  if (chosen === undefined) {
    const near = rival?.evidence.score ?? -9;
    return {
      chosen: null,
      confidence: chance(ABSENT_THRESHOLD - near + 0.5),
      reason: absenceReason(field),
      runnersUp,
    };
  }
  const confidence = confidenceOf(chosen, rival);
  const named = describe(chosen, confidence);
  return { chosen: named, confidence, reason: named.reason, runnersUp };
}

function isUsed({ assignment }: Assigned, index: number): boolean {
  return Object.values(assignment).some(({ column }) => column.index === index);
}

/** Strength over the threshold, held down by a close rival. */
function confidenceOf(chosen: ScoredColumn, rival: ScoredColumn | undefined): number {
  const strength = chance((chosen.evidence.score - ABSENT_THRESHOLD) * 0.9);
  const lead = rival === undefined ? 9 : chosen.evidence.score - rival.evidence.score;
  return round(Math.min(strength, 0.55 + 0.45 * chance(lead * 2.5 - 1)));
}

function chance(logOdds: number): number {
  return round(1 / (1 + Math.exp(-logOdds)));
}

function round(value: number): number {
  return Math.min(0.99, Math.max(0.01, Math.round(value * 100) / 100));
}

function candidate(
  field: FieldName,
  from: { scored: ScoredColumn; confidence: number; assigned: Assigned; lineOf: LineOf },
): FieldCandidate {
  const { column, evidence } = from.scored;
  const target = from.assigned.assignment.target?.column.index;
  const reason = reasonFor(field, column, { evidence, confidence: from.confidence, ...(target === undefined ? {} : { target }) }); // prettier-ignore
  return {
    index: column.index,
    line: from.lineOf(column.index),
    header: column.header,
    confidence: from.confidence,
    reason,
  };
}
