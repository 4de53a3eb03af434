/**
 * Does what is asked for while it is busy together, afterwards, in the order of asking: one commit or one look at the
 * head serves everybody who waits. Nobody is served by work that had begun before they asked.
 */
export function together<Ask>(
  work: (asks: readonly Ask[]) => Promise<void>,
  most = Infinity,
): (ask: Ask) => void {
  let waiting: Ask[] = [];
  let busy = false;
  const run = async (): Promise<void> => {
    busy = true;
    while (waiting.length > 0) {
      const asks = waiting.slice(0, most);
      waiting = waiting.slice(most);
      await work(asks);
    }
    busy = false;
  };
  return (ask) => {
    waiting.push(ask);
    if (!busy) void run();
  };
}

/** Somebody who waits for an answer. `work` given to `together` answers or refuses each ask and never throws. */
export interface Waiting<T> {
  readonly answer: (value: T) => void;
  readonly refuse: (error: unknown) => void;
}

/** A promise that is kept by whoever holds its other end. */
export function waitFor<T>(ask: (waiting: Waiting<T>) => void): Promise<T> {
  return new Promise((answer, refuse) => ask({ answer, refuse }));
}
