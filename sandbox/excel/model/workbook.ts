import type { Area } from './address.ts';
import { EN_US, type Locale } from './locale.ts';
import { Sheet } from './sheet.ts';
import type { WorkbookEvent } from './workbook-event.ts';

export interface Table {
  readonly id: string;
  name: string;
  readonly sheet: Sheet;
  area: Area;
  style: string;
  showHeaders: boolean;
  showTotals: boolean;
  showBandedRows: boolean;
  showFilterButton: boolean;
}

export interface DefinedName {
  readonly name: string;
  /** With its leading "=". */
  formula: string;
  comment: string;
  visible: boolean;
}

export interface Selection {
  readonly sheet: Sheet;
  readonly area: Area;
}

/** The open workbook: one per Excel window, shared by every pane that looks at it. */
export class Workbook {
  name: string;
  locale: Locale = EN_US;
  date1904 = false;
  sheets: Sheet[] = [];
  tables: Table[] = [];
  names: DefinedName[] = [];
  /** `workbook.settings` of the add-in, kept with the file. */
  readonly settings = new Map<string, unknown>();
  /** `Office.context.document.settings`: JSON texts by key. */
  documentSettings = new Map<string, string>();
  /** True while the person is typing in a cell. */
  editing = false;
  readonly #listeners = new Set<(event: WorkbookEvent) => void>();
  #active: Sheet | undefined;
  #selection: Selection | undefined;
  #serial = 0;

  constructor(name: string) {
    this.name = name;
  }

  newId(): string {
    this.#serial += 1;
    return `{${this.#serial.toString(16).toUpperCase().padStart(8, '0')}-0000-4000-8000-000000000000}`;
  }

  addSheet(name: string): Sheet {
    const sheet = new Sheet(this.newId(), name);
    this.sheets.push(sheet);
    return sheet;
  }

  sheetNamed(key: string): Sheet | undefined {
    const wanted = key.toLowerCase();
    return this.sheets.find((s) => s.id === key || s.name.toLowerCase() === wanted);
  }

  get active(): Sheet {
    const sheet = this.#active ?? this.sheets.find((s) => s.visibility === 'Visible') ?? this.sheets[0];
    if (sheet === undefined) throw new Error('a workbook has at least one sheet');
    return sheet;
  }

  activate(sheet: Sheet): void {
    const before = this.active;
    this.#active = sheet;
    if (before === sheet) return;
    this.emit({ kind: 'deactivated', sheet: before });
    this.emit({ kind: 'activated', sheet });
  }

  forgetSheet(sheet: Sheet): void {
    this.sheets = this.sheets.filter((s) => s !== sheet);
    if (this.#active === sheet) this.#active = undefined;
    if (this.#selection?.sheet === sheet) this.#selection = undefined;
  }

  get selection(): Selection {
    const own = this.#selection;
    return own?.sheet === this.active
      ? own
      : { sheet: this.active, area: { top: 0, left: 0, bottom: 0, right: 0 } };
  }

  select(sheet: Sheet, area: Area): void {
    this.activate(sheet);
    this.#selection = { sheet, area };
    this.emit({ kind: 'selected', sheet, area });
  }

  listen(listener: (event: WorkbookEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  emit(event: WorkbookEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}
