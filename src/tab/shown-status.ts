import type { ShownStatus } from '../contract/primitives.ts';
import { STATUS_WORDS } from '../ui/status-words.ts';

/** A status word from an address; anything else means every status. */
export function shownStatus(word: string): ShownStatus | '' {
  return word in STATUS_WORDS ? (word as ShownStatus) : '';
}
