import type { Cadence } from '../../domain/portfolio.ts';
import { listing } from '../../domain/words/format.ts';

/** "Reports every Friday", "Reports every second Monday", "Reports monthly on day 15". */
export function cadenceWords(cadence: Cadence): string {
  if (cadence.every === 'month') {
    return cadence.on >= 31 ? 'Reports at the end of each month' : `Reports monthly on day ${cadence.on}`;
  }
  const days = listing(cadence.on.map((day) => day.charAt(0).toUpperCase() + day.slice(1)));
  return cadence.every === 'fortnight' ? `Reports every second ${days}` : `Reports every ${days}`;
}
