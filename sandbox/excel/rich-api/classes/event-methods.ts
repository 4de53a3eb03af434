import type { Arguments } from '../arguments.ts';
import type { Session } from '../session.ts';

type Method<T> = (target: T, args: Arguments, session: Session) => unknown;

/** The hidden register and unregister methods behind `object.onSomething.add(...)`. */
export function eventMethods<T>(
  events: Readonly<Record<string, number>>,
  targetId: (target: T) => string,
): Record<string, Method<T>> {
  const methods: Record<string, Method<T>> = {};
  for (const [name, type] of Object.entries(events)) {
    methods[`_Register${name}Event`] = (target, _, session) => session.subscribe(type, targetId(target));
    methods[`_Unregister${name}Event`] = (target, _, session) => session.unsubscribe(type, targetId(target));
  }
  return methods;
}
