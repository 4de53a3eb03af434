import { createHash } from 'node:crypto';
import type { AppRole, Person, PersonId } from '../src/domain/portfolio.ts';
import type { WorkWeek } from '../src/domain/working-time.ts';
import type { TimeZone } from '../src/domain/zoned-time.ts';

/** An account of the simulated tenant that owns a mailbox. */
export interface Account {
  readonly oid: string;
  readonly name: string;
  readonly mail: string;
  readonly timeZone: TimeZone;
  readonly workWeek: WorkWeek;
  readonly role?: string;
  readonly department?: string;
  readonly managerOid?: string;
}

/** An account somebody can sign in with. */
export interface DirectoryPerson extends Account {
  readonly id: PersonId;
  readonly appRole: AppRole;
}

/** The simulated tenant: who is in it and which applications are registered. */
export interface Directory {
  readonly tenantId: string;
  /** Our API and both front ends: one registration (DESIGN.md 4). */
  readonly apiClientId: string;
  /** The server's own identity towards Graph: app-only. */
  readonly graphClient: { readonly clientId: string; readonly secret: string };
  /** The one mailbox that invites to recalibrations. */
  readonly organiser: Account;
  readonly people: readonly DirectoryPerson[];
}

export interface DirectoryDefaults {
  readonly timeZone?: TimeZone;
  readonly workWeek?: WorkWeek;
}

const MAIL_DOMAIN = 'contoso.example';
const NAMESPACE = '6f1c1a52-7d0e-5b1e-9a55-0a5d6c1f2b77';
const OFFICE_HOURS: WorkWeek = {
  days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  start: '09:00',
  end: '17:00',
};

/**
 * The sandbox tenant for a story's people. Object ids depend on the person's id alone, so they are the same after
 * every restart. A person without `manager` reports to the first leader of the same function, else to the first
 * executive.
 */
export function directoryFromPeople(people: readonly Person[], defaults: DirectoryDefaults = {}): Directory {
  const hours = {
    timeZone: defaults.timeZone ?? 'Europe/Berlin',
    workWeek: defaults.workWeek ?? OFFICE_HOURS,
  };
  return {
    tenantId: stableUuid('tenant'),
    apiClientId: stableUuid('application/lastmile'),
    graphClient: { clientId: stableUuid('application/lastmile-graph'), secret: 'sandbox-graph-secret' },
    organiser: {
      oid: stableUuid('mailbox/recalibrations'),
      name: 'Recalibrations',
      mail: `recalibrations@${MAIL_DOMAIN}`,
      ...hours,
    },
    people: people.map((person) => directoryPerson(person, people, hours)),
  };
}

/** The account with this object id or mail address; mail is compared without case. */
export function findAccount(directory: Directory, key: string): Account | undefined {
  const wanted = key.toLowerCase();
  return accounts(directory).find(
    (account) => account.oid === wanted || account.mail.toLowerCase() === wanted,
  );
}

export function accounts(directory: Directory): readonly Account[] {
  return [directory.organiser, ...directory.people];
}

/** The person with this object id, story id or mail address. */
export function findPerson(directory: Directory, key: string): DirectoryPerson | undefined {
  const wanted = key.toLowerCase();
  return directory.people.find(
    (person) => person.oid === wanted || person.id === key || person.mail.toLowerCase() === wanted,
  );
}

/** The stable object id of a story person. */
export function oidOf(id: PersonId): string {
  return stableUuid(`person/${id}`);
}

/** A name-based UUID (RFC 9562, version 5) in the sandbox's own namespace. */
export function stableUuid(name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function directoryPerson(
  person: Person,
  people: readonly Person[],
  hours: { readonly timeZone: TimeZone; readonly workWeek: WorkWeek },
): DirectoryPerson {
  const manager = person.manager ?? reportsTo(person, people)?.id;
  return {
    id: person.id,
    oid: oidOf(person.id),
    name: person.name,
    mail: person.mail ?? `${person.id.toLowerCase().replaceAll(/[^a-z0-9.-]+/g, '-')}@${MAIL_DOMAIN}`,
    appRole: person.appRole,
    timeZone: person.timeZone ?? hours.timeZone,
    workWeek: person.workWeek ?? hours.workWeek,
    ...(person.role === undefined ? {} : { role: person.role }),
    ...(person.function === undefined ? {} : { department: person.function }),
    ...(manager === undefined ? {} : { managerOid: oidOf(manager) }),
  };
}

function reportsTo(person: Person, people: readonly Person[]): Person | undefined {
  const leaders = people.filter((other) => other.appRole === 'Leader');
  const top = leaders.find((leader) => leader.function === 'Executive') ?? leaders[0];
  if (person.id === top?.id) return undefined;
  const lead = leaders.find((leader) => leader.function === person.function);
  return lead === undefined || lead.id === person.id ? top : lead;
}
