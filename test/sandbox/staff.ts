import type { Person } from '../../src/domain/portfolio.ts';

/** Five people in two time zones and two kinds of week; `sam` has a manager of his own. */
export const STAFF: readonly Person[] = [
  { id: 'erika', name: 'Erika Brandt', role: 'Chief Executive', function: 'Executive', appRole: 'Leader' },
  { id: 'paul', name: 'Paul Okafor', role: 'VP Product', function: 'Product', appRole: 'Leader' },
  { id: 'dana', name: 'Dana Lindqvist', role: 'Product lead', function: 'Product', appRole: 'Manager' },
  {
    id: 'ruth',
    name: 'Ruth "<b>" Adeyemi',
    role: 'Chief Risk Officer',
    function: 'Risk & Compliance',
    appRole: 'Leader',
    timeZone: 'Asia/Dubai',
    workWeek: {
      days: ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday'],
      start: '08:00',
      end: '16:00',
    },
  },
  {
    id: 'sam',
    name: 'Sam Castellano',
    role: 'Head of Compliance',
    function: 'Risk & Compliance',
    appRole: 'Admin',
    manager: 'dana',
    timeZone: 'America/New_York',
  },
];
