import { mergeClasses } from '@fluentui/react-components';
import { type CSSProperties, useEffect, useRef, type ReactElement } from 'react';
import type { GridCell, GridColumn, GridRow } from '../excel/grid-view.ts';
import { cellText } from '../excel/model/address.ts';
import { useGridStyles } from './grid-styles.ts';

/** The cell a person is typing in. */
export interface Edit {
  readonly address: string;
  readonly text: string;
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

/** The cells of one row; merged ones span. */
export function Cells({
  row,
  columns,
  selected,
  edit,
  onSelect,
  onEdit,
  onFinish,
  onCancel,
}: CellsProps): ReactElement {
  const styles = useGridStyles();
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
  const styles = useGridStyles();
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

function look(cell: GridCell): CSSProperties {
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
