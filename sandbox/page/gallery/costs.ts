import type { CostRow } from '../../../src/contract/portfolio-view.ts';
import { PEOPLE } from './people.ts';
import { auditPrice, plainPrice } from './prices.ts';
import { AUDIT_STATUS, FRAUD_STATUS, PARTNER_STATUS } from './statuses.ts';

export const COSTS: readonly CostRow[] = [
  {
    kpi: 'C1',
    name: 'Audit evidence items accepted',
    status: AUDIT_STATUS,
    caption: 'Yellow since today · Sam Castellano, Risk & Compliance',
    price: auditPrice(14),
    happens: 'Launch moves from 20 Apr to 4 May',
    hurts: [PEOPLE.dana, PEOPLE.erika],
    decides: PEOPLE.ruth,
    when: 'Thu 12 Mar, 10:00',
  },
  {
    kpi: 'B1',
    name: 'Partner documents signed',
    status: PARTNER_STATUS,
    caption: 'Yellow since 6 Mar · Tomasz Zielinski, Partnerships',
    price: plainPrice('B1', 9_500_000, '€95,000', [PEOPLE.tomasz]),
    happens: 'Pilot ends 9 Jun; exclusivity ends 1 Jun',
    hurts: [PEOPLE.farid, PEOPLE.erika],
    decides: PEOPLE.erika,
    when: 'escalated, Thu 12 Mar, 16:00',
  },
  {
    kpi: 'F1',
    name: 'Fraud losses',
    status: FRAUD_STATUS,
    caption: 'Red since 6 Mar · Nikhil Rao, Risk & Compliance',
    price: plainPrice('F1', 5_000_000, '€50,000', [PEOPLE.nikhil]),
    happens: '€25,000 for each week outside the band',
    hurts: [PEOPLE.ruth],
    decides: PEOPLE.ruth,
    when: 'decided: pivot, review 20 Mar',
  },
];
