/** Event numbers of the wire (office-host.md 3.6). */
export const EventType = {
  sheetChanged: 10,
  sheetActivated: 11,
  sheetDeactivated: 12,
  sheetAdded: 13,
  sheetSelection: 14,
  sheetDeleted: 15,
  sheetCalculated: 16,
  sheetFormatChanged: 18,
  protectionChanged: 24,
  tableSelection: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
} as const;

export const WORKBOOK_TARGET = 'Workbook';

export interface EventEntry {
  readonly type: number;
  readonly targetId: string;
  readonly message: Readonly<Record<string, unknown>>;
}

/** One entry as it stands in a `richApiMessage`. */
export function wireEntry(entry: EventEntry): readonly unknown[] {
  return [65_536, entry.type, entry.targetId, JSON.stringify(entry.message), '', false];
}
