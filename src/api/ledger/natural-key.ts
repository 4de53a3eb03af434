import { assertNever } from '../../domain/result.ts';
import { type LedgerEvent, isRecalibrationEvent } from './ledger-event.ts';

/** What makes an event single within its tenant; null where it may be repeated. The database enforces it. */
export function naturalKeyOf(event: LedgerEvent): string | null {
  if (isRecalibrationEvent(event)) return null;
  switch (event.type) {
    case 'tenant-set-up':
      return 'tenant';
    case 'person-added':
      return `person:${event.data.person.id}`;
    case 'objective-added':
      return `objective:${event.data.objective.id}`;
    case 'initiative-added':
      return `initiative:${event.data.initiative.id}`;
    case 'kpi-adopted':
      return `kpi:${event.data.kpi.id}`;
    case 'check-in-accepted':
      return `check-in:${event.data.checkIn.id}`;
    case 'decision-recorded':
      return `decision:${event.data.decision.id}`;
    case 'dependency-added':
    case 'kpi-linked':
    case 'mapping-saved':
    case 'status-changed':
      return null;
    default:
      return assertNever(event);
  }
}
