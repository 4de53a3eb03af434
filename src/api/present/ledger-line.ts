import { assertNever } from '../../domain/result.ts';
import { quantity, statusWord } from '../../domain/words/format.ts';
import type { LedgerEvent } from '../ledger/ledger-event.ts';
import type { IndexedView } from './view-index.ts';

/** One ledger entry in words. */
export function ledgerLine(view: IndexedView, event: LedgerEvent): string {
  switch (event.type) {
    case 'tenant-set-up':
      return `${event.data.name} set up, in ${event.data.currency}, ${event.data.timeZone}`;
    case 'person-added':
      return `${event.data.person.name} added`;
    case 'objective-added':
      return `Objective ${event.data.objective.name}`;
    case 'initiative-added':
      return `Initiative ${event.data.initiative.name}`;
    case 'kpi-adopted':
      return `KPI ${event.data.kpi.name}, owned by ${view.personOf(event.data.kpi.owner).name}`;
    case 'kpi-linked':
      return `${view.nameOf(event.data.kpi)} linked to a row of a workbook`;
    case 'dependency-added':
      return `${view.nameOf(event.data.dependency.to)} depends on ${view.nameOf(event.data.dependency.from)}`;
    case 'mapping-saved':
      return 'How a workbook reads was saved';
    case 'check-in-accepted': {
      const { checkIn } = event.data;
      const unit = view.kpiOf(checkIn.kpi)?.unit ?? '';
      return `${view.nameOf(checkIn.kpi)}: ${quantity(checkIn.value, unit, view.words)}`;
    }
    case 'decision-recorded':
      return `${view.nameOf(event.data.decision.cause)}: ${event.data.decision.choice.kind}`;
    case 'status-changed':
      return `${view.nameOf(event.data.id)} is ${statusWord(event.data.to)}`;
    case 'recalibration-opened':
    case 'recalibration-joined':
    case 'recalibration-left':
    case 'recalibration-released':
    case 'recalibration-escalated':
    case 'recalibration-alarm':
    case 'recalibration-booked':
    case 'recalibration-rebooked':
    case 'recalibration-kept':
    case 'recalibration-decided':
      return recalibrationLine(view, event);
    default:
      return assertNever(event);
  }
}

type RecalibrationEvent = Extract<LedgerEvent, { readonly type: `recalibration-${string}` }>;

function recalibrationLine(view: IndexedView, event: RecalibrationEvent): string {
  const id = event.type === 'recalibration-opened' ? event.data.recalibration.id : event.data.id;
  const cause = view.facts.recalibrations.find((one) => one.id === id)?.cause ?? '';
  const what = event.type.slice('recalibration-'.length).replaceAll('-', ' ');
  return `Recalibration of ${view.nameOf(cause)}: ${what}`;
}
