import { AppFrame } from './app-frame.ts';
import { flatContext } from './context.ts';
import { type EntityLink, readEntityLink } from './deep-link.ts';
import { DialogSlot } from './dialog.ts';
import { HOST_CALLS, type HostActions, refusalOf } from './host-calls.ts';
import { type StaticTab, type TeamsManifest, checkedUrl, tabOf } from './manifest.ts';
import { type HostPerson, type TokenBroker, answerBridge } from './nested-app-auth.ts';
import type { AppCall, FrameContext, Theme } from './protocol.ts';
import { type HostRuntime, RUNTIME } from './runtime.ts';

export interface TeamsHostOptions {
  readonly manifest: TeamsManifest;
  /** Where the tab's frame goes; dialogs go there too, after it. */
  readonly stage: HTMLElement;
  readonly tenantId: string;
  /** Host and port of the sign-in authority. */
  readonly environment: string;
  readonly person: HostPerson;
  readonly broker: TokenBroker;
  readonly theme?: Theme;
  readonly runtime?: HostRuntime;
  /**
   * What happens to a page that registered a `load` handler when it is opened again: `kind` resumes it with the new
   * place, `stale` with the old one (as reported of real clients), `none` always reloads.
   */
  readonly cachedTabs?: 'none' | 'kind' | 'stale';
  /** Links that lead out of our app: meetings, mail, the web. */
  readonly openExternal?: (url: string) => void;
}

/** A call as the host saw it. */
export interface HostTrace {
  readonly from: FrameContext;
  readonly func: string;
  readonly args: readonly unknown[];
  readonly data?: unknown;
}

const CLOSED_BY_PERSON = 'User cancelled/closed the task module.';

/**
 * A simulated Teams: the parent side of teams-js 2.58. It knows the protocol, the app manifest and a token broker, and
 * nothing of the tab's code. Must live in the top window: the library looks for the bridge there. Dispatches `change`
 * after every call and action, and `violation` for a call it does not know.
 */
export class TeamsHost extends EventTarget {
  readonly trace: HostTrace[] = [];
  /** Calls this host does not implement. A test that ends with any has found a gap or a bug. */
  readonly violations: HostTrace[] = [];
  readonly externalLinks: string[] = [];
  /** The last link the page shared. */
  sharedLink: string | undefined;
  cachedTabs: 'none' | 'kind' | 'stale';
  /** The capabilities announced from the next page on. */
  runtime: HostRuntime;
  #theme: Theme;
  #person: HostPerson;
  #state = 'empty';
  #tab: AppFrame | undefined;
  readonly #dialog: DialogSlot;
  readonly #options: TeamsHostOptions;
  readonly #actions: HostActions;
  readonly #listening = new AbortController();

