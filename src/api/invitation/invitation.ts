import type { RichText } from '../../contract/primitives.ts';

/** Everything an invitation says, in reading order (SCREENS.md 7). Sentences are finished; nothing is escaped yet. */
export interface Invitation {
  readonly subject: string;
  /** One line: what changed. */
  readonly changed: RichText;
  readonly price: RichText;
  /** Who decides by when, the choices, what happens otherwise. */
  readonly decision: RichText;
  /** The web address of the decision form, and the Teams link that may open it more comfortably. */
  readonly formUrl: string;
  readonly whyYou: readonly { readonly name: string; readonly why: string }[];
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** Why this slot and what was given up. */
  readonly slot: string;
}
