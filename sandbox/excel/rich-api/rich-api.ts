import type { WorkbookEvent } from '../model/workbook-event.ts';
import type { Workbook } from '../model/workbook.ts';
import { eventEntries } from './event-entries.ts';
import type { EventEntry } from './event-types.ts';
import { executeBatch } from './executor.ts';
import { Session } from './session.ts';
import { isCleanUp, type Batch, type BatchAnswer } from './wire.ts';

/** office.js asks for this with `Excel.run({ delayForCellEdit: true })`: wait for the cell instead of failing. */
const DELAY_FOR_CELL_EDIT = 64;

export type BatchOutcome =
  { readonly kind: 'answer'; readonly answer: BatchAnswer } | { readonly kind: 'cell-edit' };

/** One add-in instance's door to the workbook. The events a batch causes are told after its answer. */
export class RichApi {
  readonly #workbook: Workbook;
  readonly #session: Session;
  readonly #deliver: (entries: readonly EventEntry[]) => void;
  readonly #stopListening: () => void;
  #waiting: EventEntry[] = [];
  #syncs = 0;

  constructor(workbook: Workbook, deliver: (entries: readonly EventEntry[]) => void) {
    this.#workbook = workbook;
    this.#session = new Session(workbook);
    this.#deliver = deliver;
    this.#stopListening = workbook.listen((event) => this.#hear(event));
  }

  /** `context.sync()` calls so far, without office.js's own clean-up batches and start-up calls. */
  get syncs(): number {
    return this.#syncs;
  }

  /** Runs a batch; while a person types in a cell it either waits or is refused, as in Excel. */
  async run(batch: Batch, flags: number): Promise<BatchOutcome> {
    const cleanUp = isCleanUp(batch);
    if (!cleanUp && !isInternal(batch)) this.#syncs += 1;
    if (this.#workbook.editing && !cleanUp) {
      if ((flags & DELAY_FOR_CELL_EDIT) === 0) return { kind: 'cell-edit' };
      await this.#editEnd();
    }
    return { kind: 'answer', answer: executeBatch(batch, this.#session) };
  }

  dispose(): void {
    this.#stopListening();
  }

  #editEnd(): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.#workbook.listen((event) => {
        if (event.kind !== 'editing' || this.#workbook.editing) return;
        stop();
        resolve();
      });
    });
  }

  #hear(event: WorkbookEvent): void {
    const entries = eventEntries(event, this.#session);
    if (entries.length === 0) return;
    if (this.#waiting.length === 0) setTimeout(() => this.#flush());
    this.#waiting.push(...entries);
  }

  #flush(): void {
    const entries = this.#waiting;
    this.#waiting = [];
    this.#deliver(entries);
  }
}

/** Batches that office.js sends to its own services at start-up. */
function isInternal(batch: Batch): boolean {
  return Object.values(batch.ObjectPaths).some((path) => path.ObjectPathType === 2);
}
