import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../../sandbox/sandbox.ts';

const ORIGIN = 'https://localhost:8443';
const open = (dataFolder: string) =>
  createSandbox({ origin: ORIGIN, dataFolder, webRoot: '/nowhere', pageRoot: '/nowhere' });

/** Asks as a person; the answer's body. */
async function ask(sandbox: Sandbox, person: string, path: string, body?: unknown) {
  const { api, identity } = sandbox.world();
  const response = await api.fetch(
    new Request(`${ORIGIN}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${await identity.accessToken(person)}`,
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  return await response.json();
}

const ourMeetings = (sandbox: Sandbox) =>
  sandbox
    .world()
    .save()
    .graph.mailboxes.flatMap(({ events }) => events)
    .filter(({ subject }) => /requested|needed/.test(subject ?? ''));

describe('the sandbox, killed right after a check-in that causes a meeting', { timeout: 120_000 }, () => {
  const root = mkdtempSync(join(tmpdir(), 'lastmile-sandbox-'));
  const [folder, left] = [join(root, 'live'), join(root, 'left')];
  let sandbox: Sandbox;
  let again: Sandbox;
  beforeAll(async () => {
    sandbox = await open(folder);
    await sandbox.world().moveTo(Date.parse('2026-03-04T10:00:00Z'));
    const earlyWarning = { slipDays: 20, because: 'The tool is late' };
    const line = { ref: 'B7', id: randomUUID(), kpi: 'C1', date: '2026-03-04', value: 1, earlyWarning };
    const { outcomes } = await ask(sandbox, 'sam', '/api/check-ins', { lines: [line] });
    expect(outcomes[0]).toMatchObject({ outcome: 'accepted', verdict: { after: { status: 'yellow' } } });
    await sandbox.world().settle();
    // What a killed process leaves is what stands in its files, without a last word.
    cpSync(folder, left, { recursive: true });
    again = await open(left);
  }, 120_000);
  afterAll(async () => {
    await sandbox.close();
    await again.close();
    rmSync(root, { recursive: true, force: true });
  });

  it('had booked without anybody moving the clock', () => {
    expect(ourMeetings(sandbox).length).toBeGreaterThan(0);
  });

  it('keeps the check-in, the meeting and the time', async () => {
    expect(again.world().clock.now()).toBe(sandbox.world().clock.now());
    expect(ourMeetings(again)).toEqual(ourMeetings(sandbox));
    const [before, after] = await Promise.all([sandbox, again].map((one) => ask(one, 'sam', '/api/kpis/C1')));
    expect(after).toEqual(before);
    expect(await ask(again, 'sam', '/api/ledger/verification')).toMatchObject({ sound: true });
  });

  it('books nothing again', async () => {
    await again.world().moveTo(again.world().clock.now() + 2 * 3_600_000);
    expect(ourMeetings(again)).toHaveLength(ourMeetings(sandbox).length);
  });
});
