import { useEffect, useEffectEvent, useMemo, useState, type ReactNode } from 'react';
import type { AdoptionOutcome, AdoptionReceipt, Mapping } from '../contract/adoption.ts';
import type { PersonRef } from '../contract/primitives.ts';
import { columnLetters } from '../domain/sheet/grid.ts';
import type { SheetMapping } from '../domain/sheet/mapping.ts';
import { type AdoptedField, type ColumnChoice, initialChoice, numberOf } from './column-choice.ts';
import { AdoptColumns } from './adopt-columns.tsx';
import { AdoptRows } from './adopt-rows.tsx';
import { adoptionRows, type Answers, type SheetRow } from './adoption-rows.ts';
import { placedProblems } from './adoption-problems.ts';
import { mappingToKeep } from './own-columns.ts';
import { usePane } from './pane-context.ts';
import { type SheetReading, VERDICT_HEADERS } from './sheet-port.ts';
import { CallTrouble, type Trouble } from './trouble.tsx';

export interface AdoptStepProps {
  readonly reading: SheetReading;
  readonly mapping: SheetMapping;
  readonly onAdopted: (adopted: Adopted) => Promise<void>;
  /** Another reading of the same sheet follows; what was chosen and answered stays. */
  readonly onReread: () => void;
}

export interface Adopted {
  readonly workbook: string;
  readonly mapping: Mapping;
  /** The key of each adopted row, by 1-based sheet row. */
  readonly keys: ReadonlyMap<number, string>;
}

/** Null: the person said that the sheet has no such column. */
type ChosenColumns = ReadonlyMap<AdoptedField, string | null>;

const NO_ANSWERS: Answers = { owners: new Map(), dates: new Map() };

/** From an unknown sheet to KPIs: columns, then rows; each change is checked by a dry run before anything is sent. */
export function AdoptStep({ reading, mapping, onAdopted, onReread }: AdoptStepProps): ReactNode {
  const { client, sheet, me } = usePane();
  const [chosen, setChosen] = useState<ChosenColumns>(new Map());
  const choice = useMemo(() => choiceOf(mapping, chosen), [mapping, chosen]);
  const [checking, setChecking] = useState(false);
  const [answers, setAnswers] = useState(NO_ANSWERS);
  const [workbook] = useState(() => reading.workbookId ?? crypto.randomUUID());
  const [ids] = useState(() => new Map<number, string>());
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const rows = useMemo(
    () =>
      adoptionRows({
        grid: reading.grid,
        mapping,
        choice,
        answers,
        today: me.today,
        idOf: (row) => idFor(ids, row),
      }),
    [reading, mapping, choice, answers, me.today, ids],
  );
  // A row with a cell that cannot be read is checked for what else is wrong, and never created without that cell.
  const send = async (dryRun: boolean): Promise<AdoptionReceipt | null> => {
    const sent = dryRun ? rows : rows.filter(({ problems }) => problems.length === 0);
    const result = await client('adoptKpis', {
      body: { workbook, dryRun, rows: sent.map(({ request }) => request) },
      idempotencyKey: crypto.randomUUID(),
    });
    setTrouble(result.ok ? null : { failure: result.error, what: 'The rows could not be checked' });
    return result.ok ? result.value : null;
  };
  const preview = useDryRun(checking ? rows : null, () => send(true));
  const people = usePeople(checking);

  if (!checking) {
    return (
      <AdoptColumns
        mapping={mapping}
        choice={choice}
        onChoose={(field, column) => setChosen((known) => new Map(known).set(field, column))}
        onNext={() => setChecking(true)}
        onReread={onReread}
      />
    );
  }
  if (trouble) return <CallTrouble trouble={trouble} onRetry={() => setTrouble(null)} />;
  const kept = mappingToKeep(mapping, choice, reading.grid);
  const create = async (): Promise<void> => {
    setBusy(true);
    const receipt = await send(false);
    if (receipt) await onAdopted({ workbook, mapping: kept, keys: keysOf(receipt) });
    setBusy(false);
  };
  return (
    <AdoptRows
      total={rows.length}
      ready={readyOf(rows, preview)}
      problems={placedProblems(rows, preview, { choice, nameColumn: choice.name ?? 'A' })}
      people={people}
      columns={`${kept.keyColumn} to ${lastVerdict(kept.verdictColumn)}`}
      busy={busy || preview === null}
      onOwner={(row, person) =>
        setAnswers((known) => ({ ...known, owners: withOwner(known.owners, sameOwner(rows, row), person) }))
      }
      onDate={(cell, date) =>
        setAnswers((known) => ({ ...known, dates: new Map(known.dates).set(cell, date) }))
      }
      onCell={(cell) => void sheet.select(reading.sheet, cell)}
      onCreate={() => void create()}
      onBack={() => setChecking(false)}
      onReread={onReread}
    />
  );
}

function readyOf(
  rows: readonly SheetRow[],
  preview: AdoptionReceipt | null,
): readonly Exclude<AdoptionOutcome, { outcome: 'refused' }>[] {
  const unread = new Set(rows.flatMap(({ problems, request }) => (problems.length > 0 ? [request.ref] : [])));
  return (preview?.outcomes ?? []).flatMap((one) =>
    one.outcome === 'refused' || unread.has(one.ref) ? [] : [one],
  );
}

/** Who “Mark” is was said once: it holds for every row that says “Mark”. An empty cell stands for itself. */
function sameOwner(rows: readonly SheetRow[], row: number): readonly number[] {
  const name = rows.find((one) => one.row === row)?.request.owner;
  return name === undefined
    ? [row]
    : rows.filter(({ request }) => request.owner === name).map((one) => one.row);
}

function withOwner(owners: Answers['owners'], rows: readonly number[], person: string): Answers['owners'] {
  return new Map([...owners, ...rows.map((row) => [row, person] as const)]);
}

function useDryRun(
  rows: readonly SheetRow[] | null,
  send: () => Promise<AdoptionReceipt | null>,
): AdoptionReceipt | null {
  const [receipt, setReceipt] = useState<AdoptionReceipt | null>(null);
  const ask = useEffectEvent(send);
  useEffect(() => {
    if (rows === null) return undefined;
    let stale = false;
    void ask().then((answer) => {
      if (!stale) setReceipt(answer);
    });
    return () => {
      stale = true;
    };
  }, [rows]);
  return receipt;
}

function usePeople(wanted: boolean): readonly PersonRef[] {
  const { client } = usePane();
  const [people, setPeople] = useState<readonly PersonRef[]>([]);
  useEffect(() => {
    if (!wanted) return;
    void client('readPeople', { query: {} }).then((result) => result.ok && setPeople(result.value.people));
  }, [client, wanted]);
  return people;
}

/** What the person chose, over what is detected now: the sheet may have grown a column since. */
function choiceOf(mapping: SheetMapping, chosen: ChosenColumns): ColumnChoice {
  const kept = Object.entries({ ...initialChoice(mapping), ...Object.fromEntries(chosen) });
  return Object.fromEntries(kept.filter(([, column]) => column !== null));
}

function idFor(ids: Map<number, string>, row: number): string {
  const known = ids.get(row) ?? crypto.randomUUID();
  ids.set(row, known);
  return known;
}

function keysOf({ outcomes }: AdoptionReceipt): ReadonlyMap<number, string> {
  return new Map(
    outcomes.flatMap((one) =>
      one.outcome !== 'refused' && one.kpi !== null ? [[Number(one.ref), one.kpi] as const] : [],
    ),
  );
}

function lastVerdict(first: string): string {
  return columnLetters(numberOf(first) + VERDICT_HEADERS.length - 1);
}
