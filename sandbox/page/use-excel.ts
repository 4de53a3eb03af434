import { useEffect, useState } from 'react';
import type { SandboxPerson, SandboxState } from '../control.ts';
import type { FrameProps } from '../excel/channel/frame-props.ts';
import { ExcelHost } from '../excel/excel-host.ts';
import { brokerAt } from '../teams/page/broker-client.ts';
import { answerBridge } from '../teams/page/nested-app-auth.ts';
import { keepWorkbook, readWorkbook } from './control-client.ts';

export interface OpenExcel {
  readonly host: ExcelHost;
  readonly frame: FrameProps;
}

interface Wanted {
  readonly book: string | null;
  readonly person: string;
  readonly state: SandboxState;
}

/** Everybody in the sandbox reads English dates. */
const LOCALE = 'en-GB';
const KEEP_AFTER_MS = 400;

/** Opens a workbook for a person: a host, the pane's frame, sign-in for the pane, and keeping what changes. */
export function useExcel({ book, person, state }: Wanted): OpenExcel | null {
  const [open, setOpen] = useState<OpenExcel | null>(null);
  const { brokerPath, tenantId } = state.teams;
  const year = Number(state.now.slice(0, 4));
  const latency = state.misbehaviour.excelLatency;

  useEffect(() => {
    if (book === null) return undefined;
    const host = new ExcelHost({ window, currentYear: () => year });
    let stopped = false;
    readWorkbook(book).then(
      (json) => {
        if (stopped) return;
        host.openWorkbook(json);
        host.switchPerson({ locale: LOCALE });
        setOpen({ host, frame: host.frame(`${location.origin}/excel-addin/`) });
      },
      // The window keeps saying that it opens; the header says that the server is gone.
      () => undefined,
    );
    const stopKeeping = keepChanges(host, book);
    return () => {
      stopped = true;
      stopKeeping();
      host.dispose();
      setOpen(null);
    };
    // A new person is a new pane on the same file.
  }, [book, person, year]);

  useEffect(() => {
    if (open) open.host.latency = latency;
  }, [open, latency]);

  const who = state.people.find(({ id }) => id === person);
  useEffect(
    () => (who ? answerSignIn(who, { brokerPath, tenantId }) : undefined),
    [who, brokerPath, tenantId],
  );
  return open;
}

/** Saves the workbook a moment after it changed. */
function keepChanges(host: ExcelHost, book: string): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = (): void => {
    timer = undefined;
    void keepWorkbook(book, host.save());
  };
  const stop = host.onChange((event) => {
    if (event.kind === 'selected' || event.kind === 'editing') return;
    clearTimeout(timer);
    timer = setTimeout(save, KEEP_AFTER_MS);
  });
  return () => {
    stop();
    if (timer === undefined) return;
    clearTimeout(timer);
    save();
  };
}

interface SignIn {
  readonly brokerPath: string;
  readonly tenantId: string;
}

/** What desktop Excel injects into the pane as a bridge; here its messages come from the pane's frame. */
function answerSignIn(person: SandboxPerson, { brokerPath, tenantId }: SignIn): () => void {
  const receive = (event: MessageEvent<unknown>): void => {
    const text = bridgeText(event);
    if (text === null || !event.source) return;
    const { origin, host } = location;
    const broker = brokerAt(`${origin}${brokerPath}`);
    const source = event.source as Window;
    void answerBridge({ person, tenantId, environment: host, origin, broker }, text).then((answer) =>
      source.postMessage({ lastmileBridgeAnswer: answer }, origin),
    );
  };
  addEventListener('message', receive);
  return () => removeEventListener('message', receive);
}

function bridgeText({ data, origin }: MessageEvent<unknown>): string | null {
  if (origin !== location.origin || typeof data !== 'object' || data === null) return null;
  const text = (data as { readonly lastmileBridge?: unknown }).lastmileBridge;
  return typeof text === 'string' ? text : null;
}
