import { ok } from '../../domain/result.ts';
import type { Notifier } from '../ports.ts';
import type { Graph } from './graph-client.ts';

/** The activity type that the app manifest declares. */
const REPORT_DUE = 'reportDue';

export interface NotifierOptions {
  /** A Teams deep link to the tab; Graph refuses any other address for a text topic. */
  readonly tabLink: string;
}

/** Reminders in the Teams activity feed. A new one of the same key replaces the earlier card. */
export function graphNotifier(graph: Graph, { tabLink }: NotifierOptions): Notifier {
  return {
    remind: async ({ person, text, key }) => {
      const answer = await graph({
        method: 'POST',
        path: `/users/${person.mail}/teamwork/sendActivityNotification`,
        body: {
          topic: { source: 'text', value: 'Lastmile', webUrl: tabLink },
          activityType: REPORT_DUE,
          previewText: { content: text.slice(0, 150) },
          templateParameters: [{ name: 'what', value: text.slice(0, 150) }],
          chainId: chainOf(key),
        },
      });
      return answer.ok ? ok(null) : answer;
    },
  };
}

/** Graph wants a number that stands for the card. */
function chainOf(key: string): number {
  let hash = 7;
  for (const char of key) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 2_147_483_647;
  return hash;
}
