import type { Config } from './config.ts';
import type { Overrides } from './context.ts';
import { graphCalendar } from './graph/graph-calendar.ts';
import { connectGraph } from './graph/graph-client.ts';
import { graphNotifier } from './graph/graph-notifier.ts';

/**
 * Calendar and activity feed of a real tenant, when an organiser mailbox is configured. The server proves itself by
 * what its surroundings offer: managed identity, workload federation, certificate or secret (reference platform B5).
 */
export async function graphFromConfig(config: Config): Promise<Overrides> {
  if (config.organiser === null) return {};
  // Loaded only when needed: it is large.
  const { DefaultAzureCredential } = await import('@azure/identity');
  const graph = connectGraph({ credential: new DefaultAzureCredential() });
  const tabLink = `https://teams.microsoft.com/l/entity/${config.teamsAppId}/lastmile`;
  return { calendar: graphCalendar(graph, config.organiser), notifier: graphNotifier(graph, { tabLink }) };
}
