import type { PersonRef } from '../../../src/contract/primitives.ts';

function person(name: string, role: string, area: string): PersonRef {
  return { id: name.split(' ')[0]?.toLowerCase() ?? name, name, role, function: area };
}

/** The people of the pictures; all invented. */
export const PEOPLE = {
  erika: person('Erika Brandt', 'Chief Executive', 'Executive'),
  paul: person('Paul Okafor', 'VP Product', 'Product'),
  dana: person('Dana Lindqvist', 'Lending product lead', 'Product'),
  ruth: person('Ruth Adeyemi', 'Chief Risk Officer', 'Risk & Compliance'),
  sam: person('Sam Castellano', 'Head of Compliance', 'Risk & Compliance'),
  nikhil: person('Nikhil Rao', 'Fraud lead', 'Risk & Compliance'),
  aisha: person('Aisha Khan', 'KYC lead', 'Risk & Compliance'),
  tomasz: person('Tomasz Zielinski', 'Partnerships lead', 'Partnerships'),
  helen: person('Helen Marsh', 'VP Partnerships', 'Partnerships'),
  farid: person('Farid Haddad', 'Operations lead', 'Operations'),
  oskar: person('Oskar Nyström', 'Platform lead', 'Engineering'),
  yusuf: person('Yusuf Demir', 'Rates lead', 'Engineering'),
  ines: person('Ines Carvalho', 'Chief Marketing Officer', 'Marketing'),
  grace: person('Grace Whitfield', 'Campaign lead', 'Marketing'),
  lena: person('Lena Vogel', 'Chief Financial Officer', 'Finance'),
} as const satisfies Readonly<Record<string, PersonRef>>;
