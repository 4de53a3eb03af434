import { AppFrame } from './app-frame.ts';
import type { DialogAnswer, DialogRequest, DialogSize } from './host-calls.ts';
import { type TeamsManifest, checkedUrl } from './manifest.ts';

/** One dialog (task module) at a time: a second frame whose answer goes to the page that asked. */
export class DialogSlot {
  readonly #stage: HTMLElement;
  readonly #manifest: TeamsManifest;
  #open: { readonly frame: AppFrame; readonly answer: DialogAnswer } | undefined;

  constructor(stage: HTMLElement, manifest: TeamsManifest) {
    this.#stage = stage;
    this.#manifest = manifest;
  }

  get frame(): AppFrame | undefined {
    return this.#open?.frame;
  }

  /** Throws for a page outside the manifest's domains, and while another dialog is open. */
  open(from: AppFrame, request: DialogRequest, answer: DialogAnswer): void {
    if (this.#open) throw new Error('A dialog is already open.');
    const frame = new AppFrame(this.#stage, {
      url: checkedUrl(this.#manifest, request.url, 'task'),
      context: 'task',
      title: request.title ?? 'Dialog',
      pageId: from.pageId,
      subPageId: from.subPageId,
      meetingId: from.meetingId,
    });
    this.#open = { frame, answer };
    this.resize(request);
  }

  resize(size: DialogSize): void {
    const style = this.#open?.frame.element.style;
    if (!style) return;
    if (size.width !== undefined) style.width = length(size.width);
    if (size.height !== undefined) style.height = length(size.height);
  }

  /** Ends the dialog, if one is open: exactly one of error and result reaches the page that asked. */
  end(error: string | undefined, result?: unknown): void {
    const open = this.#open;
    this.#open = undefined;
    open?.frame.remove();
    open?.answer(error, result);
  }
}

/** Pixels, or one of the sizes Teams names. */
function length(size: number | string): string {
  if (typeof size === 'number') return `${size}px`;
  return { small: '20rem', medium: '32rem', large: '50rem' }[size] ?? '32rem';
}
