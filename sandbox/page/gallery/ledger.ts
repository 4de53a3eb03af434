import type { LedgerView } from '../../../src/contract/tenant-view.ts';

const LINES = [
  ['Ruth Adeyemi', 'Decided on Audit evidence items accepted: reallocate'],
  ['Lastmile', 'Recalibration booked for Thu 12 Mar, 10:00'],
  ['Lastmile', 'Recalibration opened for Audit evidence items accepted'],
  ['Sam Castellano', 'Check-in: 11 items on 6 Mar, waiting for “Export from the audit tool”'],
  ['Ruth Adeyemi', 'Plan set for Audit evidence items accepted'],
] as const;

export const LEDGER: LedgerView = {
  head: { seq: 1289, hash: 'a3f1c07e9d24'.repeat(5) },
  entries: LINES.map(([actor, line], index) => ({
    seq: 1289 - index,
    at: new Date(Date.UTC(2026, 2, 12 - index * 2, 9, 38)).toISOString(),
    actor,
    type: 'event',
    line,
    hash: `${index}a3f1c07e9d24`.repeat(5),
  })),
  next: 1284,
};
