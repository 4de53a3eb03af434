import { withCheckIns } from '../../domain/check-in-log.ts';
import { withDecision } from '../../domain/decision-effect.ts';
import { applyChange } from '../../domain/recalibration-change.ts';
import { assertNever } from '../../domain/result.ts';
import { type LedgerEntry, isRecalibrationEvent } from '../ledger/ledger-event.ts';
import { type StateDraft, accountsIn, draftOf, setUpIn, transitionsIn, workbookIn } from './state-draft.ts';
import type { TenantState } from './tenant-state.ts';

/**
 * The state after more entries. Pure seen from outside: replaying a ledger gives the same state, always, in one go or
 * in pieces (DESIGN.md 3.11). Inside, one working copy is changed, so that long ledgers fold in linear time.
 */
export function applyEntries(state: TenantState, entries: readonly LedgerEntry[]): TenantState {
  if (entries.length === 0) return state;
  const draft = draftOf(state);
  for (const entry of entries) apply(draft, entry);
  // Nothing else of the fold looks at check-ins: together they cost each KPI one new list.
  const checkIns = entries.flatMap(({ event }) =>
    event.type === 'check-in-accepted' ? [event.data.checkIn] : [],
  );
  draft.facts.checkIns = withCheckIns(draft.facts.checkIns, checkIns);
  return draft;
}

function apply(draft: StateDraft, entry: LedgerEntry): void {
  draft.seq = entry.seq;
  draft.hash = entry.hash;
  draft.at = entry.at;
  if (entry.seq === 1) draft.began = entry.at;
  change(draft, entry);
}

function change(draft: StateDraft, { event, seq, at }: LedgerEntry): void {
  const { facts } = draft;
  if (isRecalibrationEvent(event)) {
    facts.recalibrations = applyChange(facts.recalibrations, event.data);
    return;
  }
  switch (event.type) {
    case 'tenant-set-up': {
      const { name, ...settled } = event.data;
      draft.name = name;
      Object.assign(setUpIn(draft), settled);
      break;
    }
    case 'person-added':
      setUpIn(draft).people.push(event.data.person);
      if (event.data.oid !== undefined) accountsIn(draft).set(event.data.oid, event.data.person.id);
      break;
    case 'objective-added':
      setUpIn(draft).objectives.push(event.data.objective);
      colour(draft, event.data.objective.id, at);
      break;
    case 'initiative-added':
      setUpIn(draft).initiatives.push(event.data.initiative);
      colour(draft, event.data.initiative.id, at);
      break;
    case 'dependency-added':
      setUpIn(draft).dependencies.push(event.data.dependency);
      break;
    case 'kpi-adopted':
      setUpIn(draft).kpis.push(event.data.kpi);
      colour(draft, event.data.kpi.id, at);
      link(draft, event.data.workbook, event.data.kpi.id);
      break;
    case 'kpi-linked':
      link(draft, event.data.workbook, event.data.kpi);
      break;
    case 'mapping-saved':
      workbookIn(draft, event.data.workbook).mapping = event.data.mapping;
      break;
    case 'check-in-accepted':
      draft.entryOf = draft.entryOf.with(event.data.checkIn.id, seq);
      break;
    case 'decision-recorded':
      facts.decisions = [...facts.decisions, event.data.decision];
      Object.assign(setUpIn(draft), withDecision(facts.portfolio, event.data.decision));
      break;
    case 'status-changed':
      transitionsIn(draft).push({ ...event.data, at });
      draft.colours = draft.colours.with(event.data.id, { status: event.data.to, since: at });
      break;
    default:
      assertNever(event);
  }
}

/** Everything counts as green until something is computed. */
function colour(draft: StateDraft, id: string, at: number): void {
  draft.colours = draft.colours.with(id, { status: 'green', since: at });
}

function link(draft: StateDraft, workbook: string | undefined, kpi: string): void {
  if (workbook === undefined) return;
  const { kpis } = workbookIn(draft, workbook);
  if (!kpis.includes(kpi)) kpis.push(kpi);
}
