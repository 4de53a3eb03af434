import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type CivilDate, addDays, weekdayOf } from '../../src/domain/civil-date.ts';
import { instantAt } from '../../src/domain/zoned-time.ts';
import { FAULT_DIRECTORY } from './fault-api.ts';
import { faultPortfolio, onPlan } from './fault-portfolio.ts';

/** Owners who report every day: some warn, and take the warning back the same day. */
export interface Load {
  /** Ids of check-ins that the API acknowledged. */
  readonly acknowledged: ReadonlySet<string>;
  /** Ids of all that were ever sent. */
  readonly sent: ReadonlySet<string>;
  /** What no device expects: a refusal, or an acknowledgement that is not remembered. */
  readonly surprises: readonly string[];
  /** Sends no new ones; ends when each that was sent is acknowledged. */
  readonly stop: () => Promise<void>;
}

export interface LoadOptions {
  readonly seed: number;
  readonly random: () => number;
  /** Where the API answers now; null: it is down. */
  readonly origin: () => string | null;
  /** A new day begins for everybody. */
  readonly dayBegins: (morning: number) => void;
}

const FIRST_DAY = '2026-03-03';
const DEVICES = 6;
const PATIENCE_MS = 15_000;
const [WARNS, TAKES_BACK, REPEATS] = [0.5, 0.6, 0.1];

interface Line {
  readonly id: string;
  readonly kpi: string;
  readonly owner: string;
  readonly body: object;
}

export function startLoad({ seed, random, origin, dayBegins }: LoadOptions): Load {
  const [acknowledged, sent, surprises] = [new Set<string>(), new Set<string>(), [] as string[]];
  const state = { wanted: true };
  const { kpis } = faultPortfolio();
  const device = async (nth: number, date: CivilDate): Promise<void> => {
    for (const { id: kpi, owner } of kpis.filter((_, at) => at % DEVICES === nth)) {
      for (const line of linesOf({ seed, random }, { kpi, owner, date })) {
        if (!state.wanted) return;
        sent.add(line.id);
        await untilAcknowledged(line, `${seed}/${line.id}`);
        // Another device sends the same reading again: it must be known.
        if (random() < REPEATS) await untilAcknowledged(line, `${seed}/${line.id}/again`, 'repeated');
      }
    }
  };
  const untilAcknowledged = async (line: Line, key: string, expected?: string): Promise<void> => {
    for (;;) {
      // A request to a process that died may never end by itself.
      const outcome = await Promise.race([send(origin(), line, key), pause(PATIENCE_MS, null)]);
      if (outcome === null) {
        await pause(10);
        continue;
      }
      const known = outcome === 'accepted' || outcome === 'repeated';
      if (!known || (expected && outcome !== expected)) surprises.push(`${line.id}: ${outcome}`);
      if (known) acknowledged.add(line.id);
      return;
    }
  };
  const days = async (): Promise<void> => {
    for (let date: CivilDate = FIRST_DAY; state.wanted; date = addDays(date, 1)) {
      if (weekdayOf(date) > 5) continue;
      dayBegins(instantAt(date, 9 * 60 + 30, 'Europe/Berlin'));
      await Promise.all(Array.from({ length: DEVICES }, (_, nth) => device(nth, date)));
    }
  };
  const running = days();
  return {
    acknowledged,
    sent,
    surprises,
    stop: async () => {
      state.wanted = false;
      await running;
    },
  };
}

/** The outcome of one line; null: nobody knows, send it again. */
async function send(origin: string | null, { owner, body }: Line, key: string): Promise<string | null> {
  if (origin === null) return null;
  try {
    const response = await fetch(`${origin}/api/check-ins`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${FAULT_DIRECTORY.tenantId}/${owner}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify({ lines: [body] }),
    });
    if (response.status >= 500) return null;
    const text = await response.text();
    if (!response.ok) return `${response.status} ${text}`;
    const { outcomes } = JSON.parse(text) as { readonly outcomes: readonly { readonly outcome: string }[] };
    return outcomes[0]?.outcome === 'refused' ? text : (outcomes[0]?.outcome ?? text);
  } catch {
    // The process died before it answered, or while it did.
    return null;
  }
}

interface Day {
  readonly kpi: string;
  readonly owner: string;
  readonly date: CivilDate;
}

function linesOf(
  { seed, random }: Pick<LoadOptions, 'seed' | 'random'>,
  { kpi, owner, date }: Day,
): readonly Line[] {
  const line = (nth: number, more: object): Line => {
    const id = uuidOf(`${seed}/${kpi}/${date}/${nth}`);
    return { id, kpi, owner, body: { ref: 'B2', id, kpi, date, value: onPlan(date), ...more } };
  };
  const warning = (slipDays: number) => ({ earlyWarning: { slipDays, because: 'The supplier is late' } });
  if (random() > WARNS) return [line(0, warning(0))];
  if (random() > TAKES_BACK) return [line(0, warning(30))];
  return [line(0, warning(30)), line(1, { ...warning(0), corrects: true })];
}

function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
