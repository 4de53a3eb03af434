import type { Clock, Log } from './ports.ts';

/** The real world's time. */
export const systemClock: Clock = { now: () => Date.now() };

/** One JSON object per line on standard output, faults on standard error. */
export const jsonLog: Log = {
  write: (level, event, facts) => {
    const line = `${JSON.stringify({ at: new Date().toISOString(), level, event, ...facts })}\n`;
    (level === 'error' ? process.stderr : process.stdout).write(line);
  },
};
