import type { Arguments } from './arguments.ts';
import { notImplemented } from './host-error.ts';
import { classOf } from './query.ts';
import type { Remote } from './remote.ts';
import type { Session } from './session.ts';

/** Calls a member by its wire name. A member nobody wrote is an error that names it, never silence. */
export function callMethod(object: Remote, name: string, args: Arguments, session: Session): unknown {
  const { methods = {}, acceptsAll } = classOf(object);
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (method === undefined && acceptsAll !== true) throw notImplemented(`${object.className}.${name}()`);
  return method?.(object.target, args, session) ?? null;
}
