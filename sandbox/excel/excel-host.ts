import { PaneChannel } from './channel/pane-channel.ts';
import type { FrameProps } from './channel/frame-props.ts';
import type { HostWindow } from './channel/host-window.ts';
import { parseAddress } from './model/address.ts';
import { localeOf } from './model/locale.ts';
import { openWorkbookJson } from './model/open-workbook.ts';
import { saveWorkbookJson } from './model/save-workbook.ts';
import type { Sheet } from './model/sheet.ts';
import { userEdit, type EditOutcome } from './model/user-edit.ts';
import type { WorkbookEvent } from './model/workbook-event.ts';
import type { WorkbookJson } from './model/workbook-json.ts';
import type { Workbook } from './model/workbook.ts';

export interface ExcelHostOptions {
  /** The page's own window. */
  readonly window: HostWindow;
  /** For dates typed without a year; the sandbox's clock. */
  readonly currentYear: () => number;
  /** Where a missing member is reported, besides the error the pane gets. */
  readonly warn?: (text: string) => void;
}

/** One simulated Excel window on the sandbox's page: an open workbook, a person, and a task pane in a frame. */
export class ExcelHost {
  readonly #options: ExcelHostOptions;
  readonly #listeners = new Set<(event: WorkbookEvent) => void>();
  #workbook: Workbook | undefined;
  #channel: PaneChannel | undefined;
  #paneUrl: string | undefined;
  #stopWorkbook: (() => void) | undefined;
  #locale = 'en-US';
  #latency = 0;
  #syncsBefore = 0;

  constructor(options: ExcelHostOptions) {
    this.#options = options;
  }

  /** Opens a file in place of the one that is open; the pane, if any, must be framed anew. */
  openWorkbook(json: WorkbookJson): Workbook {
    this.#closePane();
    this.#stopWorkbook?.();
    const workbook = openWorkbookJson(json);
    workbook.locale = localeOf(this.#locale);
    this.#stopWorkbook = workbook.listen((event) => this.#tell(event));
    this.#workbook = workbook;
    return workbook;
  }

  get workbook(): Workbook {
    if (this.#workbook === undefined) throw new Error('no workbook is open');
    return this.#workbook;
  }

  /** The props of the pane's iframe. Each call is a new load: an earlier pane is cut off. */
  frame(url: string): FrameProps {
    this.#closePane();
    this.#paneUrl = url;
    this.#channel = new PaneChannel({
      window: this.#options.window,
      workbook: this.workbook,
      paneUrl: url,
      latency: () => this.#latency,
      // Loud by default: a missing member is the sandbox's own gap.
      warn: this.#options.warn ?? ((text) => console.error(text)),
    });
    return this.#channel.frame;
  }

  /** Another person at the same workbook: their locale from now on, and their own pane. */
  switchPerson(person: { readonly locale: string }, paneUrl?: string): FrameProps | undefined {
    this.#locale = person.locale;
    this.workbook.locale = localeOf(person.locale);
    const url = paneUrl ?? this.#paneUrl;
    return url === undefined ? undefined : this.frame(url);
  }

  onChange(listener: (event: WorkbookEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** What a person typed into a cell, read as Excel reads it; protection and data validation may refuse it. */
  dispatchUserEdit(sheet: string, address: string, text: string): EditOutcome {
    const { sheet: target, area } = this.#place(sheet, address);
    this.endCellEdit();
    return userEdit(this.workbook, {
      sheet: target,
      row: area.top,
      column: area.left,
      text,
      currentYear: this.#options.currentYear(),
    });
  }

  /** The person has begun to type in a cell: batches wait or fail until the edit ends. */
  beginCellEdit(): void {
    this.workbook.editing = true;
    this.workbook.emit({ kind: 'editing' });
  }

  endCellEdit(): void {
    if (!this.workbook.editing) return;
    this.workbook.editing = false;
    this.workbook.emit({ kind: 'editing' });
  }

  select(address: string, sheet: string = this.workbook.active.name): void {
    const place = this.#place(sheet, address);
    this.workbook.select(place.sheet, place.area);
  }

  activate(sheet: string): void {
    this.workbook.activate(this.#sheet(sheet));
  }

  /** Milliseconds each answer takes from now on. */
  set latency(milliseconds: number) {
    this.#latency = Math.max(0, milliseconds);
  }

  /** The pane's `context.sync()` calls since `resetSyncs`, without office.js's own clean-up batches. */
  get syncs(): number {
    return (this.#channel?.richApi.syncs ?? 0) - this.#syncsBefore;
  }

  resetSyncs(): void {
    this.#syncsBefore = this.#channel?.richApi.syncs ?? 0;
  }

  save(): WorkbookJson {
    return saveWorkbookJson(this.workbook);
  }

  dispose(): void {
    this.#closePane();
    this.#stopWorkbook?.();
    this.#listeners.clear();
  }

  #closePane(): void {
    this.#channel?.dispose();
    this.#channel = undefined;
    this.#syncsBefore = 0;
  }

  #tell(event: WorkbookEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  #sheet(name: string): Sheet {
    const sheet = this.workbook.sheetNamed(name);
    if (sheet === undefined) throw new Error(`no sheet named ${name}`);
    return sheet;
  }

  #place(
    sheet: string,
    address: string,
  ): { readonly sheet: Sheet; readonly area: NonNullable<ReturnType<typeof parseAddress>>['area'] } {
    const parsed = parseAddress(address);
    if (parsed === undefined) throw new Error(`not an address: ${address}`);
    return { sheet: this.#sheet(parsed.sheet ?? sheet), area: parsed.area };
  }
}
