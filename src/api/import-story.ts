import type { Person, PersonId, Portfolio } from '../domain/portfolio.ts';
import type { ApiContext } from './context.ts';
import type { LedgerEvent } from './ledger/ledger-event.ts';
import { SYSTEM } from './ledger/ledger-event.ts';

/** What the directory knows about a person of the portfolio. */
export interface Account {
  readonly oid: string;
  readonly mail?: string;
  readonly manager?: PersonId;
}

export interface TenantImport {
  /** The Entra tenant id. */
  readonly tenant: string;
  readonly name: string;
  readonly portfolio: Portfolio;
  readonly accounts: ReadonlyMap<PersonId, Account>;
}

/**
 * Sets a tenant up from a portfolio, as ledger entries in one transaction. A tenant that has any entry is left alone:
 * false, and nothing is written.
 */
export async function importTenant(
  { tenants }: Pick<ApiContext, 'tenants'>,
  given: TenantImport,
): Promise<boolean> {
  const { result } = await tenants.accept(given.tenant, ({ state }) => {
    if (state.seq > 0) return { drafts: [], result: false };
    return { drafts: setUpEvents(given).map((event) => ({ actor: SYSTEM, event })), result: true };
  });
  return result;
}

function setUpEvents({ name, portfolio, accounts }: TenantImport): readonly LedgerEvent[] {
  const { timeZone, currency, workWeek, holidays, settings } = portfolio;
  return [
    { type: 'tenant-set-up', v: 1, data: { name, timeZone, currency, workWeek, holidays, settings } },
    ...portfolio.people.map((person): LedgerEvent => {
      const account = accounts.get(person.id);
      const oid = account === undefined ? {} : { oid: account.oid };
      return { type: 'person-added', v: 1, data: { person: withAccount(person, account), ...oid } };
    }),
    ...portfolio.objectives.map((objective): LedgerEvent => ({
      type: 'objective-added',
      v: 1,
      data: { objective },
    })),
    ...portfolio.initiatives.map((initiative): LedgerEvent => ({
      type: 'initiative-added',
      v: 1,
      data: { initiative },
    })),
    ...portfolio.kpis.map((kpi): LedgerEvent => ({ type: 'kpi-adopted', v: 1, data: { kpi } })),
    ...portfolio.dependencies.map((dependency): LedgerEvent => ({
      type: 'dependency-added',
      v: 1,
      data: { dependency },
    })),
  ];
}

/** What the person's own record says wins. */
function withAccount(person: Person, account: Account | undefined): Person {
  const { mail, manager } = account ?? {};
  return {
    ...(mail === undefined ? {} : { mail }),
    ...(manager === undefined ? {} : { manager }),
    ...person,
  };
}
