import type { Arguments } from './arguments.ts';
import type { ClassName, Remote, Targets } from './remote.ts';
import type { Session } from './session.ts';

export interface Scalar<T> {
  readonly get: (target: T, session: Session) => unknown;
  readonly set?: (target: T, value: unknown, session: Session) => void;
}

/** One class of Excel's object model: members under their wire names, and nothing that is not named here exists. */
export interface WireClass<T> {
  readonly scalars?: Readonly<Record<string, Scalar<T>>>;
  readonly navigation?: Readonly<Record<string, (target: T, session: Session) => Remote | null>>;
  readonly methods?: Readonly<Record<string, (target: T, args: Arguments, session: Session) => unknown>>;
  /** Collections only. */
  readonly items?: (target: T, session: Session) => readonly Remote[];
  /** What office.js uses to find the object again in a later sync. */
  readonly identity?: (target: T) => Readonly<Record<string, unknown>>;
  /** Accepts every method and answers nothing. */
  readonly acceptsAll?: boolean;
}

export type ObjectModel = { readonly [K in ClassName]: WireClass<Targets[K]> };

/** Methods that do nothing here and say so by their place in this list. */
export function ignored(): null {
  return null;
}
