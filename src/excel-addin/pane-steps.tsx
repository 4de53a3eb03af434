import { Spinner } from '@fluentui/react-components';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import type { WorkbookView } from '../contract/adoption.ts';
import type { CheckInReceipt } from '../contract/check-in-batch.ts';
import { detectMapping } from '../domain/sheet/detect-mapping.ts';
import type { SheetMapping } from '../domain/sheet/mapping.ts';
import type { Result } from '../domain/result.ts';
import { type Adopted, AdoptStep } from './adopt-step.tsx';
import { CheckInStep } from './check-in-step.tsx';
import { type LocatedTable, locateTable } from './own-columns.ts';
import { usePane } from './pane-context.ts';
import { PaneFrame } from './pane-frame.tsx';
import { ReceiptStep } from './receipt-step.tsx';
import type { SheetReading } from './sheet-port.ts';
import { CallTrouble, type Trouble } from './trouble.tsx';
import { useFreshWorkbook } from './use-fresh-workbook.ts';
import { inSheet, type SheetTrouble } from './sheet-trouble.ts';
import { writeVerdicts } from './write-verdicts.ts';

type Step =
  | { readonly kind: 'reading' }
  | { readonly kind: 'trouble'; readonly trouble: Trouble }
  | { readonly kind: 'unreadable'; readonly title: string; readonly message: string }
  | { readonly kind: 'adopt'; readonly reading: SheetReading; readonly mapping: SheetMapping }
  | {
      readonly kind: 'check-in';
      readonly reading: SheetReading;
      readonly table: LocatedTable;
      readonly workbook: WorkbookView;
    }
  | {
      readonly kind: 'receipt';
      readonly receipt: CheckInReceipt;
      readonly workbook: WorkbookView;
      readonly reading: SheetReading;
      readonly table: LocatedTable;
    };

/** Reads the sheet and shows the step that fits it: adopt an unknown one, check in on a known one. */
export function PaneSteps(): ReactNode {
  const pane = usePane();
  const [step, setStep] = useState<Step>({ kind: 'reading' });
  const [round, setRound] = useState(0);
  const { refresh } = pane;
  const reread = useCallback(() => void refresh().then(() => setRound((count) => count + 1)), [refresh]);
  useEffect(() => {
    let stale = false;
    void inSheet(() => firstStep(pane)).then((next) => {
      if (!stale) setStep(orTrouble(next));
    });
    return () => {
      stale = true;
    };
  }, [pane, round]);

  useFreshWorkbook(shownIn(step), (fresh) => void inSheet(() => refreshed(pane, step, fresh)).then(reread));

  switch (step.kind) {
    case 'reading':
      return <Spinner label="Reading the sheet" style={{ marginTop: 48 }} />;
    case 'trouble':
      return <CallTrouble trouble={step.trouble} onRetry={reread} />;
    case 'unreadable':
      return (
        <PaneFrame
          title={step.title}
          footer={{ label: 'Read the sheet again', caption: '', quiet: true, onClick: reread }}
        >
          <p>{step.message}</p>
        </PaneFrame>
      );
    case 'adopt':
      return (
        <AdoptStep
          reading={step.reading}
          mapping={step.mapping}
          onReread={reread}
          onAdopted={async (adopted) => {
            const kept = await inSheet(() => keepAdopted(pane, step.reading, adopted));
            if (!kept.ok) setStep({ kind: 'unreadable', ...kept.error });
            else if (kept.value) setStep(kept.value);
            else reread();
          }}
        />
      );
    case 'check-in':
      return (
        <CheckInStep
          {...step}
          onReread={reread}
          onSent={async (receipt) => {
            const workbook = await inSheet(() => afterSending(pane, step));
            if (!workbook.ok) setStep({ kind: 'unreadable', ...workbook.error });
            else setStep({ ...step, kind: 'receipt', receipt, workbook: workbook.value });
          }}
        />
      );
    case 'receipt':
      return (
        <ReceiptStep
          receipt={step.receipt}
          workbook={step.workbook}
          onReread={reread}
          onShowVerdict={() => void inSheet(() => showVerdict(pane, step)).then(reread)}
        />
      );
  }
}

type PaneValue = ReturnType<typeof usePane>;

