import type { Person } from '../portfolio.ts';
import { type Reader, object } from './json-source.ts';
import { oneOf, text, timeZone, workWeek } from './read-values.ts';

export const readPerson: Reader<Person> = (source) =>
  object(source, (f) => ({
    id: f.need('id', text),
    name: f.need('name', text),
    appRole: f.need('appRole', oneOf(['Leader', 'Manager', 'Admin'])),
    ...f.may('role', text),
    ...f.may('function', text),
    ...f.may('mail', text),
    ...f.may('manager', text),
    ...f.may('timeZone', timeZone),
    ...f.may('workWeek', workWeek),
  }));
