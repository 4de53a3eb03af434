import { everyCheckIn } from '../../domain/check-in-log.ts';
import type { Decision } from '../../domain/decision.ts';
import type { Kpi } from '../../domain/portfolio.ts';
import type { Recalibration } from '../../domain/recalibration.ts';
import type { LedgerEntry } from '../ledger/ledger-event.ts';
import type { TenantState } from '../state/tenant-state.ts';
import type { XlsxCell, XlsxSheet } from './xlsx-file.ts';

/** More rows than a sheet can hold are not written; the last one says so. */
export const MOST_ROWS = 1_000_000;

/** A tenant for people with a spreadsheet: what is set up, what was reported and decided, and who did what, when. */
export function peopleWorkbook(state: TenantState, entries: readonly LedgerEntry[]): readonly XlsxSheet[] {
  const names = namesIn(state);
  return [
    objectives(state, names),
    initiatives(state, names),
    kpis(state, names),
    checkIns(state, names),
    decisions(state, names),
    recalibrations(state, names),
    ledger(entries, names),
  ];
}

type NameOf = (id: string | undefined) => string | null;

function namesIn({ facts: { portfolio } }: TenantState): NameOf {
  const all = [portfolio.people, portfolio.objectives, portfolio.initiatives, portfolio.kpis];
  const names = new Map(all.flatMap((list) => list.map(({ id, name }) => [id, name] as const)));
  return (id) => (id === undefined ? null : (names.get(id) ?? id));
}

const date = (value: string | undefined): XlsxCell => (value === undefined ? null : { date: value });
const moment = (value: number | undefined): XlsxCell =>
  value === undefined ? null : { moment: new Date(value).toISOString() };

function objectives({ facts, colours }: TenantState, nameOf: NameOf): XlsxSheet {
  const { currency, objectives: list } = facts.portfolio;
  return {
    name: 'Objectives',
    headers: [
      'Id',
      'Objective',
      'Under',
      'Owner',
      'Due',
      'Status',
      'Delay profile',
      `Per week (${currency})`,
    ],
    rows: list.map(({ id, name, parent, owner, due, delayProfile }) => [
      id,
      name,
      nameOf(parent),
      nameOf(owner),
      date(due),
      colours.get(id)?.status ?? null,
      delayProfile.kind,
      delayProfile.kind === 'linear' ? inMajorUnits(delayProfile.perWeek, currency) : null,
    ]),
  };
}

/** A yen has no hundredth, a dinar a thousand; the standard knows (ISO 4217). */
function inMajorUnits(minor: number, currency: string): number {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return minor / 10 ** maximumFractionDigits;
}

function initiatives({ facts, colours }: TenantState, nameOf: NameOf): XlsxSheet {
  return {
    name: 'Initiatives',
    headers: ['Id', 'Initiative', 'Objective', 'Owner', 'Function', 'Impact', 'Likelihood', 'Status'],
    rows: facts.portfolio.initiatives.map(({ id, name, objective, owner, function: room, risk }) => [
      id,
      name,
      nameOf(objective),
      nameOf(owner),
      room,
      risk.impact,
      risk.likelihood,
      colours.get(id)?.status ?? null,
    ]),
  };
}

function kpis({ facts, colours }: TenantState, nameOf: NameOf): XlsxSheet {
  return {
    name: 'KPIs',
    headers: [
      'Id',
      'KPI',
      'Initiative',
      'Owner',
      'Unit',
      'Kind',
      'Baseline',
      'Target',
      'Lower',
      'Upper',
      'Start',
      'Due',
      'Revision',
      'Status',
    ],
    rows: facts.portfolio.kpis.map((kpi) => [
      kpi.id,
      kpi.name,
      nameOf(kpi.initiative),
      nameOf(kpi.owner),
      kpi.unit,
      kpi.kind,
      ...planCells(kpi),
      date(kpi.plan.start),
      date(kpi.plan.due),
      kpi.revisions.at(-1)?.revision ?? null,
      colours.get(kpi.id)?.status ?? null,
    ]),
  };
}

function planCells(kpi: Kpi): readonly XlsxCell[] {
  if (kpi.kind === 'reach') return [kpi.plan.baseline, kpi.plan.target, null, null];
  return [null, null, kpi.plan.lower ?? null, kpi.plan.upper ?? null];
}

function checkIns({ facts, entryOf }: TenantState, nameOf: NameOf): XlsxSheet {
  return {
    name: 'Check-ins',
    headers: [
      'Entry',
      'KPI',
      'Date',
      'Value',
      'Sent',
      'By',
      'Waiting for',
      'Expected by',
      'Early warning (days)',
      'Because',
      'Objection',
      'Corrects',
    ],
    rows: everyCheckIn(facts.checkIns).map((one) => [
      entryOf.get(one.id) ?? null,
      nameOf(one.kpi),
      date(one.date),
      one.value,
      moment(one.at),
      nameOf(one.by),
      one.waitingOn?.what ?? null,
      date(one.waitingOn?.expectedBy),
      one.earlyWarning?.slipDays ?? null,
      one.earlyWarning?.because ?? null,
      one.objection?.claim ?? null,
      one.supersedes ?? null,
    ]),
  };
}

function decisions({ facts }: TenantState, nameOf: NameOf): XlsxSheet {
  return {
    name: 'Decisions',
    headers: ['Id', 'KPI', 'Decision', 'Reason', 'Decided by', 'Decided', 'Review', 'Commitment'],
    rows: facts.decisions.map((one: Decision) => [
      one.id,
      nameOf(one.cause),
      one.choice.kind,
      one.reason,
      nameOf(one.by),
      moment(one.at),
      date(one.reviewDate),
      date(one.choice.kind === 'hold' ? one.choice.commitDate : undefined),
    ]),
  };
}

function recalibrations({ facts }: TenantState, nameOf: NameOf): XlsxSheet {
  return {
    name: 'Recalibrations',
    headers: [
      'Id',
      'KPI',
      'Revision',
      'State',
      'Opened',
      'Deadline',
      'Meeting',
      'Decision maker',
      'Required',
      'Decision',
      'Closed',
    ],
    rows: facts.recalibrations.map((one: Recalibration) => [
      one.id,
      nameOf(one.cause),
      one.revision,
      one.state,
      moment(one.openedAt),
      moment(one.deadline),
      moment(one.meeting?.start),
      nameOf(one.decisionMaker),
      one.required.map(nameOf).join('; '),
      one.decisionId ?? null,
      moment(one.closedAt),
    ]),
  };
}

function ledger(entries: readonly LedgerEntry[], nameOf: NameOf): XlsxSheet {
  const rows = entries
    .slice(0, MOST_ROWS)
    .map(({ seq, at, actor, event, hash }) => [
      seq,
      moment(at),
      nameOf(actor),
      event.type,
      JSON.stringify(event.data),
      hash,
    ]);
  const left = entries.length - rows.length;
  return {
    name: 'Ledger',
    headers: ['Entry', 'At', 'Actor', 'Type', 'What', 'Hash'],
    rows: left > 0 ? [...rows, [null, null, null, `${left} more entries are in the export of lines`]] : rows,
  };
}
