import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useReducer, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import type { ExcelHost } from '../excel/excel-host.ts';
import { type GridCell, type GridColumn, type GridRow, gridView } from '../excel/grid-view.ts';
import { cellText } from '../excel/model/address.ts';

const useStyles = makeStyles({
  grid: { flex: '1 1 0', minWidth: 0, display: 'flex', flexDirection: 'column' },
  scroll: { flex: 1, minHeight: 0, overflow: 'auto' },
  table: {
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    fontSize: '12px',
    fontFamily: 'Calibri, Carlito, "Segoe UI", sans-serif',
    backgroundColor: '#ffffff',
    color: '#000000',
  },
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    padding: '2px',
    height: '18px',
  },
  cell: {
    border: `1px solid ${tokens.colorNeutralStroke3}`,
    padding: '0 3px',
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'clip',
    fontVariantNumeric: 'tabular-nums',
    cursor: 'cell',
  },
  selected: { outline: '2px solid #107c41', outlineOffset: '-2px' },
  editor: {
    width: '100%',
    border: 'none',
    padding: 0,
    font: 'inherit',
    outline: 'none',
    backgroundColor: 'transparent',
  },
  bar: {
    display: 'flex',
    gap: '8px',
    alignItems: 'center',
    padding: '2px 8px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    minHeight: '24px',
  },
  address: { minWidth: '44px', fontWeight: tokens.fontWeightSemibold },
  formula: { flex: 1, whiteSpace: 'nowrap', overflow: 'hidden', textOverflow: 'ellipsis' },
  sheets: {
    display: 'flex',
    gap: '2px',
    padding: '2px 6px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  sheet: {
    border: 'none',
    background: 'none',
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    padding: '2px 8px',
  },
  active: { fontWeight: tokens.fontWeightSemibold, borderBottom: '2px solid #107c41' },
});

/** Rows and columns are drawn in steps of this size while one scrolls towards the end. */
const STEP = 60;
const COLUMNS_STEP = 20;
const PX_PER_POINT = 4 / 3;

interface Edit {
  readonly address: string;
  readonly text: string;
}

/** The open sheet: select, type, paste a value; what the pane writes appears at once. */
export function ExcelGrid({ host }: { readonly host: ExcelHost }): ReactElement {
  const styles = useStyles();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [size, setSize] = useState({ rows: STEP, columns: COLUMNS_STEP });
  const [edit, setEdit] = useState<Edit | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  useEffect(() => host.onChange(redraw), [host]);

  const { workbook } = host;
  const sheet = workbook.active;
  const { area } = workbook.selection;
  const selected = cellText(area.top, area.left);
  const view = gridView(workbook, sheet, { top: 0, left: 0, ...size });
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
              <th className={styles.head} />
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
                <th scope="row" className={styles.head}>
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

interface CellsProps {
  readonly row: GridRow;
  readonly columns: readonly GridColumn[];
  readonly selected: string;
  readonly edit: Edit | null;
  readonly onSelect: (address: string) => void;
  readonly onEdit: (address: string, text: string) => void;
  readonly onFinish: (text: string, down: number, right: number) => void;
  readonly onCancel: () => void;
}

function Cells({
  row,
  columns,
  selected,
  edit,
  onSelect,
  onEdit,
  onFinish,
  onCancel,
}: CellsProps): ReactElement {
  const styles = useStyles();
  const shown = new Map(row.cells.map((cell) => [cell.column, cell]));
  const covered = new Set(
    row.cells.flatMap((cell) =>
      Array.from({ length: (cell.columnSpan ?? 1) - 1 }, (_, n) => cell.column + 1 + n),
    ),
  );
  return (
    <>
      {columns
        .filter(({ index }) => !covered.has(index))
        .map(({ index }) => {
          const cell = shown.get(index);
          const address = cell?.address ?? cellText(row.index, index);
          return (
            <td
              key={index}
              className={mergeClasses(styles.cell, address === selected && styles.selected)}
              style={cell && look(cell)}
              colSpan={cell?.columnSpan}
              data-address={address}
              aria-selected={address === selected}
              onMouseDown={() => address !== edit?.address && onSelect(address)}
              onDoubleClick={() => onEdit(address, cell?.input ?? '')}
            >
              {edit?.address === address ? (
                <CellEditor edit={edit} onFinish={onFinish} onCancel={onCancel} />
              ) : (
                (cell?.text ?? '')
              )}
            </td>
          );
        })}
    </>
  );
}

interface EditorProps {
  readonly edit: Edit;
  readonly onFinish: (text: string, down: number, right: number) => void;
  readonly onCancel: () => void;
}

function CellEditor({ edit, onFinish, onCancel }: EditorProps): ReactElement {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  useEffect(() => input.current?.focus(), []);
  const once = (action: () => void): void => {
    if (done.current) return;
    done.current = true;
    action();
  };
  return (
    <input
      ref={input}
      className={styles.editor}
      aria-label={`Cell ${edit.address}`}
      defaultValue={edit.text}
      onBlur={({ target }) => once(() => onFinish(target.value, 0, 0))}
      onKeyDown={(event) => {
        event.stopPropagation();
        const { value } = event.currentTarget;
        if (event.key === 'Enter') once(() => onFinish(value, 1, 0));
        if (event.key === 'Tab') {
          event.preventDefault();
          once(() => onFinish(value, 0, 1));
        }
        if (event.key === 'Escape') once(onCancel);
      }}
    />
  );
}

function SheetTabs({ host }: { readonly host: ExcelHost }): ReactElement {
  const styles = useStyles();
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

interface Typing {
  readonly begin: (text: string) => void;
  readonly go: (down: number, right: number) => void;
  readonly clear: () => void;
  readonly input: string;
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  Enter: [1, 0],
};

function typed(event: KeyboardEvent, { begin, go, clear, input }: Typing): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const arrow = ARROWS[event.key];
  if (arrow) go(...arrow);
  else if (event.key === 'F2') begin(input);
  else if (event.key === 'Delete' || event.key === 'Backspace') clear();
  else if (event.key.length === 1) begin(event.key);
  else return;
  event.preventDefault();
}

function look(cell: GridCell): React.CSSProperties {
  return {
    textAlign: cell.align,
    ...(cell.fill === undefined ? {} : { backgroundColor: cell.fill }),
    ...(cell.color === undefined ? {} : { color: cell.color }),
    ...(cell.bold ? { fontWeight: 600 } : {}),
    ...(cell.italic ? { fontStyle: 'italic' } : {}),
    ...(cell.wrap ? { whiteSpace: 'normal' } : {}),
    ...(cell.borders?.EdgeBottom?.color === undefined
      ? {}
      : { borderBottom: `2px solid ${cell.borders.EdgeBottom.color}` }),
  };
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
