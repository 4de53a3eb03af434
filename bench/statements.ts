import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import type { Schema } from '../src/api/database/schema.ts';
import { GENESIS } from '../src/api/ledger/hash-chain.ts';
import { secondsOf } from './measure.ts';

/**
 * The statements of one request, without the product around them: look at the head, then append so many entries of
 * the usual size with the rows they change. What is written has the shape and the length of the real thing.
 */
export interface Payload {
  /** The canonical JSON of one check-in. */
  readonly entry: string;
  /** The canonical JSON of the state of one KPI. */
  readonly row: string;
}

const FAR = 9_000_000_000_000;

function texts({ entry, row }: Payload, lines: number, seqs: readonly (number | string)[]) {
  const quoted = JSON.stringify(entry);
  const fields = `"at":1772784000000,"actor":"owner","type":"check-in-accepted","version":1,"data":${quoted}`;
  const hash = 'f'.repeat(64);
  return {
    entries: `[${seqs.map((seq) => `{"seq": ${seq},${fields},"prev_hash":"${hash}","hash":"${hash}"}`).join(',')}]`,
    rows: JSON.stringify(
      Array.from({ length: lines + 2 }, (_, n) => ({
        kind: n < lines ? 'kpi' : 'objective',
        id: `K${n}`,
        status: 'green',
        since: 1,
        review_at: 2,
        data: row,
      })),
    ),
  };
}

/** Requests per second on one connection of a database in this process. */
export async function plainRate(db: Kysely<Schema>, payload: Payload, lines: number): Promise<number> {
  const requests = Math.max(20, Math.ceil(400 / lines));
  let head = { seq: 0, hash: GENESIS };
  const seconds = await secondsOf(async () => {
    for (let n = 0; n < requests; n += 1) {
      await sql`select head_seq from read_ledger(${`plain-${lines}`}, ${head.seq})`.execute(db);
      const seqs = Array.from({ length: lines }, (_, at) => head.seq + at + 1);
      const { entries, rows } = texts(payload, lines, seqs);
      await sql`select append_to_ledger(${`plain-${lines}`}, ${head.seq}, ${head.hash}, ${entries}::json,
        ${rows}::json, '[]', ${FAR})`.execute(db);
      head = { seq: head.seq + lines, hash: 'f'.repeat(64) };
    }
  });
  return requests / seconds;
}

export interface PgBenchRun {
  readonly url: string;
  readonly clients: number;
  readonly lines: number;
  readonly seconds: number;
}

/** Requests per second and the 99th percentile in milliseconds, by `pgbench` on the same server; a tenant a client. */
export async function pgbenchRate(
  db: Kysely<Schema>,
  payload: Payload,
  { url, clients, lines, seconds }: PgBenchRun,
): Promise<{ readonly rate: number; readonly p99: number }> {
  for (let client = 0; client < clients; client += 1) {
    await sql`insert into ledger_head values (${`b${lines}x${client}`}, 0, ${GENESIS})
      on conflict do nothing`.execute(db);
  }
  const folder = mkdtempSync(join(tmpdir(), 'lastmile-pgbench-'));
  try {
    writeFileSync(join(folder, 'script.sql'), script(payload, lines));
    const args = ['-n', '-f', 'script.sql', '-c', `${clients}`, '-j', '2', '-T', `${seconds}`, '-l', url];
    const { stdout, stderr, status } = spawnSync('pgbench', args, { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`pgbench: ${stderr}`);
    return { rate: Number(/tps = ([\d.]+)/.exec(stdout)?.[1]), p99: await percentile(folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function script(payload: Payload, lines: number): string {
  const seqs = Array.from({ length: lines }, (_, n) => n + 1);
  const { entries, rows } = texts(
    payload,
    lines,
    seqs.map((n) => `:s${n}`),
  );
  const tenant = `b${lines}x:client_id`;
  return [
    `select head_seq as s, head_hash as h from read_ledger('${tenant}', ${FAR}) \\gset`,
    ...seqs.map((n) => `\\set s${n} :s + ${n}`),
    `select append_to_ledger('${tenant}', :s, ':h', '${entries}', '${rows}', '[]', ${FAR});`,
  ].join('\n');
}

async function percentile(folder: string): Promise<number> {
  const { readFileSync, readdirSync } = await import('node:fs');
  const logs = readdirSync(folder).filter((name) => name.startsWith('pgbench_log'));
  const times = logs
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
    .map((line) => Number(line.split(' ')[2]) / 1000)
    .toSorted((a, b) => a - b);
  return times[Math.floor(times.length * 0.99)] ?? 0;
}
