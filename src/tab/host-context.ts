import { createContext, use } from 'react';
import type { Host } from './teams-host.ts';

export const HostContext = createContext<Host | null>(null);

export function useHost(): Host {
  const host = use(HostContext);
  if (!host) throw new Error('no host above this view');
  return host;
}
