/** The wire between teams-js 2.58 in a frame and its host: `window.postMessage`, structured clone. */

/** What the library sends. `args` are positional; nested app authentication puts its envelope into `data`. */
export interface AppCall {
  readonly id: number;
  readonly uuidAsString?: string;
  readonly func: string;
  readonly args?: readonly unknown[];
  readonly data?: unknown;
  readonly apiVersionTag?: string;
}

/** An answer echoes both ids. */
export interface HostReply {
  readonly id: number;
  readonly uuidAsString?: string;
  readonly args: readonly unknown[];
  readonly monotonicTimestamp: number;
}

/** An event carries no `id`: with a number there the library reads it as an answer and drops it. */
export interface HostEvent {
  readonly func: string;
  readonly args: readonly unknown[];
}

export type Theme = 'default' | 'dark' | 'contrast';

/** Where a page is shown. */
export type FrameContext = 'content' | 'task' | 'sidePanel';

/** teams-js error codes the host answers with. */
export const NOT_SUPPORTED = 100;
export const INTERNAL_ERROR = 500;
export const NOT_FOUND = 404;

export interface SdkError {
  readonly errorCode: number;
  readonly message: string;
}

/** Reads a message event's data as a call; anything else is not ours. */
export function appCallOf(data: unknown): AppCall | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const call = data as Partial<AppCall>;
  return typeof call.func === 'string' && typeof call.id === 'number' ? (call as AppCall) : undefined;
}
