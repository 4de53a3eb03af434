import type { Workbook } from '../model/workbook.ts';
import { wireEntry, type EventEntry } from '../rich-api/event-types.ts';
import { RichApi } from '../rich-api/rich-api.ts';
import { appContext } from './app-context.ts';
import { dispatch } from './dispatch.ts';
import { hostMessage, readRequest, RequestAction, type PaneRequest } from './envelope.ts';
import { frameProps, type FrameProps } from './frame-props.ts';
import type { HostWindow, MessageLike, MessageTarget } from './host-window.ts';

export interface ChannelOptions {
  readonly window: HostWindow;
  readonly workbook: Workbook;
  readonly paneUrl: string;
  /** Milliseconds each answer takes; read at each answer. */
  readonly latency: () => number;
  readonly warn: (text: string) => void;
}

/** The host's end of one pane's channel: one iframe, one conversation, one view of the workbook. */
export class PaneChannel {
  readonly frame: FrameProps;
  readonly richApi: RichApi;
  readonly #options: ChannelOptions;
  readonly #controlId = crypto.randomUUID();
  /** Fresh for each load: office.js keeps settings in sessionStorage under it. */
  readonly #conversationId = crypto.randomUUID();
  readonly #events = new Map<string, PaneRequest>();
  readonly #paneOrigin: string;
  readonly #stopListening: () => void;
  readonly #receive = (event: MessageLike) => this.#onMessage(event);
  #pane: MessageTarget | undefined;

  constructor(options: ChannelOptions) {
    this.#options = options;
    this.#paneOrigin = new URL(options.paneUrl).origin;
    const { window, workbook } = options;
    this.frame = frameProps(options.paneUrl, {
      conversationId: this.#conversationId,
      controlId: this.#controlId,
      hostOrigin: window.location.origin,
      locale: workbook.locale.name,
    });
    this.richApi = new RichApi(workbook, (entries) => this.#tell(entries));
    this.#stopListening = workbook.listen((event) => {
      if (event.kind === 'selected') this.#fire('documentSelectionChanged', {});
    });
    window.addEventListener('message', this.#receive);
  }

  dispose(): void {
    this.#options.window.removeEventListener('message', this.#receive);
    this.#stopListening();
    this.richApi.dispose();
  }

  /** The conversation id is unguessable and the origin is checked: the first window that knows both is the pane. */
  #onMessage(event: MessageLike): void {
    if (event.origin !== this.#paneOrigin || !canReceive(event.source)) return;
    const request = readRequest(event.data, this.#conversationId);
    if (request === undefined || (this.#pane !== undefined && this.#pane !== event.source)) return;
    this.#pane = event.source;
    void this.#handle(request);
  }

  async #handle(request: PaneRequest): Promise<void> {
    const data = await this.#answer(request);
    const wait = request._actionName === 'executeMethod' ? this.#options.latency() : 0;
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    this.#post(hostMessage(request, this.#options.window.location.origin, { data, event: false }));
  }

  async #answer(request: PaneRequest): Promise<unknown> {
    if (request._actionType === RequestAction.register) {
      this.#events.set(request._actionName, request);
      return { Error: 0 };
    }
    if (request._actionType === RequestAction.unregister) {
      this.#events.delete(request._actionName);
      return { Error: 0 };
    }
    if (request._actionName === 'ContextActivationManager_getAppContextAsync')
      return appContext(this.#options.workbook, this.#controlId);
    // Telemetry, focus and the like arrive as notifyHost: heard, and kept from every network.
    if (request._actionName !== 'executeMethod') return null;
    return this.#execute(request._data);
  }

  async #execute(data: unknown): Promise<unknown> {
    const { workbook, warn } = this.#options;
    try {
      return await dispatch(data, { workbook, richApi: this.richApi, warn });
    } catch (error) {
      // The simulator's own mistake: say so, and answer, because office.js would wait for ever.
      warn(`Excel sandbox: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return { Version: 1, Error: 5001 };
    }
  }

  #tell(entries: readonly EventEntry[]): void {
    this.#fire('richApiMessage', { ArrayData: entries.map(wireEntry) });
  }

  #fire(name: string, data: unknown): void {
    const registration = this.#events.get(name);
    if (registration === undefined) return;
    this.#post(hostMessage(registration, this.#options.window.location.origin, { data, event: true }));
  }

  #post(message: unknown): void {
    this.#pane?.postMessage(JSON.stringify(message), this.#paneOrigin);
  }
}

function canReceive(source: unknown): source is MessageTarget {
  return typeof source === 'object' && source !== null && 'postMessage' in source;
}
