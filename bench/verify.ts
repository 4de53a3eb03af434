import { createHash } from 'node:crypto';
import { proveLedger } from '../src/api/archive/prove-ledger.ts';
import { writeEntries } from '../src/api/archive/write-entries.ts';
import { type DatabaseChoice, openDatabase } from '../src/api/database/open-database.ts';
import { inTenant } from '../src/api/database/tenant-transaction.ts';
import { canonicalJson } from '../src/api/ledger/canonical-json.ts';
import { GENESIS, hashOfStored, type StoredEntry } from '../src/api/ledger/hash-chain.ts';
import { type Head, lockHead } from '../src/api/ledger/ledger-store.ts';
import { rebuildProjection } from '../src/api/state/verify-tenant.ts';
import { type Row, median, secondsOf } from './measure.ts';

const ENTRIES = 200_000;
const BATCH = 2000;
const ROUNDS = 3;
const TENANT = '00000000-0000-4000-8000-000000000001';

/** Proving a long ledger, beside SHA-256 alone over texts as long as its entries. */
export async function verify(where: string, choice: DatabaseChoice): Promise<readonly Row[]> {
  const { kysely, close } = await openDatabase(choice);
  for (let filled = 0; filled < ENTRIES; filled += BATCH) {
    await inTenant(kysely, TENANT, async (tx) => {
      const head = await lockHead(tx);
      await writeEntries(tx, head, checkIns(head));
    });
  }
  await inTenant(kysely, TENANT, rebuildProjection);
  const ours: number[] = [];
  const beside: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(ENTRIES / (await secondsOf(async () => await proven(kysely))));
    beside.push(ENTRIES / (await secondsOf(hashAlone)));
  }
  await close();
  return [
    {
      what: `verify ${ENTRIES.toLocaleString('en-US')} entries, ${where}`,
      ours: median(ours),
      beside: median(beside),
      besideWhat: 'SHA-256 alone, 600 bytes each',
      unit: 'per s',
    },
  ];
}

async function proven(kysely: Parameters<typeof proveLedger>[0]): Promise<void> {
  const { head, difference } = await proveLedger(kysely, TENANT, null);
  if (difference !== null || head.seq !== ENTRIES) throw new Error(`not proven: ${difference}`);
}

function hashAlone(): void {
  const text = 'x'.repeat(600);
  for (let done = 0; done < ENTRIES; done += 1) createHash('sha256').update(text).digest('hex');
}

function checkIns({ seq: after, hash }: Head): readonly StoredEntry[] {
  let prevHash = after === 0 ? GENESIS : hash;
  return Array.from({ length: BATCH }, (_, index): StoredEntry => {
    const seq = after + index + 1;
    const at = 1_772_434_800_000 + seq * 1000;
    const what = { type: 'check-in-accepted', version: 1, data: canonicalJson(reading(seq)) };
    const unhashed = { tenant: TENANT, seq, at, actor: 'dana', prevHash, ...what };
    prevHash = hashOfStored(unhashed);
    return { ...unhashed, hash: prevHash };
  });
}

function reading(seq: number): object {
  const waitingOn = {
    what: 'Export from the audit tool',
    kind: 'third-party',
    since: '2026-03-05',
    expectedBy: '2026-03-09',
  };
  const checkIn = { id: `c${seq}`, kpi: `K${seq % 1000}`, at: seq, date: '2026-03-06', value: seq % 100 };
  return { checkIn: { ...checkIn, waitingOn }, workbook: 'W1' };
}
