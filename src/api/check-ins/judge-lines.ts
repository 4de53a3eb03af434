import type { CheckInLine } from '../../contract/check-in-batch.ts';
import type { FieldProblem } from '../../contract/problem.ts';
import { checkCheckIn } from '../../domain/check-in-rules.ts';
import { type CheckInLog, checkInsOf, withCheckIn } from '../../domain/check-in-log.ts';
import type { CheckIn } from '../../domain/check-in.ts';
import type { Facts } from '../../domain/facts.ts';
import { kpiOf } from '../../domain/people.ts';
import type { Person } from '../../domain/portfolio.ts';
import type { Instant } from '../../domain/zoned-time.ts';
import { mayCheckIn } from '../auth/policies.ts';
import type { ReadLine } from '../http/handler.ts';
import { canonicalJson } from '../ledger/canonical-json.ts';
import { claimProblems } from './claim-problems.ts';
import { refusedBecause } from './refusal-sentence.ts';

/** What becomes of one line; `index` is its place in the batch. */
export type Judgement =
  | {
      readonly kind: 'accepted';
      readonly index: number;
      readonly line: CheckInLine;
      readonly checkIn: CheckIn;
    }
  | {
      readonly kind: 'repeated';
      readonly index: number;
      readonly line: CheckInLine;
      /** The check-in that says it already. */
      readonly of: string;
    }
  | {
      readonly kind: 'refused';
      readonly index: number;
      readonly line: Pick<CheckInLine, 'ref' | 'kpi'>;
      readonly errors: readonly FieldProblem[];
    };

export interface Sender {
  readonly person: Person;
  readonly now: Instant;
  /** Every id that was ever accepted. */
  readonly entryOf: Pick<ReadonlyMap<string, number>, 'has'>;
}

/**
 * Judges a batch line by line; a bad line spoils nothing but itself (DESIGN.md 4, Errors). Lines are judged in the
 * order of their dates, each with the good ones before it, so that a sheet may bring several periods at once.
 */
export function judgeLines(
  facts: Facts,
  lines: readonly ReadLine<CheckInLine>[],
  sender: Sender,
): readonly Judgement[] {
  const sent = new Map<string, CheckIn>();
  let checkIns = facts.checkIns;
  const spoiled = lines.flatMap((one): Judgement[] =>
    'spoiled' in one
      ? [{ kind: 'refused', index: one.index, line: one.spoiled, errors: one.spoiled.errors }]
      : [],
  );
  const judged = lines
    .flatMap((one) => ('line' in one ? [one] : []))
    .toSorted((a, b) => (a.line.date < b.line.date ? -1 : a.line.date > b.line.date ? 1 : 0))
    .map(({ line, index }): Judgement => {
      const place = { line, index };
      const before =
        sent.get(line.id) ?? checkInsOf(facts.checkIns, line.kpi).find(({ id }) => id === line.id);
      if (before) return { ...place, ...again(before, line, index) };
      // Known, but not of this KPI: it cannot have said the same.
      if (sender.entryOf.has(line.id)) return { ...place, ...reused(index) };
      const found = judge({ ...facts, checkIns }, place, sender);
      if ('repeats' in found) return { ...place, kind: 'repeated', of: found.repeats };
      if (!('id' in found)) return { ...place, kind: 'refused', errors: found };
      checkIns = withCheckIn(checkIns, found);
      sent.set(found.id, found);
      return { ...place, kind: 'accepted', checkIn: found };
    });
  return [...spoiled, ...judged].toSorted((a, b) => a.index - b.index);
}

interface Refused {
  readonly kind: 'refused';
  readonly errors: readonly FieldProblem[];
}

/** The same id twice is one entry, provided that it says the same. */
function again(
  before: CheckIn,
  line: CheckInLine,
  index: number,
): { readonly kind: 'repeated'; readonly of: string } | Refused {
  if (saidIn(before) === saidIn({ ...line, ...(line.corrects ? { supersedes: before.supersedes } : {}) })) {
    return { kind: 'repeated', of: before.id };
  }
  return reused(index);
}

