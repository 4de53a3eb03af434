import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { WorkbookView } from '../contract/adoption.ts';
import type { CheckInLine, CheckInReceipt } from '../contract/check-in-batch.ts';
import { countWord } from '../domain/words/format.ts';
import { useFormat } from '../ui/reader.tsx';
import { type ChangedReading, changedReadings } from './changed-readings.ts';
import { CheckInCard } from './check-in-card.tsx';
import { checkInLines, idsOf, type LineIds, type Said, saidIn } from './check-in-lines.ts';
import type { LocatedTable } from './own-columns.ts';
import { usePane } from './pane-context.ts';
import { PaneFrame } from './pane-frame.tsx';
import { PlainItem, PlainList, Problem } from './pane-lists.tsx';
import { QuietStep } from './quiet-step.tsx';
import type { SheetReading } from './sheet-port.ts';
import { CallTrouble, type Trouble } from './trouble.tsx';
import { unsentStore } from './unsent.ts';

export interface CheckInStepProps {
  readonly reading: SheetReading;
  readonly table: LocatedTable;
  readonly workbook: WorkbookView;
  readonly onReread: () => void;
  readonly onSent: (receipt: CheckInReceipt) => Promise<void>;
}

/** What changed since last time, each with its computed status before anything is sent. */
export function CheckInStep(props: CheckInStepProps): ReactNode {
  const { reading, table, workbook, onReread, onSent } = props;
  const { client, sheet, me } = usePane();
  const format = useFormat();
  const store = unsentStore(localStorage, { workbook: workbook.workbook, person: me.person.id });
  const [ids] = useState<LineIds>(() => idsOf(store.list()));
  const [said, setSaid] = useState<ReadonlyMap<string, Said>>(
    () => new Map(store.list().map((line) => [line.kpi, saidIn(line)])),
  );
  const [early, setEarly] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const found = useMemo(
    () => changedReadings({ grid: reading.grid, table, kpis: workbook.kpis, today: me.today }),
    [reading, table, workbook, me.today],
  );
  const readings = useMemo(
    () => [
      ...found.changed,
      ...repeated(workbook, found.changed, early, { today: me.today, rowOf: found.rowOf }),
    ],
    [found, workbook, early, me.today],
  );
  const lines = useMemo(() => checkInLines({ readings, said, ids }), [readings, said, ids]);
  const preview = usePreview(lines, workbook.workbook);

  if (trouble) return <CallTrouble trouble={trouble} onRetry={() => setTrouble(null)} />;
  if (readings.length === 0 && found.troubles.length === 0) {
    return (
      <QuietStep
        workbook={workbook}
        waiting={store.list().length}
        onReread={onReread}
        onSay={(kpi) => setEarly((known) => [...known, kpi])}
      />
    );
  }
  const send = async (): Promise<void> => {
    setBusy(true);
    const result = await client('submitCheckIns', {
      body: { workbook: workbook.workbook, lines: [...lines] },
      idempotencyKey: crypto.randomUUID(),
    });
    if (result.ok) {
      store.forget([...store.list(), ...lines].map(({ id }) => id));
      await onSent(result.value);
    } else {
      if (result.error.kind === 'offline') store.keep(lines);
      setTrouble({
        failure: result.error,
        what: notSent(result.error.kind, lines.length),
        ...(result.error.kind === 'offline' ? { kept: KEPT } : {}),
      });
    }
    setBusy(false);
  };
  const outcomeOf = (cell: string) => preview?.outcomes.find(({ ref }) => ref === cell);
  const sendable = (preview?.outcomes ?? []).filter(({ outcome }) => outcome !== 'refused').length;
  return (
    <PaneFrame
      title={titleOf(readings.length)}
      caption={reportLine(workbook, format.weekday)}
      {...(readings.length === 0 ? {} : { onReread })}
      footer={
        readings.length === 0
          ? {
              label: 'Read the sheet again',
              caption: 'Nothing can be sent yet.',
              quiet: true,
              onClick: onReread,
            }
          : {
              label: sendable === 1 ? 'Send 1 check-in' : `Send ${sendable} check-ins`,
              caption: preview?.footer ?? '',
              busy: busy || preview === null || sendable === 0,
              onClick: () => void send(),
            }
      }
    >
      {readings.map((one) => (
        <CheckInCard
          key={`${one.kpi.id}${one.date}`}
          reading={one}
          outcome={outcomeOf(one.cell)}
          said={said.get(one.kpi.id) ?? {}}
          today={me.today}
          onSay={(more) => setSaid((known) => new Map(known).set(one.kpi.id, more))}
          onCell={() => void sheet.select(reading.sheet, one.cell)}
        />
      ))}
      {found.troubles.length > 0 ? (
        <PlainList>
          {found.troubles.map(({ cell, message }) => (
            <PlainItem key={cell + message}>
              <Problem cell={cell} message={message} onCell={() => void sheet.select(reading.sheet, cell)} />
            </PlainItem>
          ))}
        </PlainList>
      ) : null}
    </PaneFrame>
  );
}

/** The computed status of every line, from a dry run; null until it is there. */
function usePreview(lines: readonly CheckInLine[], workbook: string): CheckInReceipt | null {
  const { client } = usePane();
  const [receipt, setReceipt] = useState<CheckInReceipt | null>(null);
  useEffect(() => {
    if (lines.length === 0) return undefined;
    let stale = false;
    void client('submitCheckIns', { body: { workbook, dryRun: true, lines: [...lines] } }).then((result) => {
      if (!stale && result.ok) setReceipt(result.value);
    });
    return () => {
      stale = true;
    };
  }, [client, lines, workbook]);
  return receipt;
}

interface Repeating {
  readonly today: string;
  readonly rowOf: ReadonlyMap<string, number>;
}

/** Something can be said without a new number: the last reading is confirmed for today. */
function repeated(
  workbook: WorkbookView,
  changed: readonly ChangedReading[],
  early: readonly string[],
  { today, rowOf }: Repeating,
): readonly ChangedReading[] {
  return workbook.kpis.flatMap((kpi) => {
    if (!early.includes(kpi.id) || !kpi.lastReading || changed.some((one) => one.kpi.id === kpi.id))
      return [];
    const { value, date } = kpi.lastReading;
    return [{ kpi, cell: `A${rowOf.get(kpi.id) ?? 1}`, date: today, value, corrects: date === today }];
  });
}

function titleOf(count: number): string {
  if (count === 0) return 'Some cells cannot be read';
  return count === 1 ? 'One reading changed' : `${countWord(count)} readings changed`;
}

function reportLine({ kpis }: WorkbookView, weekday: (date: string) => string): string {
  const next = kpis
    .flatMap(({ mine, reportDue }) => (mine && reportDue !== null ? [reportDue] : []))
    .toSorted()[0];
  return next === undefined ? '' : `Next report due ${weekday(next)}`;
}

const KEPT =
  'There is no connection. Send again when it is back; nothing is stored twice. You can close Excel.';

function notSent(kind: Trouble['failure']['kind'], count: number): string {
  const what = count === 1 ? 'The check-in' : `The ${count} check-ins`;
  if (kind !== 'offline') return `${what} could not be sent`;
  return count === 1 ? 'One check-in is kept here' : `${countWord(count)} check-ins are kept here`;
}
