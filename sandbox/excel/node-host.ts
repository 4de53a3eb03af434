/// <reference types="office-js" preserve="true" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import type { Workbook } from './model/workbook.ts';
import { wireEntry } from './rich-api/event-types.ts';
import { RichApi } from './rich-api/rich-api.ts';
import type { Batch } from './rich-api/wire.ts';

export type ExcelNamespace = typeof Excel;
export type OfficeExtensionNamespace = typeof OfficeExtension;

export interface NodeHost {
  readonly Excel: ExcelNamespace;
  readonly OfficeExtension: OfficeExtensionNamespace;
  /** The pane's `context.sync()` calls so far. */
  readonly syncs: () => number;
  /** Milliseconds that every answer takes from now on. */
  setLatency(milliseconds: number): void;
  /** Puts another workbook behind the same library. */
  open(workbook: Workbook): void;
  dispose(): void;
}

const BUNDLE = 'excel-web-16.00.js';
/** office.js's code for a refused request; it becomes `InvalidOperationInCellEditMode` on the pane's side. */
const CELL_EDIT_STATUS = { statusCode: 400, headers: {}, code: 'InvalidOperationInCellEditMode' } as const;

interface Bridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost?: (text: string) => void;
}

interface HostMessage {
  readonly id: number;
  readonly type: number;
  readonly flags?: number;
  readonly message: { readonly body: string | Batch };
}

let running: NodeHost | undefined;

/**
 * The real, unmodified Excel client library in this process, answered by `workbook` (office-host.md 3.7).
 * The library can be evaluated once per realm; a second call opens the workbook behind the same library.
 */
export function startNodeHost(workbook: Workbook): NodeHost {
  running ??= evaluateLibrary();
  running.open(workbook);
  return running;
}

function evaluateLibrary(): NodeHost {
  const bridge = new NodeBridge();
  const globals = globalThis as unknown as Record<string, unknown>;
  globals['_richApiNativeBridge'] = bridge;
  standInForBrowser(globals);
  const file = path.join(
    path.dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')),
    'dist',
    BUNDLE,
  );
  vm.runInThisContext(readFileSync(file, 'utf8'), { filename: BUNDLE });
  return {
    Excel: globals['Excel'] as ExcelNamespace,
    OfficeExtension: globals['OfficeExtension'] as OfficeExtensionNamespace,
    syncs: () => bridge.syncs,
    setLatency: (milliseconds) => void (bridge.latency = milliseconds),
    open: (workbook) => bridge.open(workbook),
    dispose: () => bridge.close(),
  };
}

class NodeBridge implements Bridge {
  onMessageFromHost?: (text: string) => void;
  latency = 0;
  #api: RichApi | undefined;

  get syncs(): number {
    return this.#api?.syncs ?? 0;
  }

  open(workbook: Workbook): void {
    this.close();
    this.#api = new RichApi(workbook, (entries) => {
      this.#send({ type: 3, message: { entries: entries.map((entry) => wireEntry(entry).slice(0, 5)) } });
    });
  }

  close(): void {
    this.#api?.dispose();
    this.#api = undefined;
  }

  sendMessageToHost(text: string): void {
    const message = JSON.parse(text) as HostMessage;
    if (message.type === 1) void this.#answer(message);
  }

  async #answer({ id, flags, message }: HostMessage): Promise<void> {
    const batch = typeof message.body === 'string' ? (JSON.parse(message.body) as Batch) : message.body;
    const outcome = await this.#api?.run(batch, flags ?? 0);
    if (this.latency > 0) await new Promise((resolve) => setTimeout(resolve, this.latency));
    if (outcome?.kind === 'answer')
      this.#send({
        id,
        type: 2,
        message: { statusCode: 200, headers: {}, body: JSON.stringify(outcome.answer) },
      });
    else
      this.#send({
        id,
        type: 2,
        message: {
          ...CELL_EDIT_STATUS,
          body: JSON.stringify({ error: { code: CELL_EDIT_STATUS.code, message: CELL_EDIT_STATUS.code } }),
        },
      });
  }

  #send(message: unknown): void {
    this.onMessageFromHost?.(JSON.stringify(message));
  }
}

/** The few things of a page that the library touches while it loads. */
function standInForBrowser(globals: Record<string, unknown>): void {
  const page = {
    href: 'https://localhost/',
    search: '',
    hash: '',
    origin: 'https://localhost',
    protocol: 'https:',
    hostname: 'localhost',
  };
  globals['window'] ??= globalThis;
  globals['self'] ??= globalThis;
  globals['Office'] ??= {};
  globals['navigator'] ??= { userAgent: 'node', language: 'en-US' };
  globals['location'] ??= page;
  globals['document'] ??= {
    createElement: () => ({}),
    readyState: 'complete',
    domain: 'localhost',
    URL: page.href,
    addEventListener: () => undefined,
    getElementsByTagName: () => [],
    querySelectorAll: () => [],
  };
}
