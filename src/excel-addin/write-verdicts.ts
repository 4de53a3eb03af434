import type { Mapping, WorkbookView } from '../contract/adoption.ts';
import type { OwnRow, SheetPort } from './sheet-port.ts';
import { verdictRow } from './verdict-cells.ts';

export interface Verdicts {
  readonly sheet: string;
  readonly mapping: Mapping;
  /** KPI by 1-based sheet row. */
  readonly keys: ReadonlyMap<number, string>;
  readonly workbook: WorkbookView;
  readonly withFormats: boolean;
}

/** Writes key and verdict of every known row in one go; rows without a KPI are left as they are. */
export async function writeVerdicts(sheet: SheetPort, verdicts: Verdicts): Promise<void> {
  const { mapping, keys, workbook, withFormats } = verdicts;
  const known = new Map(workbook.kpis.map((kpi) => [kpi.id, kpi]));
  const rows = Array.from(
    { length: Math.max(0, mapping.lastRow - mapping.firstRow + 1) },
    (_, index): OwnRow | null => {
      const kpi = known.get(keys.get(mapping.firstRow + index) ?? '');
      return kpi ? verdictRow(kpi) : null;
    },
  );
  if (rows.length === 0) return;
  const { keyColumn, verdictColumn, headerRow, firstRow } = mapping;
  await sheet.write({
    sheet: verdicts.sheet,
    keyColumn,
    verdictColumn,
    headerRow,
    firstRow,
    rows,
    withFormats,
  });
}
