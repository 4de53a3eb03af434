import { sql } from 'kysely';
import { type DatabaseChoice, openDatabase } from '../../src/api/database/open-database.ts';
import { inTenant } from '../../src/api/database/tenant-transaction.ts';
import { readBatches, entryOf } from '../../src/api/ledger/ledger-store.ts';
import type { LedgerEntry } from '../../src/api/ledger/ledger-event.ts';
import { createTenants } from '../../src/api/state/tenants.ts';
import { type Recalibration, isOpen } from '../../src/domain/recalibration.ts';
import { FAULT_DIRECTORY } from './fault-api.ts';
import { type GraphWitness, standingEvents } from './fault-graph.ts';

const { tenantId, organiser } = FAULT_DIRECTORY;

/** What stands after all faults, in the database and in the calendar, as lists that must be empty, and counts. */
export async function verdictOf(choice: DatabaseChoice, witness: GraphWitness, now: number) {
  const database = await openDatabase(choice);
  try {
    const tenants = createTenants({ db: database.kysely, clock: { now: () => now } });
    const { difference } = await tenants.verify(tenantId);
    const { facts } = await tenants.read(tenantId);
    const entries = await inTenant(database.kysely, tenantId, async (tx) => {
      const all: LedgerEntry[] = [];
      for await (const batch of readBatches(tx, 0)) all.push(...batch.map(entryOf));
      return all;
    });
    const { rows: left } = await sql<{ kind: string; last_error: string | null; state: string }>`
      select kind, state, last_error from job where tenant = ${tenantId}
      and (state in ('dead', 'running') or (state = 'ready' and run_at <= ${now}))`.execute(database.kysely);
    return {
      difference,
      checkIns: checkInIds(entries),
      entries: entries.length,
      undone: left.map(({ kind, state, last_error: error }) => `${kind} ${state}: ${error}`),
      ...meetings(facts.recalibrations, entries, { events: standingEvents(witness, organiser.mail), now }),
    };
  } finally {
    await database.close();
  }
}

function checkInIds(entries: readonly LedgerEntry[]): readonly string[] {
  return entries.flatMap(({ event }) => (event.type === 'check-in-accepted' ? [event.data.checkIn.id] : []));
}

interface Calendar {
  readonly events: ReturnType<typeof standingEvents>;
  readonly now: number;
}

function meetings(
  recalibrations: readonly Recalibration[],
  entries: readonly LedgerEntry[],
  { events, now }: Calendar,
) {
  const ahead = events.filter(({ start }) => start > now);
  const booked = recalibrations.filter(
    ({ state, meeting }) => state === 'booked' && (meeting?.start ?? 0) > now,
  );
  const needed = new Set(booked.flatMap(({ meeting }) => (meeting ? [meeting.eventId] : [])));
  const everBooked = new Set(
    entries.flatMap(({ event }) =>
      event.type === 'recalibration-booked' && event.data.kind === 'booked'
        ? [event.data.meeting.eventId]
        : [],
    ),
  );
  const marks = ahead.map(({ recalibration }) => recalibration);
  return {
    bookings: everBooked.size,
    standing: booked.length,
    unbooked: recalibrations.filter((one) => one.state === 'open').map(({ id }) => id),
    lost: [...needed].filter((id) => !ahead.some(({ eventId }) => eventId === id)),
    unneeded: ahead.filter(({ eventId }) => !needed.has(eventId)).map(({ recalibration }) => recalibration),
    twice: marks.filter((mark, at) => marks.indexOf(mark) !== at),
    unknown: events
      .filter(({ eventId }) => !everBooked.has(eventId))
      .map(({ recalibration }) => recalibration),
    open: recalibrations.filter(isOpen).length,
  };
}
