import { createContext, use } from 'react';

/** The moment that is looked at; null is now. */
export const MomentContext = createContext<string | null>(null);

export function useMoment(): string | null {
  return use(MomentContext);
}

/** As a query: absent means now. */
export function usePast(): { readonly asOf?: string } {
  const moment = useMoment();
  return moment === null ? {} : { asOf: moment };
}
