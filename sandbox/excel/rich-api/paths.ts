import { Arguments } from './arguments.ts';
import { notImplemented } from './host-error.ts';
import { callMethod } from './call-method.ts';
import { classOf } from './query.ts';
import { isRemote, remote, type Remote } from './remote.ts';
import type { Session } from './session.ts';
import { PathType, type ArgumentInfo, type Batch, type ObjectPath } from './wire.ts';

const INTERNAL_SERVICE = /^Microsoft\.|^OfficeCore\./u;

/** Resolves a batch's object paths: lazily, and each only once, because a path can hide a write (`tables.add`). */
export class Paths {
  readonly #batch: Batch;
  readonly #session: Session;
  readonly #resolved = new Map<number, Remote | null>();

  constructor(batch: Batch, session: Session) {
    this.#batch = batch;
    this.#session = session;
  }

  /** null is office.js's null object. */
  resolve(id: number): Remote | null {
    const known = this.#resolved.get(id);
    if (known !== undefined) return known;
    const path = this.#batch.ObjectPaths[String(id)];
    if (path === undefined) throw notImplemented(`Object path ${id}`);
    const object = this.#follow(path);
    this.#resolved.set(id, object);
    return object;
  }

  arguments(info: ArgumentInfo | undefined): Arguments {
    const references = info?.ReferencedObjectPathIds ?? [];
    return new Arguments(
      (info?.Arguments ?? []).map((value, index) => this.#argument(value, references[index])),
    );
  }

  #follow(path: ObjectPath): Remote | null {
    switch (path.ObjectPathType) {
      case PathType.root:
        return remote('Workbook', this.#session.workbook);
      case PathType.service:
        return service(path.Name);
      case PathType.reference:
        return this.#session.reference(path.Name);
      case PathType.nothing:
        return null;
      default:
        return this.#member(path);
    }
  }

  #member(path: ObjectPath): Remote | null {
    const parent = this.resolve(path.ParentObjectPathId ?? 0);
    if (parent === null) return null;
    if (path.ObjectPathType === PathType.property) return navigate(parent, path.Name, this.#session);
    const name = path.ObjectPathType === PathType.indexer ? 'GetItem' : path.Name;
    const result = callMethod(parent, name, this.arguments(path.ArgumentInfo), this.#session);
    if (result !== null && !isRemote(result))
      throw notImplemented(`${parent.className}.${name} as an object`);
    return result;
  }

  #argument(value: unknown, reference: unknown): unknown {
    if (typeof reference === 'number' && reference > 0) return this.resolve(reference);
    if (Array.isArray(value) && Array.isArray(reference))
      return value.map((item, i) => this.#argument(item, reference[i]));
    const inside =
      typeof value === 'object' && value !== null && '_ObjectPathId' in value
        ? value._ObjectPathId
        : undefined;
    return typeof inside === 'number' ? this.resolve(inside) : value;
  }
}

function navigate(parent: Remote, name: string, session: Session): Remote | null {
  const { navigation = {} } = classOf(parent);
  const step = Object.hasOwn(navigation, name) ? navigation[name] : undefined;
  if (step === undefined) throw notImplemented(`${parent.className}.${name}`);
  return step(parent.target, session);
}

function service(name: string): Remote {
  if (!INTERNAL_SERVICE.test(name)) throw notImplemented(name);
  return remote('InternalService', name);
}
