/** The little of a browser window the channel needs; a real `window` fits, and so does a test's own. */
export interface HostWindow {
  readonly location: { readonly origin: string };
  addEventListener(type: 'message', listener: (event: MessageLike) => void): void;
  removeEventListener(type: 'message', listener: (event: MessageLike) => void): void;
}

export interface MessageLike {
  readonly data: unknown;
  readonly origin: string;
  /** The window that sent it, as the browser types it in many ways. */
  readonly source: unknown;
}

export interface MessageTarget {
  postMessage(message: string, targetOrigin: string): void;
}
