import type { Config } from './config.ts';
import { type ApiContext, type Overrides, createContext } from './context.ts';
import { createServer } from './http/server.ts';
import { createWorker } from './outbox/worker.ts';

/** The API in one process: HTTP, storage and the worker. */
export interface Api {
  readonly fetch: (request: Request) => Promise<Response>;
  /** Does everything that is due on the clock, until nothing is; failed jobs are tried again at once, a few times. */
  readonly drain: () => Promise<void>;
  /** Writes what time has brought about, for every tenant that is due. */
  readonly sweep: () => Promise<void>;
  /** Starts looking for due work every `config.workEveryMs`. */
  readonly startWorking: () => void;
  /** Stops working, finishes what runs, closes the database unless it was given. */
  readonly close: () => Promise<void>;
  readonly context: ApiContext;
}

export async function createApi(options: {
  readonly config: Config;
  readonly overrides?: Overrides;
}): Promise<Api> {
  const context = await createContext(options.config, options.overrides);
  const server = createServer(context);
  const worker = createWorker(context);
  return {
    fetch: async (request) => server.fetch(request),
    drain: worker.drain,
    sweep: worker.sweep,
    startWorking: worker.start,
    close: async () => {
      await worker.stop();
      if (!options.overrides?.database) await context.database.close();
    },
    context,
  };
}
