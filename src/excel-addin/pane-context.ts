import { createContext, use } from 'react';
import type { Client } from '../contract/client.ts';
import type { MeView } from '../contract/tenant-view.ts';
import type { SheetPort } from './sheet-port.ts';

/** What every step of the pane works with. */
export interface Pane {
  readonly client: Client;
  readonly sheet: SheetPort;
  readonly me: MeView;
  /** The day may have changed while the pane stood open. */
  readonly refresh: () => Promise<void>;
}

export const PaneContext = createContext<Pane | null>(null);

export function usePane(): Pane {
  const pane = use(PaneContext);
  if (!pane) throw new Error('no pane above this step');
  return pane;
}
