import type { KpiId } from './portfolio.ts';
import type { CauseOf } from './recalibration-cause.ts';
import { type Recalibration, isCovering, isOpen } from './recalibration.ts';
import type { KpiState } from './status.ts';

/** What planning asks about a KPI again and again; the same for a whole moment. */
export interface CaseFacts {
  readonly causeOf: CauseOf;
  /** The third-party things a KPI waits for, overdue, by key. */
  readonly awaitedBy: (kpi: KpiId) => readonly string[];
}

/** A recalibration as planning sees it: one that stands, or one about to open. */
export interface Case {
  readonly cause: KpiId;
  /** Undefined: it is about to open. */
  readonly stands: Recalibration | undefined;
  /** Those it answers for already, and those that join now. */
  readonly covers: readonly KpiId[];
  readonly joining: KpiState[];
}

/** The cases of a moment, found by what they answer for. */
export interface Docket {
  /** Where a KPI belongs: an open case, else a decided one that did not know it. DESIGN.md 3.8. */
  readonly caseFor: (state: KpiState) => Case | undefined;
  readonly enter: (one: Case) => void;
  readonly join: (one: Case, state: KpiState) => void;
}

/** Makes the recalibrations of a moment ready for many questions: each is looked at once. */
export function docketOf(recalibrations: readonly Recalibration[], asOf: number, facts: CaseFacts): Docket {
  const [open, covering] = [indexOf(facts), indexOf(facts)];
  for (const one of recalibrations) {
    const entry = { cause: one.cause, stands: one, covers: one.covers, joining: [] };
    if (isOpen(one)) open.enter(entry);
    else if (isCovering(one, asOf)) covering.enter(entry);
  }
  const judged = judgements();
  return {
    caseFor: (state) =>
      firstOf(open.find(state), (group) => group[0]) ??
      firstOf(covering.find(state), (group) => group.findLast((one) => !judged(one).has(state.kpi))),
    enter: open.enter,
    join: (one, state) => {
      one.joining.push(state);
      (one.stands?.state === 'decided' ? covering : open).answerFor(one, state.kpi);
    },
  };
}

/** What a decision already knew is compared with then; only what it did not know may join its cover. */
function judgements(): (one: Case) => ReadonlySet<KpiId> {
  const known = new Map<Case, ReadonlySet<KpiId>>();
  return (one) => {
    const judged = known.get(one) ?? new Set(one.stands?.afterDecision?.map(({ kpi }) => kpi));
    known.set(one, judged);
    return judged;
  };
}

function firstOf(groups: readonly Group[], pick: (group: Group) => Case | undefined): Case | undefined {
  for (const group of groups) {
    const found = pick(group);
    if (found) return found;
  }
  return undefined;
}

/** In the order in which they opened. */
type Group = readonly Case[];

interface CaseIndex {
  /** Every case a KPI belongs to: those of its cause, those that answer for its cause, those of what it awaits. */
  readonly find: (state: KpiState) => readonly Group[];
  readonly enter: (one: Case) => void;
  readonly answerFor: (one: Case, kpi: KpiId) => void;
}

function indexOf({ causeOf, awaitedBy }: CaseFacts): CaseIndex {
  const byCause = new Map<KpiId, Case[]>();
  const byCovered = new Map<KpiId, Case[]>();
  const byAwaited = new Map<string, Case[]>();
  const answerFor = (one: Case, kpi: KpiId): void => {
    add(byCovered, kpi, one);
    for (const key of awaitedBy(kpi)) add(byAwaited, key, one);
  };
  return {
    answerFor,
    enter: (one) => {
      add(byCause, one.cause, one);
      for (const key of one.stands?.awaits ?? []) add(byAwaited, key, one);
      for (const kpi of one.covers) answerFor(one, kpi);
    },
    find: (state) => {
      const cause = causeOf(state);
      const through = cause === state.kpi ? [] : (byCovered.get(cause) ?? []);
      const awaiting = awaitedBy(state.kpi).flatMap((key) => byAwaited.get(key) ?? []);
      return [byCause.get(cause) ?? [], through, awaiting];
    },
  };
}

function add<K>(index: Map<K, Case[]>, key: K, one: Case): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [one]);
  else if (known.at(-1) !== one) known.push(one);
}
