import { mergeClasses } from '@fluentui/react-components';
import { useEffect, useReducer, useRef, useState, type ReactElement } from 'react';
import type { ExcelHost } from '../excel/excel-host.ts';
import { type GridColumn, gridView } from '../excel/grid-view.ts';
import { cellText } from '../excel/model/address.ts';
import { Cells, type Edit } from './grid-cells.tsx';
import { typed } from './grid-keys.ts';
import { useGridStyles } from './grid-styles.ts';

/** Rows and columns are drawn in steps of this size while one scrolls towards the end. */
const STEP = 60;
const COLUMNS_STEP = 20;
const PX_PER_POINT = 4 / 3;
/** How far from the left edge a cell from afar comes to stand. */
const FAR_OFF = 60;

/** The open sheet: select, type, paste a value; what the pane writes appears at once. */
export function ExcelGrid({ host }: { readonly host: ExcelHost }): ReactElement {
  const styles = useGridStyles();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [size, setSize] = useState({ rows: STEP, columns: COLUMNS_STEP });
  const [edit, setEdit] = useState<Edit | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  useEffect(() => host.onChange(redraw), [host]);
  const scroll = useRef<HTMLDivElement>(null);

  const { workbook } = host;
  const sheet = workbook.active;
  const { area } = workbook.selection;
  const selected = cellText(area.top, area.left);
  const view = gridView(workbook, sheet, { top: 0, left: 0, ...size });
  useEffect(() => {
    if (scroll.current) bringIntoView(scroll.current, selected);
  }, [selected]);
  const cellAt = new Map(view.rows.flatMap((row) => row.cells.map((cell) => [cell.address, cell] as const)));

  const begin = (text: string): void => {
    host.beginCellEdit();
    setEdit({ address: selected, text });
  };
  const finish = (text: string, down: number, right: number): void => {
    const outcome = host.dispatchUserEdit(sheet.name, edit?.address ?? selected, text);
    setRefusal(outcome.ok ? null : outcome.message);
    setEdit(null);
    go(down, right);
  };
  const cancel = (): void => {
    host.endCellEdit();
    setEdit(null);
  };
  const go = (down: number, right: number): void => {
    host.select(cellText(Math.max(0, area.top + down), Math.max(0, area.left + right)));
  };

  return (
    <div className={styles.grid}>
      <div className={styles.bar}>
        <span className={styles.address}>{selected}</span>
        <span className={styles.formula}>{refusal ?? cellAt.get(selected)?.input ?? ''}</span>
      </div>
      <div
        ref={scroll}
        className={styles.scroll}
        tabIndex={0}
        role="grid"
        aria-label={`Sheet ${sheet.name}`}
        onScroll={({ currentTarget: at }) => setSize((now) => grown(now, at))}
        onKeyDown={(event) => {
          if (!edit)
            typed(event, {
              begin,
              go,
              clear: () => finish('', 0, 0),
              input: cellAt.get(selected)?.input ?? '',
            });
        }}
      >
        <table className={styles.table} style={{ width: tableWidth(view.columns) }}>
          <colgroup>
            <col style={{ width: 32 }} />
            {view.columns.map((column) => (
              <col key={column.index} style={{ width: column.width * PX_PER_POINT }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <th className={mergeClasses(styles.head, styles.corner)} />
              {view.columns.map((column) => (
                <th key={column.index} scope="col" className={styles.head}>
                  {column.letters}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.rows.map((row) => (
              <tr key={row.index} style={{ height: row.height * PX_PER_POINT }}>
                <th scope="row" className={mergeClasses(styles.head, styles.rowHead)}>
                  {row.index + 1}
                </th>
                <Cells
                  row={row}
                  columns={view.columns}
                  selected={selected}
                  edit={edit}
                  onSelect={(address) => host.select(address)}
                  onEdit={(address, text) => {
                    host.beginCellEdit();
                    setEdit({ address, text });
                  }}
                  onFinish={finish}
                  onCancel={cancel}
                />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <SheetTabs host={host} />
    </div>
  );
}

function SheetTabs({ host }: { readonly host: ExcelHost }): ReactElement {
  const styles = useGridStyles();
  const { sheets, active } = host.workbook;
  return (
    <div className={styles.sheets} role="tablist" aria-label="Sheets">
      {sheets.map((sheet) => (
        <button
          key={sheet.id}
          type="button"
          role="tab"
          aria-selected={sheet === active}
          className={mergeClasses(styles.sheet, sheet === active && styles.active)}
          onClick={() => host.activate(sheet.name)}
        >
          {sheet.name}
        </button>
      ))}
    </div>
  );
}

/** A neighbour is only just brought in; what lies far off comes with what stands beside it, as in Excel. */
function bringIntoView(field: HTMLElement, address: string): void {
  const cell = field.querySelector<HTMLElement>(`[data-address="${address}"]`);
  if (!cell) return;
  const beyond = cell.getBoundingClientRect().left - field.getBoundingClientRect().right;
  cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  if (beyond > 0) field.scrollLeft = cell.offsetLeft - FAR_OFF;
}

function tableWidth(columns: readonly GridColumn[]): number {
  return columns.reduce((sum, column) => sum + column.width * PX_PER_POINT, 32);
}

interface Size {
  readonly rows: number;
  readonly columns: number;
}

function grown(now: Size, at: HTMLElement): Size {
  const rows = at.scrollTop + at.clientHeight > at.scrollHeight - 200 ? now.rows + STEP : now.rows;
  const right = at.scrollLeft + at.clientWidth > at.scrollWidth - 200 && at.scrollLeft > 0;
  return rows === now.rows && !right
    ? now
    : { rows, columns: right ? now.columns + COLUMNS_STEP : now.columns };
}
