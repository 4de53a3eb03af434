import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { DatabaseChoice } from '../../src/api/database/open-database.ts';
import { TEST_CONFIG } from './api-world.ts';
import type { GraphWitness } from './fault-graph.ts';
import { faultDirectory, faultPortfolio } from './fault-portfolio.ts';

const PROGRAM = resolve(import.meta.dirname, 'fault-process.mjs');

/** A real API process that can be killed. */
export interface ApiProcess {
  /** Where it answers; null once it is gone before it could. */
  readonly ready: Promise<string | null>;
  readonly kill: () => Promise<void>;
  readonly moveClock: (now: number) => void;
  /** Does all due work, then closes its database and ends. */
  readonly finish: () => Promise<void>;
  /** What it wrote on standard error. */
  readonly complaints: () => string;
}

export interface ApiOptions {
  readonly database: DatabaseChoice;
  readonly witness: GraphWitness;
  readonly now: number;
  /** No other process lives: what dead ones had claimed is free. */
  readonly alone: boolean;
}

export const FAULT_DIRECTORY = faultDirectory();
const { tenantId, organiser, people } = FAULT_DIRECTORY;

export function startApi({ database, witness, now, alone }: ApiOptions): ApiProcess {
  const given = {
    config: { ...TEST_CONFIG, tenants: [tenantId], database, workEveryMs: 100 },
    tenant: tenantId,
    portfolio: faultPortfolio(),
    accounts: people.map(({ id, mail }) => [id, { oid: id, mail }]),
    graph: { origin: witness.origin, token: witness.token },
    organiser: organiser.oid,
    now,
    alone,
  };
  const child = fork(PROGRAM, [JSON.stringify(given)], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let complaints = '';
  child.stderr?.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const gone = once(child, 'close');
  return {
    ready: Promise.race([heard(child, 'ready').then(({ port }) => `http://127.0.0.1:${port}`), gone]).then(
      (answer) => (typeof answer === 'string' ? answer : null),
    ),
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
    moveClock: (moment) => void (child.connected && child.send({ kind: 'clock', now: moment })),
    finish: async () => {
      const drained = heard(child, 'drained');
      child.send({ kind: 'drain' });
      const answer = await Promise.race([drained, gone]);
      if (Array.isArray(answer)) throw new Error(`the process ended while it worked: ${complaints}`);
      child.send({ kind: 'stop' });
      await gone;
    },
    complaints: () => complaints,
  };
}

interface Heard {
  readonly kind: string;
  readonly port: number;
}

function heard(child: ChildProcess, kind: string): Promise<Heard> {
  return new Promise((done) => {
    child.on('message', (message: Heard) => {
      if (message.kind === kind) done(message);
    });
  });
}
