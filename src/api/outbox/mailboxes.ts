import type { PersonId, Portfolio } from '../../domain/portfolio.ts';
import type { Mailbox } from '../ports.ts';

/** The mailboxes of people, in their order. Somebody without a mail address cannot be invited and is left out. */
export function mailboxesOf({ people }: Portfolio, ids: readonly PersonId[]): readonly Mailbox[] {
  return ids.flatMap((id) => {
    const person = people.find((one) => one.id === id);
    return person?.mail === undefined ? [] : [{ person: id, name: person.name, mail: person.mail }];
  });
}
