import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../../../src/api/api.ts';
import type { Database } from '../../../src/api/database/open-database.ts';
import { inTenant } from '../../../src/api/database/tenant-transaction.ts';
import { readEntries } from '../../../src/api/ledger/ledger-store.ts';
import { applyEntries } from '../../../src/api/state/apply-entries.ts';
import { judgeAt } from '../../../src/api/state/accept.ts';
import { EMPTY_STATE } from '../../../src/api/state/tenant-state.ts';
import type { LedgerEntry } from '../../../src/api/ledger/ledger-event.ts';
import type { Kpi, Portfolio } from '../../../src/domain/portfolio.ts';
import { type Reply, TENANT, type World, callerOf, lendingWorld } from '../../support/api-world.ts';
import { DATABASES, emptyDatabase } from '../../support/databases.ts';
import { lendingPortfolio } from '../../support/lending.ts';

const WRITERS = 50;

/** The lending portfolio with one KPI for every writer, all of Sam's audit. */
function manyKpis(): Portfolio {
  const portfolio = lendingPortfolio();
  const one = portfolio.kpis.find(({ id }) => id === 'C1');
  const own = Array.from(
    { length: WRITERS },
    (_, n) => ({ ...one, id: `K${n}`, name: `Evidence ${n}` }) as Kpi,
  );
  return { ...portfolio, kpis: [...portfolio.kpis, ...own] };
}

describe.each(DATABASES)(`${WRITERS} writers at once on $name`, { timeout: 120_000 }, (of) => {
  let database: Database;
  let world: World;
  let call: World['call'];
  let nth = 0;
  beforeAll(async () => {
    database = await emptyDatabase(of);
    world = await lendingWorld(database, { portfolio: manyKpis() });
    const { config, clock, tokenCheck } = world.api.context;
    const second = await createApi({ config, overrides: { database, clock, tokenCheck } });
    const calls = [world.call, callerOf(second)];
    // Every other request goes to another process's memory; on PGlite, too, where there is only one in earnest.
    call = (...given) => (calls[(nth += 1) % 2] ?? world.call)(...given);
  }, 120_000);
  afterAll(() => database.close());
  const entries = () => inTenant(database.kysely, TENANT, (tx) => readEntries(tx, 0));
  const send = (line: object): Promise<Reply> =>
    call('ada', 'submitCheckIns', { body: { lines: [{ ref: 'x', id: randomUUID(), ...line }] } });
  const all = async (line: (n: number) => object) => {
    const replies = await Promise.all(Array.from({ length: WRITERS }, (_, n) => send(line(n))));
    return replies.map(({ body }) => body.outcomes[0] as { outcome: string; errors?: { rule: string }[] });
  };
  const proven = async () => {
    expect((await world.api.context.tenants.verify(TENANT)).difference).toBeNull();
    const stored = await entries();
    expect(alone(stored)).toEqual(stored.map(({ at, actor, event }) => ({ at, actor, event })));
  };

  it('with different values for one day: one is taken, the others are told that it is reported', async () => {
    world.clock.moveTo('2026-03-06T11:00');
    const outcomes = await all((n) => ({ kpi: 'C1', date: '2026-03-06', value: 10 + n }));
    expect(outcomes.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(1);
    const rules = outcomes.flatMap(({ errors }) => errors ?? []).map(({ rule }) => rule);
    expect(rules).toEqual(Array.from({ length: WRITERS - 1 }, () => 'already-reported'));
    await proven();
  });

  it('with corrections of one reading: each corrects the one before it, none is lost', async () => {
    const before = (await entries()).length;
    const outcomes = await all((n) => ({ kpi: 'C1', date: '2026-03-06', value: n, corrects: true }));
    expect(outcomes.every(({ outcome }) => outcome === 'accepted')).toBe(true);
    const sent = (await entries()).flatMap(({ event }) =>
      event.type === 'check-in-accepted' && event.data.checkIn.kpi === 'C1' ? [event.data.checkIn] : [],
    );
    expect(sent).toHaveLength(WRITERS + 1);
    sent.slice(1).forEach(({ supersedes }, n) => expect(supersedes).toBe(sent[n]?.id));
    expect((await entries()).length).toBeGreaterThanOrEqual(before + WRITERS);
    await proven();
  });

  it('with the same line: it is one entry', async () => {
    const line = { id: randomUUID(), kpi: 'P1', date: '2026-03-06', value: 11 };
    const outcomes = await all(() => line);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual([
      'accepted',
      ...Array.from({ length: WRITERS - 1 }, () => 'repeated'),
    ]);
    await proven();
  });

  it('with one cause between them: one recalibration opens for it', async () => {
    world.clock.moveTo('2026-03-09T11:00');
    const waitingOn = { what: 'Export', kind: 'third-party', since: '2026-03-05', expectedBy: '2026-03-05' };
    const outcomes = await all((n) => ({ kpi: `K${n}`, date: '2026-03-09', value: 20, waitingOn }));
    expect(outcomes.every(({ outcome }) => outcome === 'accepted')).toBe(true);
    const opened = (await entries()).flatMap(({ event }) =>
      event.type === 'recalibration-opened' ? [event.data.recalibration] : [],
    );
    const { facts } = await world.api.context.tenants.read(TENANT);
    const covered = facts.recalibrations.flatMap(({ covers }) => covers).filter((id) => id.startsWith('K'));
    expect(opened.filter(({ covers }) => covers.some((id) => id.startsWith('K')))).toHaveLength(1);
    expect(new Set(covered).size).toBe(WRITERS);
    await proven();
  });
});

/** What one writer alone, in the order of the ledger, would have written: the outcome is a serial one. */
function alone(entries: readonly LedgerEntry[]) {
  const human = entries.filter(({ actor, event }) => actor !== 'system' || isSetUp(event.type));
  const setUp = human.filter(({ event }) => isSetUp(event.type));
  let state = EMPTY_STATE;
  const written: Pick<LedgerEntry, 'at' | 'actor' | 'event'>[] = [];
  const groups = [setUp, ...human.slice(setUp.length).map((one) => [one])];
  for (const group of groups) {
    const drafts = group.map(({ actor, event }) => ({ actor, event }));
    const now = group[0]?.at ?? 0;
    const { accepted } = judgeAt(state, { tenant: TENANT, now, propose: () => ({ drafts, result: null }) });
    written.push(...accepted.entries.map(({ at, actor, event }) => ({ at, actor, event })));
    state = applyEntries(state, accepted.entries);
  }
  return written;
}

function isSetUp(type: string): boolean {
  return /^(tenant-set-up|person-added|objective-added|initiative-added|kpi-adopted|dependency-added)$/.test(
    type,
  );
}
