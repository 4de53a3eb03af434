import type { ShownStatus } from '../contract/primitives.ts';

/** Capitalised, and the same everywhere. SCREENS.md 8.9. */
export const STATUS_WORDS: Readonly<Record<ShownStatus, string>> = {
  green: 'Green',
  yellow: 'Yellow',
  red: 'Red',
  silent: 'Silent',
  'not-started': 'Not started',
  stopped: 'Stopped',
};

/** What is well recedes; these do not. */
export function leftGreen(status: ShownStatus): boolean {
  return status === 'yellow' || status === 'red' || status === 'silent';
}