  constructor(options: TeamsHostOptions) {
    super();
    this.#options = options;
    this.#theme = options.theme ?? 'default';
    this.#person = options.person;
    this.runtime = options.runtime ?? RUNTIME;
    this.cachedTabs = options.cachedTabs ?? 'none';
    this.#dialog = new DialogSlot(options.stage, options.manifest);
    this.#actions = this.#actionsForPages();
    globalThis.addEventListener('message', (event: MessageEvent<unknown>) => this.#receive(event), {
      signal: this.#listening.signal,
    });
  }

  /** `empty`, `loading`, `loaded`, `ready`, or `failed <reason>: <message>`. */
  get state(): string {
    return this.#state;
  }

  get theme(): Theme {
    return this.#theme;
  }

  get person(): HostPerson {
    return this.#person;
  }

  /** Opens a static tab of the manifest, the first one by default. */
  openTab(pageId?: string, subPageId?: string): void {
    const tab = tabOf(this.#options.manifest, pageId, 'content');
    if (!this.#resume(tab, subPageId)) this.#show(tab, 'content', { subPageId });
  }

  /** Opens a static tab in the side panel of a meeting. */
  openSidePanel(meetingId: string, pageId?: string, subPageId?: string): void {
    this.#show(tabOf(this.#options.manifest, pageId, 'sidePanel'), 'sidePanel', { subPageId, meetingId });
  }

  /** Follows a link as a click in a chat or an invitation would. */
  openDeepLink(url: string): void {
    const link = readEntityLink(url);
    if (!link) throw new Error(`not a link to an app: ${url}`);
    if (link.appId !== this.#options.manifest.id) throw new Error(`a link to another app: ${link.appId}`);
    this.#navigate(link);
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    for (const frame of this.#frames()) frame.notify('themeChange', theme);
    this.#changed();
  }

  /** Signs somebody else in: the open page starts again, without its dialog and its sub-page. */
  switchPerson(person: HostPerson): void {
    this.#dialog.end(CLOSED_BY_PERSON);
    this.#person = person;
    const open = this.#tab;
    if (!open) return this.#changed();
    this.#tab = undefined;
    open.remove();
    if (open.meetingId === undefined) this.openTab(open.pageId);
    else this.openSidePanel(open.meetingId, open.pageId);
  }

  /** Closes the dialog as a person does with its cross. */
  closeDialog(): void {
    this.#dialog.end(CLOSED_BY_PERSON);
    this.#changed();
  }

  /** Takes every page down and stops listening. */
  dispose(): void {
    this.#listening.abort();
    this.#dialog.frame?.remove();
    this.#tab?.remove();
    this.#setState('empty');
  }

  #show(
    tab: StaticTab,
    context: 'content' | 'sidePanel',
    place: { readonly subPageId?: string | undefined; readonly meetingId?: string },
  ): void {
    const url = checkedUrl(this.#options.manifest, tab.contentUrl, context);
    this.#dialog.end(CLOSED_BY_PERSON);
    this.#tab?.remove();
    const title = tab.name ?? tab.entityId;
    this.#tab = new AppFrame(this.#options.stage, { url, context, title, pageId: tab.entityId, ...place });
    this.#setState('loading');
  }

  /** A page that listens for `load` is kept by the host and told where it is instead of being loaded again. */
  #resume(tab: StaticTab, subPageId: string | undefined): boolean {
    const open = this.#tab;
    const kept = open?.context === 'content' && open.pageId === tab.entityId && open.handlers.has('load');
    if (!kept || this.cachedTabs === 'none') return false;
    if (this.cachedTabs === 'kind') open.subPageId = subPageId;
    this.#setState('loading');
    return open.notify('load', { entityId: tab.entityId, contentUrl: tab.contentUrl });
  }

  #navigate(link: Omit<EntityLink, 'appId'>): void {
    const meetingId = this.#tab?.meetingId;
    if (meetingId === undefined) this.openTab(link.pageId, link.subPageId);
    else this.openSidePanel(meetingId, link.pageId, link.subPageId);
  }

  #receive(event: MessageEvent<unknown>): void {
    for (const frame of this.#frames()) {
      const call = frame.callIn(event);
      if (call) this.#answer(frame, call);
    }
  }

  #answer(frame: AppFrame, call: AppCall): void {
    const { func, args = [], data } = call;
    const seen: HostTrace = { from: frame.context, func, args, ...(data === undefined ? {} : { data }) };
    this.trace.push(seen);
    const reply = (...values: readonly unknown[]): void => frame.reply(call, values);
    const answer = HOST_CALLS.get(func);
    if (answer) void answer(this.#actions, { frame, args, data, reply });
    else this.#refuse(seen, reply);
    this.#changed();
  }

  #refuse(seen: HostTrace, reply: (...values: readonly unknown[]) => void): void {
    this.violations.push(seen);
    console.error(`Simulated Teams: '${seen.func}' is not implemented`, seen.args);
    this.dispatchEvent(new CustomEvent('violation', { detail: seen }));
    reply(...refusalOf(seen.func));
  }

  #actionsForPages(): HostActions {
    const { manifest, tenantId, environment, broker } = this.#options;
    return {
      appId: manifest.id,
      runtimeJson: () => JSON.stringify(this.runtime),
      awaitsSuccess: () => this.runtime.supports.app?.notifySuccessResponse !== undefined,
      contextFor: (frame) =>
        flatContext(frame, { appId: manifest.id, tenantId, person: this.#person, theme: this.#theme }),
      // A dialog's own start does not concern the tab behind it.
      setState: (frame, state) => {
        if (frame === this.#tab) this.#setState(state);
      },
      navigate: (link) => this.#navigate(link),
      openExternal: (url) => this.#openExternal(url),
      share: (link) => {
        this.sharedLink = link;
      },
      openDialog: (from, request, answer) => this.#dialog.open(from, request, answer),
      completeDialog: (result) => this.#dialog.end(undefined, result),
      resizeDialog: (size) => this.#dialog.resize(size),
      bridge: (frame, message) =>
        answerBridge({ person: this.#person, tenantId, environment, origin: frame.origin, broker }, message),
    };
  }

  #openExternal(url: string): void {
    if (!URL.canParse(url)) throw new Error(`not an address: ${url}`);
    this.externalLinks.push(url);
    this.#options.openExternal?.(url);
  }

  #frames(): readonly AppFrame[] {
    return [this.#tab, this.#dialog.frame].filter((frame) => frame !== undefined);
  }

  #setState(state: string): void {
    this.#state = state;
    this.#changed();
  }

  #changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}