/** A step that says why Excel refused, in the place of what was wanted. */
function orTrouble(result: Result<Step, SheetTrouble>): Step {
  return result.ok ? result.value : { kind: 'unreadable', ...result.error };
}

async function firstStep({ client, sheet }: PaneValue): Promise<Step> {
  const reading = await sheet.read();
  if (reading.workbookId === null) return adoptOrRefuse(reading);
  const result = await client('readWorkbook', { params: { workbook: reading.workbookId } });
  if (!result.ok) {
    return { kind: 'trouble', trouble: { failure: result.error, what: 'This workbook did not load' } };
  }
  const workbook = result.value;
  if (!workbook.mapping) return adoptOrRefuse(reading);
  const mapped =
    reading.sheet === workbook.mapping.sheet ? reading : await sheet.read(workbook.mapping.sheet);
  const table = locateTable(mapped.grid, workbook.mapping);
  return table ? { kind: 'check-in', reading: mapped, table, workbook } : adoptOrRefuse(reading);
}

function adoptOrRefuse(reading: SheetReading): Step {
  const detected = detectMapping(reading.grid);
  if (!detected.ok) {
    return { kind: 'unreadable', title: 'No table of KPIs was found here', message: detected.error.message };
  }
  if (reading.isProtected) {
    return {
      kind: 'unreadable',
      title: 'This sheet is protected',
      message:
        'Lastmile adds a key column and five verdict columns beside the table. Unprotect the sheet, then read it again.',
    };
  }
  if (detected.value.orientation !== 'records_in_rows') {
    return {
      kind: 'unreadable',
      title: 'The KPIs of this sheet stand in columns',
      message:
        'Only sheets with one KPI in each row can be adopted yet. Copy the table transposed, then read it again.',
    };
  }
  return { kind: 'adopt', reading, mapping: detected.value };
}

/** Keys and verdicts into the sheet, the mapping to the server, the workbook's name into the file; null: done. */
async function keepAdopted(
  { client, sheet }: PaneValue,
  reading: SheetReading,
  adopted: Adopted,
): Promise<Step | null> {
  const saved = await client('saveMapping', {
    params: { workbook: adopted.workbook },
    body: adopted.mapping,
  });
  if (!saved.ok) {
    return {
      kind: 'trouble',
      trouble: { failure: saved.error, what: 'The KPIs exist; the sheet is not tied to them yet' },
    };
  }
  await sheet.keepWorkbookId(adopted.workbook);
  await writeVerdicts(sheet, {
    sheet: reading.sheet,
    mapping: adopted.mapping,
    keys: adopted.keys,
    workbook: saved.value,
    withFormats: true,
  });
  return null;
}

function shownIn(step: Step): WorkbookView | null {
  return step.kind === 'check-in' || step.kind === 'receipt' ? step.workbook : null;
}

/** The verdict columns follow what the server says now; the manager's cells are not touched. */
async function refreshed({ sheet }: PaneValue, step: Step, workbook: WorkbookView): Promise<void> {
  if (step.kind !== 'check-in' && step.kind !== 'receipt') return;
  const { reading, table } = step;
  await writeVerdicts(sheet, {
    sheet: reading.sheet,
    mapping: table.mapping,
    keys: table.keyByRow,
    workbook,
    withFormats: false,
  });
}

/** Selects the status of the first reported KPI, beside its row. */
async function showVerdict(
  { sheet }: PaneValue,
  { receipt, reading, table }: Extract<Step, { kind: 'receipt' }>,
): Promise<void> {
  const reported = new Set(receipt.outcomes.map(({ kpi }) => kpi));
  const [row] = [...table.keyByRow].find(([, key]) => reported.has(key)) ?? [table.mapping.headerRow];
  await sheet.select(reading.sheet, `${table.mapping.verdictColumn}${row}`);
}

async function afterSending(
  { client, sheet }: PaneValue,
  { reading, table, workbook }: Extract<Step, { kind: 'check-in' }>,
): Promise<WorkbookView> {
  const fresh = await client('readWorkbook', { params: { workbook: workbook.workbook } });
  const value = fresh.ok ? fresh.value : workbook;
  await writeVerdicts(sheet, {
    sheet: reading.sheet,
    mapping: table.mapping,
    keys: table.keyByRow,
    workbook: value,
    withFormats: false,
  });
  return value;
}
