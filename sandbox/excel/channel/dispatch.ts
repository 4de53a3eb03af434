import type { Workbook } from '../model/workbook.ts';
import type { RichApi } from '../rich-api/rich-api.ts';
import type { Batch } from '../rich-api/wire.ts';

/** `executeMethod`'s numbers (office-host.md 3.4). */
export const DispatchId = {
  batch: 93,
  saveSettings: 76,
  refreshSettings: 75,
  accessToken: 98,
  commandDone: 94,
} as const;

const SSO_REFUSED = 13_001;
const CELL_EDIT = 5004;
const INTERNAL_ERROR = 5001;

export interface DispatchHost {
  readonly workbook: Workbook;
  readonly richApi: RichApi;
  readonly warn: (text: string) => void;
}

type Answer = Readonly<Record<string, unknown>>;

/** One `executeMethod` call. Every call gets an answer: an unanswered batch would wait for ever. */
export async function dispatch(data: unknown, host: DispatchHost): Promise<Answer> {
  const call = data as { readonly DdaMethod?: { readonly DispatchId?: number } };
  switch (call.DdaMethod?.DispatchId ?? 0) {
    case DispatchId.batch:
      return runBatch((data as { readonly ArrayData: readonly unknown[] }).ArrayData, host);
    case DispatchId.saveSettings:
      return saveSettings(data, host.workbook);
    case DispatchId.refreshSettings:
      return answer({
        Properties: {
          Settings: [...host.workbook.documentSettings].map(([Name, Value]) => ({ Name, Value })),
        },
      });
    case DispatchId.accessToken:
      // Single sign-on is refused on purpose: the product signs in with nested app authentication.
      return { Version: 1, Error: SSO_REFUSED };
    case DispatchId.commandDone:
      return answer({});
    default:
      host.warn(
        `Excel sandbox: office.js called method ${String(call.DdaMethod?.DispatchId)}, which is not simulated.`,
      );
      return { Version: 1, Error: INTERNAL_ERROR };
  }
}

function answer(rest: Answer): Answer {
  return { Version: 1, Error: 0, ...rest };
}

/** ArrayData is [customData, "POST", "ProcessQuery", headers, body, 0, flags, ...]. */
async function runBatch(parts: readonly unknown[], { richApi, warn }: DispatchHost): Promise<Answer> {
  const flags = typeof parts[6] === 'number' ? parts[6] : 0;
  const outcome = await richApi.run(JSON.parse(String(parts[4])) as Batch, flags);
  if (outcome.kind === 'cell-edit') return { Version: 1, Error: CELL_EDIT };
  const problem = outcome.answer.Error;
  if (problem?.Code === 'NotImplemented') warn(`Excel sandbox: ${problem.Message}`);
  return answer({ Data: [200, [], JSON.stringify(outcome.answer)] });
}

function saveSettings(data: unknown, workbook: Workbook): Answer {
  const { DdaSettingsMethod: saved } = data as {
    readonly DdaSettingsMethod?: { readonly Properties?: readonly (readonly [string, string])[] };
  };
  workbook.documentSettings = new Map(saved?.Properties ?? []);
  workbook.emit({ kind: 'settings' });
  return answer({});
}
