import { type AppCall, type FrameContext, type HostEvent, type HostReply, appCallOf } from './protocol.ts';

export interface FrameOptions {
  readonly url: URL;
  readonly context: FrameContext;
  readonly title: string;
  readonly pageId: string;
  readonly subPageId?: string | undefined;
  readonly meetingId?: string | undefined;
}

const SANDBOX =
  'allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-pointer-lock allow-scripts allow-same-origin allow-downloads';

/** One page of the app inside the host: an iframe, what it subscribed to, and the talk with it. */
export class AppFrame {
  readonly element: HTMLIFrameElement;
  readonly origin: string;
  readonly context: FrameContext;
  readonly pageId: string;
  readonly meetingId: string | undefined;
  subPageId: string | undefined;
  /** Event names the page registered a handler for. */
  readonly handlers = new Set<string>();

  constructor(stage: HTMLElement, options: FrameOptions) {
    this.origin = options.url.origin;
    this.context = options.context;
    this.pageId = options.pageId;
    this.subPageId = options.subPageId;
    this.meetingId = options.meetingId;
    // The rule reads JSX only; the sandbox attribute is set below, before the frame is attached.
    // oxlint-disable-next-line react/iframe-missing-sandbox
    this.element = stage.ownerDocument.createElement('iframe');
    this.element.title = options.title;
    this.element.name = 'embedded-page-container';
    this.element.allow = 'clipboard-read; clipboard-write';
    this.element.dataset['frameContext'] = options.context;
    this.element.setAttribute('sandbox', SANDBOX);
    this.element.src = options.url.href;
    stage.append(this.element);
  }

  /** The call in a message event, if this page sent it from its own origin. */
  callIn(event: MessageEvent<unknown>): AppCall | undefined {
    if (event.source !== this.element.contentWindow || event.origin !== this.origin) return undefined;
    return appCallOf(event.data);
  }

  reply(call: AppCall, args: readonly unknown[]): void {
    const { id, uuidAsString } = call;
    this.#post({
      id,
      args,
      monotonicTimestamp: performance.now(),
      ...(uuidAsString === undefined ? {} : { uuidAsString }),
    });
  }

  /** Tells the page of an event, if it listens for it. */
  notify(name: string, ...args: readonly unknown[]): boolean {
    if (!this.handlers.has(name)) return false;
    this.#post({ func: name, args });
    return true;
  }

  remove(): void {
    this.element.remove();
  }

  /** After removal there is no window left to post to; a late answer is dropped. */
  #post(message: HostReply | HostEvent): void {
    this.element.contentWindow?.postMessage(message, this.origin);
  }
}
