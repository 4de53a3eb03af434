import type { Workbook } from '../model/workbook.ts';
import type { EventEntry } from './event-types.ts';
import { itemNotFound, HostError } from './host-error.ts';
import type { Remote } from './remote.ts';

/** One add-in instance's view of the workbook: what it holds on to and what it wants to hear of. */
export class Session {
  readonly workbook: Workbook;
  readonly #references = new Map<string, Remote>();
  readonly #ids = new WeakMap<Remote, string>();
  readonly #subscriptions = new Set<string>();
  #serial = 0;

  constructor(workbook: Workbook) {
    this.workbook = workbook;
  }

  keep(object: Remote): string {
    const id = this.#ids.get(object) ?? `range-${(this.#serial += 1)}`;
    this.#ids.set(object, id);
    this.#references.set(id, object);
    return id;
  }

  referenceId(object: Remote): string | undefined {
    const id = this.#ids.get(object);
    return id !== undefined && this.#references.has(id) ? id : undefined;
  }

  reference(id: string): Remote {
    const object = this.#references.get(id);
    if (object === undefined)
      throw new HostError('InvalidReference', 'This reference is not valid for the current operation.');
    return object;
  }

  eventReference(id: string): Remote {
    const object = this.#references.get(id);
    if (object === undefined) throw itemNotFound();
    return object;
  }

  forget(id: string): void {
    this.#references.delete(id);
  }

  forgetAll(): void {
    this.#references.clear();
  }

  get referenceCount(): number {
    return this.#references.size;
  }

  subscribe(type: number, target: string): void {
    this.#subscriptions.add(`${type} ${target}`);
  }

  unsubscribe(type: number, target: string): void {
    this.#subscriptions.delete(`${type} ${target}`);
  }

  wants(entry: Pick<EventEntry, 'type' | 'targetId'>): boolean {
    return this.#subscriptions.has(`${entry.type} ${entry.targetId}`);
  }
}
