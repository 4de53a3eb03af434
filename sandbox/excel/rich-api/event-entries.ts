import { assertNever } from '../../../src/domain/result.ts';
import { areaText } from '../model/address.ts';
import { intersection, overlaps } from '../model/area.ts';
import type { CellValue } from '../model/cell.ts';
import type { ChangedEvent, WorkbookEvent } from '../model/workbook-event.ts';
import { plainValue, valueType } from './cell-text.ts';
import { EventType, WORKBOOK_TARGET, type EventEntry } from './event-types.ts';
import { remote } from './remote.ts';
import type { Session } from './session.ts';

/** What a session is told about something that happened; only what it registered for. */
export function eventEntries(event: WorkbookEvent, session: Session): readonly EventEntry[] {
  return candidates(event, session).filter((entry) => session.wants(entry));
}

function candidates(event: WorkbookEvent, session: Session): readonly EventEntry[] {
  switch (event.kind) {
    case 'changed':
      return changed(event, session);
    case 'selected':
      return selected(event, session);
    case 'calculated':
      return both(EventType.sheetCalculated, event.sheet.id, { worksheetId: event.sheet.id, address: '' });
    case 'formatted':
      return both(EventType.sheetFormatChanged, event.sheet.id, {
        worksheetId: event.sheet.id,
        address: areaText(event.area),
        source: 'Local',
      });
    case 'activated':
      return both(EventType.sheetActivated, event.sheet.id, { worksheetId: event.sheet.id });
    case 'deactivated':
      return both(EventType.sheetDeactivated, event.sheet.id, { worksheetId: event.sheet.id });
    case 'sheet-added':
      return [
        {
          type: EventType.sheetAdded,
          targetId: WORKBOOK_TARGET,
          message: { worksheetId: event.sheet.id, source: 'Local' },
        },
      ];
    case 'sheet-deleted':
      return [
        {
          type: EventType.sheetDeleted,
          targetId: WORKBOOK_TARGET,
          message: { worksheetId: event.sheet.id, source: 'Local' },
        },
      ];
    case 'table-added':
    case 'table-deleted':
      return tableLife(event.kind === 'table-added' ? EventType.tableAdded : EventType.tableDeleted, event);
    case 'protection':
      return both(EventType.protectionChanged, event.sheet.id, {
        worksheetId: event.sheet.id,
        isProtected: event.sheet.protection !== undefined,
        source: 'Local',
      });
    case 'sheet-changed':
    case 'settings':
    case 'editing':
      return [];
    default:
      return assertNever(event);
  }
}

function both(type: number, id: string, message: EventEntry['message']): readonly EventEntry[] {
  return [id, WORKBOOK_TARGET].map((targetId) => ({ type, targetId, message }));
}

function changed(event: ChangedEvent, session: Session): readonly EventEntry[] {
  const { sheet, area } = event;
  const common = {
    changeType: event.changeType,
    source: 'Local',
    worksheetId: sheet.id,
    address: areaText(area),
    shiftDirection: 'None',
    ...details(event),
  };
  const tables = session.workbook.tables.filter((t) => t.sheet === sheet && overlaps(t.area, area));
  const entries = [
    ...both(EventType.sheetChanged, sheet.id, common),
    ...tables.flatMap((t) =>
      tableTargets(t.id, sheet.id, {
        ...common,
        tableId: t.id,
        address: areaText(intersection(t.area, area) ?? area),
      }),
    ),
  ];
  if (!entries.some((entry) => session.wants(entry))) return [];
  const referenceId = session.keep(remote('Range', { sheet, area }));
  return entries.map((entry) => ({ ...entry, message: { ...entry.message, referenceId } }));
}

function tableTargets(
  tableId: string,
  sheetId: string,
  message: EventEntry['message'],
): readonly EventEntry[] {
  return [tableId, sheetId, WORKBOOK_TARGET].map((targetId) => ({
    type: EventType.tableChanged,
    targetId,
    message,
  }));
}

/** valueBefore and valueAfter exist for single cells only. */
function details(event: ChangedEvent): EventEntry['message'] {
  if (event.before === undefined || event.after === undefined) return {};
  const typed = (value: CellValue) => valueType(value);
  return {
    valueBefore: plainValue(event.before),
    valueAfter: plainValue(event.after),
    valueTypeBefore: typed(event.before),
    valueTypeAfter: typed(event.after),
  };
}

function selected(
  event: Extract<WorkbookEvent, { kind: 'selected' }>,
  session: Session,
): readonly EventEntry[] {
  const { sheet, area } = event;
  const message = { address: areaText(area), worksheetId: sheet.id };
  const tables = session.workbook.tables.filter((t) => t.sheet === sheet);
  return [
    ...both(EventType.sheetSelection, sheet.id, message),
    ...tables.map((t) => {
      const isInsideTable = overlaps(t.area, area);
      return {
        type: EventType.tableSelection,
        targetId: t.id,
        message: { ...message, tableId: t.id, isInsideTable, address: isInsideTable ? message.address : '' },
      };
    }),
  ];
}

function tableLife(
  type: number,
  event: Extract<WorkbookEvent, { kind: 'table-added' | 'table-deleted' }>,
): readonly EventEntry[] {
  const { id, sheet, name } = event.table;
  const message = { tableId: id, tableName: name, worksheetId: sheet.id, source: 'Local' };
  return [sheet.id, WORKBOOK_TARGET].map((targetId) => ({ type, targetId, message }));
}
