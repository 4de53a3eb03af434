import type { AppFrame } from './app-frame.ts';
import { type EntityLink, entityLink, readEntityLink } from './deep-link.ts';
import { NOT_FOUND, NOT_SUPPORTED, type SdkError } from './protocol.ts';

/** What the answers below need from the host. */
export interface HostActions {
  readonly appId: string;
  readonly runtimeJson: () => string;
  readonly awaitsSuccess: () => boolean;
  readonly contextFor: (frame: AppFrame) => Readonly<Record<string, unknown>>;
  readonly setState: (frame: AppFrame, state: string) => void;
  readonly navigate: (link: Omit<EntityLink, 'appId'>) => void;
  readonly openExternal: (url: string) => void;
  readonly share: (link: string) => void;
  readonly openDialog: (from: AppFrame, request: DialogRequest, answer: DialogAnswer) => void;
  readonly completeDialog: (result: unknown) => void;
  readonly resizeDialog: (size: DialogSize) => void;
  readonly bridge: (frame: AppFrame, message: string) => Promise<string>;
}

export interface DialogSize {
  readonly width?: number | string;
  readonly height?: number | string;
}

export interface DialogRequest extends DialogSize {
  readonly url: string;
  readonly title?: string;
}

export type DialogAnswer = (error: string | undefined, result: unknown) => void;

export interface Call {
  readonly frame: AppFrame;
  readonly args: readonly unknown[];
  readonly data: unknown;
  readonly reply: (...args: readonly unknown[]) => void;
}

export type Answer = (host: HostActions, call: Call) => void | Promise<void>;

/** Every call this host knows. What is not here is refused, and reported as a violation. */
export const HOST_CALLS: ReadonlyMap<string, Answer> = new Map<string, Answer>([
  ['initialize', initialize],
  ['getContext', (host, { frame, reply }) => reply(host.contextFor(frame))],
  ['registerHandler', (_host, { frame, args }) => void frame.handlers.add(String(args[0]))],
  ['readyToUnload', () => undefined],
  ['appInitialization.appLoaded', (host, { frame }) => host.setState(frame, 'loaded')],
  ['appInitialization.success', success],
  ['appInitialization.failure', failure],
  ['appInitialization.expectedFailure', failure],
  ['executeDeepLink', openLink],
  ['pages.navigateToApp', navigateToApp],
  ['pages.currentApp.navigateTo', navigateTo],
  ['pages.currentApp.navigateToDefaultPage', navigateTo],
  ['shareDeepLink', share],
  ['tasks.startTask', startTask],
  ['tasks.updateTask', (host, { args }) => host.resizeDialog(args[0] as DialogSize)],
  ['tasks.completeTask', (host, { args }) => host.completeDialog(args[0])],
  ['nestedAppAuth.execute', bridge],
]);

/** Calls the library reads as `[success, reason]`; all others read an SdkError in the first place. */
const STATUS_STYLE = new Set([
  'executeDeepLink',
  'pages.navigateToApp',
  'navigateCrossDomain',
  'navigateBack',
]);

/** The loud refusal of a call this host does not know. */
export function refusalOf(func: string): readonly unknown[] {
  const message = `The sandbox's Teams does not implement '${func}'.`;
  return STATUS_STYLE.has(func) ? [false, message] : [sdkError(NOT_SUPPORTED, message)];
}

/** The runtime belongs into the fourth place: nested app authentication is read from there alone. */
function initialize(host: HostActions, { frame, reply }: Call): void {
  reply(frame.context, 'web', '2.0.1', host.runtimeJson());
}

function success(host: HostActions, { frame, reply }: Call): void {
  host.setState(frame, 'ready');
  if (host.awaitsSuccess()) reply(undefined);
}

function failure(host: HostActions, { frame, args }: Call): void {
  const [reason, message = ''] = args as readonly string[];
  host.setState(frame, `failed ${reason}: ${message}`);
}

function openLink(host: HostActions, { args, reply }: Call): void {
  const url = String(args[0]);
  const link = readEntityLink(url);
  attempt(
    () => (link?.appId === host.appId ? host.navigate(link) : host.openExternal(url)),
    () => reply(true),
    (reason) => reply(false, reason),
  );
}

function navigateToApp(host: HostActions, { args, reply }: Call): void {
  const { appId, pageId, subPageId } = (args[0] ?? {}) as Partial<
    Record<'appId' | 'pageId' | 'subPageId', string>
  >;
  const place = { pageId: pageId ?? '', ...(subPageId === undefined ? {} : { subPageId }) };
  attempt(
    () => {
      if (appId === host.appId) host.navigate(place);
      else host.openExternal(entityLink({ appId: appId ?? '', ...place }));
    },
    () => reply(true),
    (reason) => reply(false, reason),
  );
}

function navigateTo(host: HostActions, { frame, args, reply }: Call): void {
  const { pageId, subPageId } = (args[0] ?? {}) as Partial<Record<'pageId' | 'subPageId', string>>;
  attempt(
    () =>
      host.navigate({ pageId: pageId ?? frame.pageId, ...(subPageId === undefined ? {} : { subPageId }) }),
    () => reply(undefined),
    (reason) => reply(sdkError(NOT_FOUND, reason)),
  );
}

function share(host: HostActions, { frame, args }: Call): void {
  const [subPageId, label, webUrl] = args.map((arg) => (typeof arg === 'string' ? arg : undefined));
  const link = { appId: host.appId, pageId: frame.pageId, ...(subPageId === undefined ? {} : { subPageId }) };
  host.share(
    entityLink(link, {
      ...(label === undefined ? {} : { label }),
      ...(webUrl === undefined ? {} : { webUrl }),
    }),
  );
}

function startTask(host: HostActions, { frame, args, reply }: Call): void {
  const answer: DialogAnswer = (error, result) => reply(error, result);
  attempt(
    () => host.openDialog(frame, args[0] as DialogRequest, answer),
    () => undefined,
    (reason) => reply(reason),
  );
}

/** The answer is a text in the second place; anything else is silently ignored by the library. */
async function bridge(host: HostActions, { frame, data, reply }: Call): Promise<void> {
  reply(null, await host.bridge(frame, String(data)));
}

/** Runs what a page asked for; a refusal (of the manifest, say) is the page's to hear, not ours to throw. */
function attempt(action: () => void, done: () => void, refused: (reason: string) => void): void {
  try {
    action();
  } catch (cause) {
    refused(cause instanceof Error ? cause.message : String(cause));
    return;
  }
  done();
}

function sdkError(errorCode: number, message: string): SdkError {
  return { errorCode, message };
}
