import { useQuery } from '@tanstack/react-query';
import { createContext, use } from 'react';
import type { CallInput, Client } from '../contract/client.ts';
import type { RouteName } from '../contract/paths.ts';
import type { Response } from '../contract/routes.ts';
import type { LoadState } from '../ui/load-state.ts';
import { CallFailed, failureOf } from './call-failed.ts';

/** Changes made in Excel appear by themselves within this time, while the page is visible. */
const POLL_MS = 3000;

export const ClientContext = createContext<Client | null>(null);

export function useClient(): Client {
  const client = use(ClientContext);
  if (!client) throw new Error('no client above this view');
  return client;
}

export interface Loaded<T> {
  readonly state: LoadState<T>;
  readonly retry: () => void;
}

/** Loads one route and keeps it fresh; the last good answer outlives a lost connection. `when` false: not asked at all. */
export function useLoad<N extends RouteName>(name: N, input: CallInput<N>, when = true): Loaded<Response<N>> {
  const client = useClient();
  const { signal: _, ...key } = input;
  const query = useQuery<Response<N>>({
    queryKey: [name, key],
    queryFn: async ({ signal }) => {
      const result = await client(name, { ...input, signal });
      if (!result.ok) throw new CallFailed(result.error);
      return result.value;
    },
    enabled: when,
    refetchInterval: isPast(input) ? false : POLL_MS,
  });
  return {
    retry: () => void query.refetch(),
    state: stateOf(query.data, query.error, query.dataUpdatedAt),
  };
}

function isPast(input: object): boolean {
  return 'query' in input && typeof input.query === 'object' && input.query !== null && 'asOf' in input.query;
}

function stateOf<T>(data: T | undefined, error: Error | null, updatedAt: number): LoadState<T> {
  if (data === undefined) return error ? { kind: 'error', failure: failureOf(error) } : { kind: 'loading' };
  if (!error) return { kind: 'full', value: data, lost: null };
  return { kind: 'full', value: data, lost: { since: momentOf(data, updatedAt), failure: failureOf(error) } };
}

/** The answer's own time: the tenant's clock may be another than this computer's. */
function momentOf(data: unknown, updatedAt: number): string {
  const own = typeof data === 'object' && data !== null && 'asOf' in data ? data.asOf : null;
  return typeof own === 'string' ? own : new Date(updatedAt).toISOString();
}
