import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DatabaseChoice } from '../../src/api/database/open-database.ts';
import { DATABASES, type TestDatabase } from '../support/databases.ts';
import { killUnderLoad } from '../support/fault-kills.ts';

/** `npm run faults` sets both; without, a short look with the same code. */
const KILLS = Number(process.env['FAULT_KILLS'] ?? 12);
const SEED = Number(process.env['FAULT_SEED'] ?? 1);

describe.each(DATABASES)('API and worker on $name, killed at random instants under load', (of) => {
  it(
    `lose no acknowledged check-in and no booking, and book none twice, in ${KILLS} kills`,
    { timeout: 60_000 + KILLS * 15_000 },
    async () => {
      const { choice, dispose } = await placeOf(of);
      const processes = choice.kind === 'postgres' ? 2 : 1;
      const found = await killUnderLoad({ choice, kills: KILLS, seed: SEED, processes });
      await dispose();
      const { acknowledged, sent, checkIns, struck, bookings, standing, entries } = found;
      console.log(
        JSON.stringify({
          database: of.name,
          kills: KILLS,
          seed: SEED,
          struck,
          acknowledged: acknowledged.size,
          entries,
          unknown: found.unknown.length,
          bookings,
          standing,
        }),
      );
      expect(found.surprises).toEqual([]);
      expect([...acknowledged].filter((id) => !checkIns.includes(id))).toEqual([]);
      expect(new Set(checkIns).size).toBe(checkIns.length);
      expect(checkIns.filter((id) => !sent.has(id))).toEqual([]);
      expect(found.difference).toBeNull();
      const { undone, unbooked, lost, unneeded, twice } = found;
      expect({ undone, unbooked, lost, unneeded, twice }).toEqual({
        undone: [],
        unbooked: [],
        lost: [],
        unneeded: [],
        twice: [],
      });
      // The load did what it is for.
      expect(bookings).toBeGreaterThan(2);
      expect(acknowledged.size).toBeGreaterThan(KILLS);
    },
  );
});

/** A database that outlives its process: in memory nothing could be lost that was not lost anyway. */
async function placeOf(
  of: TestDatabase,
): Promise<{ readonly choice: DatabaseChoice; readonly dispose: () => Promise<void> }> {
  if (of.name !== 'PGlite') return await of.create();
  // A killed process loses nothing that it gave to the system, so memory is as good as a disk here, and faster.
  const path = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'lastmile-faults-'));
  return {
    choice: { kind: 'folder', path },
    dispose: async () => rmSync(path, { recursive: true, force: true }),
  };
}
