import type { WaitingView } from '../../../src/contract/waiting-view.ts';
import { PEOPLE } from './people.ts';
import { auditPrice } from './prices.ts';
import { AUDIT_STATUS, DAY_TEN, status } from './statuses.ts';

/** Ruth's first page on day ten. */
export const WAITING: WaitingView = {
  asOf: DAY_TEN,
  timeZone: 'Europe/Berlin',
  title: 'Three things wait for you',
  items: [
    {
      kind: 'decision',
      kpi: { id: 'C1', name: 'Audit evidence items accepted' },
      recalibration: 'r-0142',
      status: AUDIT_STATUS,
      statusNote: null,
      dueAt: '2026-03-13T09:45:00Z',
      deadline: 'Decide by Fri\u00a013\u00a0Mar, 10:45',
      sentence: [
        { text: 'Two more weeks on ' },
        { text: 'Audit evidence items accepted', kpi: 'C1' },
        { text: ' cost ' },
        { text: '€120,000', strong: true },
        { text: ': the launch moves from 20\u00a0Apr to ' },
        { text: '4\u00a0May', strong: true },
        { text: '.' },
      ],
      reason:
        'The wait for “Export from the audit tool” was due 9 Mar and is 2 days over. The number itself is on plan: 11 of 120 items on 6 Mar. No float is left between the audit and the launch.',
      cost: auditPrice(14).cost,
      owner: PEOPLE.sam,
      hurts: [
        { person: PEOPLE.dana, because: 'Launch gates passed' },
        { person: PEOPLE.erika, because: 'Lending product earns revenue' },
      ],
      meeting: {
        start: '2026-03-12T09:00:00Z',
        end: '2026-03-12T09:45:00Z',
        timeZone: 'Europe/Berlin',
        concessions: [],
      },
      meetingNote: 'booked, all required are free',
      mayDecide: true,
    },
    {
      kind: 'review',
      kpi: { id: 'K1', name: 'KYC cases open' },
      recalibration: 'r-0120',
      status: status(),
      statusNote: 'was Yellow at the decision',
      dueAt: '2026-03-11T16:00:00Z',
      deadline: '',
      sentence: [{ text: 'Hold course on KYC cases open worked: slip fell from 12 days to 1.' }],
      reason: 'You decided on 11 Feb that the two temporary clerks would be enough. Review is due today.',
      cost: null,
      owner: PEOPLE.aisha,
      hurts: [],
      meeting: null,
      meetingNote: null,
      mayDecide: true,
    },
    {
      kind: 'report',
      kpi: { id: 'R1', name: 'Model-risk findings closed' },
      recalibration: null,
      status: status(),
      statusNote: null,
      dueAt: '2026-03-13T22:59:00Z',
      deadline: '',
      sentence: [{ text: 'Model-risk findings closed is due Fri 13 Mar.' }],
      reason: 'Last reading 7 of 18 findings on 6 Mar. Without a report it turns Silent on Wed 18 Mar.',
      cost: null,
      owner: PEOPLE.ruth,
      hurts: [],
      meeting: null,
      meetingNote: null,
      mayDecide: false,
    },
  ],
  empty: 'Nothing waits for you. Your next report is due Fri 13 Mar.',
  week: [
    {
      date: '2026-03-11',
      line: 'Review: KYC cases open',
      caption: 'due today',
      link: 'recalibration/r-0120',
    },
    {
      date: '2026-03-12',
      line: 'Audit evidence items accepted',
      caption: '10:00–10:45, you decide',
      link: 'recalibration/r-0142',
    },
    { date: '2026-03-13', line: 'Report: Model-risk findings', caption: 'due by end of day', link: null },
  ],
  weekNote:
    'One recalibration this week. A fourth would join one of the first three instead of taking a new hour.',
  warnedEarly: [
    {
      person: PEOPLE.nikhil,
      caption: 'Fraud losses, 20 Feb',
      sentence: 'Nikhil’s warning came 14 days before the number left its band.',
    },
  ],
};
