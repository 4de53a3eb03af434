import { useCallback, useEffect, useRef, useState } from 'react';
import type { ClockMove, Misbehaviour, SandboxState } from '../control.ts';
import * as control from './control-client.ts';

export interface Sandbox {
  readonly state: SandboxState | null;
  /** Why the server does not answer; null while it does. */
  readonly failure: string | null;
  /** The word of the button that is working; null when idle. */
  readonly busy: string | null;
  /** Counts fresh starts: the windows forget what they had open. */
  readonly round: number;
  readonly move: (move: ClockMove) => Promise<void>;
  readonly startAgain: () => Promise<void>;
  readonly misbehave: (wish: Misbehaviour) => Promise<void>;
  readonly replace: (state: SandboxState) => void;
}

const POLL_MS = 3000;

/** The state of the sandbox server, kept fresh, and what the header can do to it. */
export function useSandbox(): Sandbox {
  const [state, setState] = useState<SandboxState | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const working = useRef(false);

  const take = useCallback((next: SandboxState) => {
    setState(next);
    setFailure(null);
  }, []);

  const run = useCallback(
    async (word: string, task: () => Promise<SandboxState>): Promise<void> => {
      if (working.current) return;
      working.current = true;
      setBusy(word);
      try {
        take(await task());
      } catch (error) {
        // Shown on the page: nothing else can be done about a server that is gone.
        setFailure(error instanceof Error ? error.message : 'The sandbox does not answer.');
      } finally {
        working.current = false;
        setBusy(null);
      }
    },
    [take],
  );

  useEffect(() => {
    let stopped = false;
    const poll = (): void => {
      if (working.current) return;
      control.readState().then(
        (next) => !stopped && take(next),
        () => !stopped && setFailure('The sandbox does not answer. Is it still running?'),
      );
    };
    poll();
    const timer = setInterval(poll, POLL_MS);
    return () => {
      stopped = true;
      clearInterval(timer);
    };
  }, [take]);

  return {
    state,
    failure,
    busy,
    round,
    move: (move) => run(move, () => control.moveClock(move)),
    startAgain: async () => {
      await run('start-again', control.startAgain);
      setRound((count) => count + 1);
    },
    misbehave: (wish) => run('misbehave', () => control.misbehave(wish)),
    replace: take,
  };
}
