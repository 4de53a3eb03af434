import type { ShownStatus } from '../contract/primitives.ts';
import { STATUS_WORDS } from '../ui/status-words.ts';

/** A status word from an address; anything else means every status. */
export function shownStatus(word: string): ShownStatus | '' {
  return Object.hasOwn(STATUS_WORDS, word) ? (word as ShownStatus) : '';
}
