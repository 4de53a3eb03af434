import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exportTenant } from '../../../src/api/archive/export-tenant.ts';
import { importTenantFile } from '../../../src/api/archive/import-tenant.ts';
import type { Database } from '../../../src/api/database/open-database.ts';
import { importTenant } from '../../../src/api/import-story.ts';
import { canonicalJson } from '../../../src/api/ledger/canonical-json.ts';
import { hashOf } from '../../../src/api/ledger/hash-chain.ts';
import type { LedgerEntry, LedgerEvent } from '../../../src/api/ledger/ledger-event.ts';
import { type Tenants, createTenants } from '../../../src/api/state/tenants.ts';
import type { TimelineEvent } from '../../../src/domain/timeline.ts';
import { FakeClock, lendingWorld } from '../../support/api-world.ts';
import { MAKER, bytesOf, exported } from '../../support/archives.ts';
import { DATABASES, emptyDatabase } from '../../support/databases.ts';
import { type History, randomHistory } from '../../support/random-history.ts';

describe.each(DATABASES)('export and import on $name', { timeout: 120_000 }, (of) => {
  let from: Database;
  let to: Database;
  beforeAll(async () => {
    from = await emptyDatabase(of);
    to = await emptyDatabase(of);
  }, 60_000);
  afterAll(async () => {
    await from.close();
    await to.close();
  });

  it('give the same file again, whatever happened', async () => {
    await fc.assert(
      fc.asyncProperty(randomHistory, async (history) => {
        const tenant = randomUUID();
        await live(from, tenant, history);
        const first = await exported(from, tenant);
        const imported = await importTenantFile(bytesOf(first), { db: to.kysely, now: history.end });
        expect(imported.ok).toBe(true);
        expect(await exported(to, tenant)).toBe(first);
        const { verify } = createTenants({ db: to.kysely, clock: new FakeClock(history.end) });
        expect((await verify(tenant)).difference).toBeNull();
      }),
      { numRuns: 15 },
    );
  });

  it('export what anybody can check: each line without its hash has that hash', async () => {
    const tenant = randomUUID();
    await lendingWorld(from, { tenants: [tenant] });
    const [header = '', ...lines] = (await exported(from, tenant)).trimEnd().split('\n');
    const closing = lines.pop() ?? '';
    const entries = lines.map((line) => {
      const { at, type, v, data, ...rest } = JSON.parse(line);
      return { ...rest, at: Date.parse(at), event: { type, v, data } } as LedgerEntry;
    });
    for (const entry of entries) expect(hashOf(entry)).toBe(entry.hash);
    for (const line of [header, ...lines, closing]) expect(canonicalJson(JSON.parse(line))).toBe(line);
    const head = { seq: entries.length, hash: entries.at(-1)?.hash };
    expect(JSON.parse(header)).toEqual({ format: 'lastmile-ledger', schema: 1, tenant, head, ...MAKER });
    expect(JSON.parse(closing)).toEqual({ end: true, count: entries.length, head });
  });

  it('export nothing of a tenant about which nothing was accepted', async () => {
    expect(await exportTenant(from.kysely, randomUUID(), MAKER)).toBeNull();
  });

  describe('into a tenant', () => {
    let file: string;
    let tenant: string;
    beforeEach(async () => {
      tenant = randomUUID();
      await lendingWorld(from, { tenants: [tenant] });
      file = await exported(from, tenant);
    });
    afterEach(() => {
      file = '';
    });
    const imports = (text: string) => importTenantFile(bytesOf(text), { db: to.kysely, now: 0 });

    it('that has entries is refused', async () => {
      expect((await imports(file)).ok).toBe(true);
      const again = await imports(file);
      expect(again).toMatchObject({ ok: false, error: { rule: 'tenant-not-empty', line: null } });
      expect(await exported(to, tenant)).toBe(file);
    });

    it('leaves nothing behind when the last line is wrong, and works with the whole file then', async () => {
      const cut = `${file.trimEnd().split('\n').slice(0, -1).join('\n')}\n`;
      expect(await imports(cut)).toMatchObject({ ok: false, error: { rule: 'truncated' } });
      expect(await exportTenant(to.kysely, tenant, MAKER)).toBeNull();
      expect((await imports(file)).ok).toBe(true);
    });

    it('that two import at once takes one of them', async () => {
      const both = await Promise.all([imports(file), imports(file)]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await exported(to, tenant)).toBe(file);
    });
  });
});

/** A random history as the API would have recorded it; what the rules refuse is left out. */
async function live(
  database: Database,
  tenant: string,
  { portfolio, events, start }: History,
): Promise<void> {
  const clock = new FakeClock(start);
  const tenants = createTenants({ db: database.kysely, clock });
  await importTenant({ tenants }, { tenant, name: 'Random', portfolio, accounts: new Map() });
  for (const event of events) {
    clock.now = () => momentOf(event);
    await tryAccept(tenants, tenant, ledgerEvent(event));
  }
}

async function tryAccept(tenants: Tenants, tenant: string, event: LedgerEvent): Promise<void> {
  try {
    await tenants.accept(tenant, () => ({ drafts: [{ actor: 'someone', event }], result: null }));
  } catch (error) {
    // A random history holds events that the rules refuse; then nothing is written.
    if (!/unchecked events were refused/.test(String(error))) throw error;
  }
}

function ledgerEvent(event: TimelineEvent): LedgerEvent {
  if (event.kind === 'check-in') return { type: 'check-in-accepted', v: 1, data: { checkIn: event.checkIn } };
  if (event.kind === 'decision')
    return { type: 'decision-recorded', v: 1, data: { decision: event.decision } };
  throw new Error(`a random history has no ${event.kind}`);
}

function momentOf(event: TimelineEvent): number {
  if (event.kind === 'check-in') return event.checkIn.at;
  return event.kind === 'decision' ? event.decision.at : 0;
}