function reused(index: number): Refused {
  const message = 'This line was already sent and said something else. Send the change as a new line.';
  return { kind: 'refused', errors: [{ at: `lines[${index}].id`, rule: 'id-reused', message }] };
}

/** Everything a sender says, as one text. */
function saidIn(said: { readonly [K in keyof CheckIn]?: CheckIn[K] | undefined }): string {
  const { kpi, date, value, waitingOn, waitOver, earlyWarning, objection, supersedes } = said;
  return canonicalJson({ kpi, date, value, waitingOn, waitOver, earlyWarning, objection, supersedes });
}

/** The reading stands already, sent from another device or workbook. */
interface Repeats {
  readonly repeats: string;
}

interface Place {
  readonly line: CheckInLine;
  readonly index: number;
}

function judge(
  facts: Facts,
  { line, index }: Place,
  { person, now }: Sender,
): CheckIn | Repeats | readonly FieldProblem[] {
  const refuse = (field: string, rule: string, message: string): readonly FieldProblem[] => [
    { at: `lines[${index}].${field}`, rule, message },
  ];
  const kpi = kpiOf(facts.portfolio, line.kpi);
  if (!kpi) return refuse('kpi', 'unknown-kpi', 'This KPI does not exist. Adopt the row first.');
  const initiative = facts.portfolio.initiatives.find(({ id }) => id === kpi.initiative);
  if (!mayCheckIn(person, kpi, initiative)) {
    const owner = facts.portfolio.people.find(({ id }) => id === kpi.owner)?.name ?? kpi.owner;
    return refuse('kpi', 'not-allowed', `Only ${owner} reports on ${kpi.name}.`);
  }
  const sameDay = standingOn(facts.checkIns, line);
  if (line.corrects && !sameDay) {
    return refuse('corrects', 'corrects-nothing', `There is no reading of ${line.date} to correct.`);
  }
  const adds = kpi.kind === 'reach' && kpi.readings === 'increment';
  if (sameDay && !line.corrects && !adds && sameDay.value !== line.value) {
    return refuse(
      'value',
      'already-reported',
      `${line.date} was already reported as ${sameDay.value}. Mark this line as a correction.`,
    );
  }
  if (sameDay && !line.corrects && !adds && saysTheSame(sameDay, line)) return { repeats: sameDay.id };
  const checkIn = checkInFrom(line, {
    now,
    person,
    ...(line.corrects && sameDay ? { corrected: sameDay } : {}),
  });
  const claims = claimProblems(facts, checkIn, index);
  if (claims.length > 0) return claims;
  const checked = checkCheckIn(facts, checkIn);
  if (checked.ok) return checkIn;
  const { code, field } = checked.error;
  return refuse(field, code, refusedBecause(checked.error));
}

/** Increments add: two of them may say the same and mean two things. Everything else said twice is said once. */
function saysTheSame(standing: CheckIn, line: CheckInLine): boolean {
  return saidIn({ ...standing, supersedes: undefined }) === saidIn(line);
}

/** The reading of that day that still counts: the last sent, uncorrected. */
function standingOn(checkIns: CheckInLog, { kpi, date }: CheckInLine): CheckIn | undefined {
  const own = checkInsOf(checkIns, kpi).filter((one) => one.date === date);
  const corrected = new Set(own.map(({ supersedes }) => supersedes));
  return own.findLast(({ id }) => !corrected.has(id));
}

interface Sent extends Omit<Sender, 'entryOf'> {
  readonly corrected?: CheckIn;
}

/** Every field by hand: nothing unknown of a request reaches the ledger. */
function checkInFrom(line: CheckInLine, { now, person, corrected }: Sent): CheckIn {
  const { waitingOn, waitOver, earlyWarning, objection } = line;
  return {
    id: line.id,
    kpi: line.kpi,
    at: now,
    date: line.date,
    value: line.value,
    by: person.id,
    ...(waitingOn ? { waitingOn } : {}),
    ...(waitOver === undefined ? {} : { waitOver }),
    ...(earlyWarning ? { earlyWarning } : {}),
    ...(objection ? { objection } : {}),
    ...(corrected ? { supersedes: corrected.id } : {}),
  };
}
