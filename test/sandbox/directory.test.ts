import { describe, expect, it } from 'vitest';
import { directoryFromPeople, findAccount, oidOf } from '../../sandbox/directory.ts';
import { STAFF } from './staff.ts';

describe('the sandbox directory', () => {
  const directory = directoryFromPeople(STAFF);

  it('gives a person the same object id after every start', () => {
    expect(oidOf('dana')).toBe(directoryFromPeople([...STAFF].reverse()).people.at(-3)?.oid);
    expect(oidOf('dana')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('gives everybody a different object id', () => {
    const oids = [directory.organiser, ...directory.people].map((account) => account.oid);
    expect(new Set(oids).size).toBe(oids.length);
  });

  it.each([
    ['dana', 'paul'],
    ['paul', 'erika'],
    ['ruth', 'erika'],
    ['sam', 'dana'],
  ])('lets %s report to %s', (person, manager) => {
    expect(directory.people.find((one) => one.id === person)?.managerOid).toBe(oidOf(manager));
  });

  it('lets the first executive report to nobody', () => {
    expect(directory.people.find((one) => one.id === 'erika')?.managerOid).toBeUndefined();
  });

  it('finds an account by mail address in any case, and by object id', () => {
    expect(findAccount(directory, 'DANA@contoso.example')?.oid).toBe(oidOf('dana'));
    expect(findAccount(directory, oidOf('dana'))?.mail).toBe('dana@contoso.example');
    expect(findAccount(directory, 'recalibrations@contoso.example')).toBe(directory.organiser);
    expect(findAccount(directory, 'stranger@contoso.example')).toBeUndefined();
  });
});
