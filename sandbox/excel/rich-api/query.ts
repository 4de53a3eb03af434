import { invalidArgument, notImplemented } from './host-error.ts';
import { OBJECT_MODEL } from './object-model.ts';
import type { Remote } from './remote.ts';
import type { Session } from './session.ts';
import type { QueryInfo } from './wire.ts';
import type { WireClass } from './wire-class.ts';

type Answer = Record<string, unknown>;

/** The class behind an object. The one cast that pairs a class with its own target. */
export function classOf(object: Remote): WireClass<unknown> {
  return OBJECT_MODEL[object.className] as WireClass<unknown>;
}

/** What office.js needs to find this object again: its id, its kept reference, or nothing. */
export function identityOf(object: Remote, session: Session): Answer {
  const reference = session.referenceId(object);
  return {
    ...classOf(object).identity?.(object.target),
    ...(reference === undefined ? {} : { _ReferenceId: reference }),
  };
}

/** The answer to a `load`: names arrive lower-camel and leave in their wire form. */
export function queryObject(object: Remote, info: QueryInfo, session: Session): Answer {
  const select = [...(info.Select ?? []), ...(info.Expand ?? []).map((path) => `${path}/*`)];
  return classOf(object).items === undefined
    ? single(object, select, session)
    : collection(object, select, info, session);
}

function collection(object: Remote, select: readonly string[], info: QueryInfo, session: Session): Answer {
  const { scalars = {}, items } = classOf(object);
  const own = select.filter((path) => Object.hasOwn(scalars, wireName(path)));
  const rest = select.filter((path) => !own.includes(path));
  const answer: Answer = {};
  for (const path of own) answer[wireName(path)] = scalars[wireName(path)]?.get(object.target, session);
  if (rest.length === 0 && select.length > 0) return answer;
  const all = items?.(object.target, session) ?? [];
  const from = info.Skip ?? 0;
  const shown = all.slice(from, info.Top === undefined ? undefined : from + info.Top);
  answer['_Items'] = shown.map((item) => single(item, rest, session));
  return answer;
}

function single(object: Remote, select: readonly string[], session: Session): Answer {
  const { scalars = {}, navigation = {} } = classOf(object);
  const answer = identityOf(object, session);
  const nested = new Map<string, string[]>();
  for (const path of select.length === 0 ? ['*'] : select) {
    const [head = '', ...tail] = path.split(/[/.]/u);
    const name = wireName(head);
    if (head === '*' || head === '$all') addScalars(answer, object, session);
    else if (Object.hasOwn(navigation, name)) nested.set(name, [...(nested.get(name) ?? []), tail.join('/')]);
    else if (tail.length === 0 && Object.hasOwn(scalars, name))
      answer[name] = scalars[name]?.get(object.target, session);
    else throw unknownProperty(object, path);
  }
  for (const [name, paths] of nested)
    answer[name] = child(navigation[name]?.(object.target, session) ?? null, paths, session);
  return answer;
}

function addScalars(answer: Answer, object: Remote, session: Session): void {
  for (const [name, scalar] of Object.entries(classOf(object).scalars ?? {}))
    answer[name] = scalar.get(object.target, session);
}

function child(object: Remote | null, paths: readonly string[], session: Session): Answer | null {
  return object === null
    ? null
    : queryObject(object, { Select: paths.filter((path) => path !== '') }, session);
}

function wireName(path: string): string {
  const head = path.split(/[/.]/u)[0] ?? '';
  return head.startsWith('_') ? head : head.slice(0, 1).toUpperCase() + head.slice(1);
}

/** Real Excel knows many members we do not simulate; only the library's metadata could tell them from a typing error. */
function unknownProperty(object: Remote, path: string): Error {
  return /^[A-Za-z_][\w/]*$/u.test(path) ? notImplemented(`${object.className}.${path}`) : invalidArgument();
}
