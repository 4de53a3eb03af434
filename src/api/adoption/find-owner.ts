import type { Person } from '../../domain/portfolio.ts';
import { type Result, err, ok } from '../../domain/result.ts';
import { folded } from './folded.ts';

export interface OwnerFault {
  readonly rule: 'no-owner' | 'unknown-owner' | 'ambiguous-owner';
  readonly field: 'owner' | 'ownerId';
  readonly message: string;
}

export interface OwnerClaim {
  readonly owner?: string | undefined;
  readonly ownerId?: string | undefined;
}

/**
 * The one person a row names: chosen in the pane, or by mail address, or by full name without case and accents. Never
 * guessed: what is nobody, or two people, is refused (DESIGN.md 1.1).
 */
export function findOwner(
  people: readonly Person[],
  { owner, ownerId }: OwnerClaim,
): Result<Person, OwnerFault> {
  if (ownerId !== undefined) {
    const chosen = people.find(({ id }) => id === ownerId);
    return chosen
      ? ok(chosen)
      : err({ rule: 'unknown-owner', field: 'ownerId', message: 'The chosen owner is not a person here.' });
  }
  if (owner === undefined) {
    return err({
      rule: 'no-owner',
      field: 'owner',
      message: 'There is no owner. Every KPI has exactly one owner.',
    });
  }
  const wanted = folded(owner);
  const found = people.filter(({ name, mail }) => folded(name) === wanted || folded(mail ?? '') === wanted);
  const [only, ...others] = found;
  if (!only) {
    const message = `“${owner}” is not a person. Every KPI has exactly one owner.`;
    return err({ rule: 'unknown-owner', field: 'owner', message });
  }
  if (others.length > 0) {
    const message = `${found.length} people are called “${owner}”. Choose one of them.`;
    return err({ rule: 'ambiguous-owner', field: 'owner', message });
  }
  return ok(only);
}
