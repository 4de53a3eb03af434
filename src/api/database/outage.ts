/** SQLSTATE classes of a server that is away or going: connection lost, shut down or starting, no connection free. */
const AWAY = /^(?:08\w{3}|57P0[1-3]|53300)$/;
const FULL = /^53100$/;
/** What a connection says that never came about or was cut, and what a pool says that waited for one in vain. */
const CUT = /connection terminated|timeout exceeded when trying to connect|not queryable|client was closed/i;
const UNREACHABLE = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']);
const NO_SPACE = /no space left on device|ENOSPC/i;

/**
 * Why the data cannot be reached or grow just now, as opposed to a fault in the program: it passes, or a person makes
 * room, and the same request can be sent again. Null: it is a fault.
 */
export function outageOf(error: unknown): 'away' | 'full' | null {
  if (!(error instanceof Error)) return null;
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (FULL.test(code) || code === 'ENOSPC' || NO_SPACE.test(message)) return 'full';
  return AWAY.test(code) || UNREACHABLE.has(code) || CUT.test(message) ? 'away' : null;
}
