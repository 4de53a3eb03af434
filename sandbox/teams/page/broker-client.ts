import type { BrokerAnswer } from '../../identity/broker.ts';
import type { TokenBroker } from './nested-app-auth.ts';

/** The broker of the identity simulator at `<authority>/sandbox/broker`. */
export function brokerAt(authority: string): TokenBroker {
  return async (request) => {
    try {
      const answer = await fetch(`${authority}/sandbox/broker`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
      });
      return (await answer.json()) as BrokerAnswer;
    } catch (cause) {
      // A hub that cannot reach its sign-in says so; the page decides what to do.
      return { ok: false, error: { status: 'NO_NETWORK', code: 'no_network', description: String(cause) } };
    }
  };
}
