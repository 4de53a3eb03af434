import type { CandourView } from '../../../src/contract/candour-view.ts';
import { PEOPLE } from './people.ts';
import { DAY_TEN } from './statuses.ts';

/** The lending story's candour on day ten. */
export const CANDOUR: CandourView = {
  asOf: DAY_TEN,
  sentence: [
    { text: 'Four early warnings gave ' },
    { text: '29\u00a0days', strong: true },
    { text: ' of notice. ' },
    { text: 'One report', strong: true },
    { text: ' is missing today.' },
  ],
  warnings: [
    {
      checkIn: 'w4',
      kpi: { id: 'P3', name: 'Interfaces moved off the old host' },
      said: 'Warned on 10\u00a0Mar of a slip of 10\u00a0days: two interfaces need the vendor',
      caption: 'Oskar Nyström · still Green by number',
      state: 'open',
      noticeDays: null,
      outcome: 'open',
      outcomeNote: 'help on Fri\u00a013\u00a0Mar',
    },
    {
      checkIn: 'w3',
      kpi: { id: 'F1', name: 'Fraud losses' },
      said: 'Warned on 20\u00a0Feb of a slip of 5\u00a0days: a new merchant type behaves differently',
      caption: 'Nikhil Rao · left Green by number on 6\u00a0Mar · thank you',
      state: 'seen',
      noticeDays: 14,
      outcome: '14\u00a0days',
      outcomeNote: 'of notice',
    },
    {
      checkIn: 'w2',
      kpi: { id: 'D1', name: 'Accounts on digital statements' },
      said: 'Warned on 6\u00a0Feb of a slip of 8\u00a0days: the letters go out late',
      caption: 'Carmen Ortiz · stayed Green by number · thank you',
      state: 'averted',
      noticeDays: null,
      outcome: 'averted',
      outcomeNote: '',
    },
    {
      checkIn: 'w1',
      kpi: { id: 'R1', name: 'Credit policy rules agreed' },
      said: 'Warned on 26\u00a0Jan of a slip of 6\u00a0days: one rule is disputed',
      caption: 'Dana Lindqvist · left Green by number on 10\u00a0Feb · thank you',
      state: 'seen',
      noticeDays: 15,
      outcome: '15\u00a0days',
      outcomeNote: 'of notice',
    },
  ],
  redated: [
    {
      decision: 'd7',
      kpi: { id: 'T1', name: 'Rate rules live' },
      status: 'green',
      sentence:
        'Due moved from 3\u00a0Apr to 17\u00a0Apr on 26\u00a0Feb; it was Yellow just before. Yusuf Demir: “The rate table was larger than planned.”',
    },
  ],
  silences: [
    {
      kpi: { id: 'S1', name: 'Calls avoided per week' },
      since: '2026-03-11T00:00:00.000Z',
      sinceWords: 'since today',
      sentence:
        'The report due Fri\u00a06\u00a0Mar is missing; last reading 430\u00a0calls on 27\u00a0Feb. Without a report by Tue\u00a017\u00a0Mar, a recalibration is booked.',
      caption: 'Farid Haddad · reminded 5\u00a0Mar and 6\u00a0Mar · two weeks cost nothing yet',
      owner: { ...PEOPLE.sam, id: 'farid', name: 'Farid Haddad' },
      ask: 'mailto:farid@contoso.example?subject=Calls%20avoided%20per%20week',
    },
  ],
  silenceNote: '11 of 12 KPIs have every report that was due.',
  objections: [
    {
      checkIn: 'o3',
      kpi: { id: 'A4', name: 'Partner documents signed' },
      statusThen: 'yellow',
      said: 'Tomasz Zielinski, 9\u00a0Mar: “Five more documents are signed, the scans come on 13 Mar.”',
      outcome: 'open until 20\u00a0Mar',
      held: null,
    },
    {
      checkIn: 'o2',
      kpi: { id: 'K1', name: 'KYC cases open' },
      statusThen: 'yellow',
      said: 'Aisha Khan, 4\u00a0Feb: “The backlog is one bad week, not a trend.”',
      outcome: 'was right',
      held: true,
    },
    {
      checkIn: 'o1',
      kpi: { id: 'M1', name: 'Merchant contracts signed' },
      statusThen: 'yellow',
      said: 'Tomasz Zielinski, 14\u00a0Jan: “All contracts are signed by 30 Jan.”',
      outcome: 'was not right',
      held: false,
    },
  ],
};

export const NO_CANDOUR: CandourView = {
  ...CANDOUR,
  sentence: [{ text: 'No early warnings so far. Nobody is silent.' }],
  warnings: [],
  redated: [],
  silences: [],
  objections: [],
};
