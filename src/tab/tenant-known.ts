import { createContext, use } from 'react';

/** False until the tenant's day, zone and currency are known: before that every date would be drawn wrong. */
export const TenantKnownContext = createContext(true);

export function useTenantKnown(): boolean {
  return use(TenantKnownContext);
}
