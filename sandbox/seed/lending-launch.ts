/**
 * The lending launch: the product team ships on time; the mandatory audit stalls on an export from a third-party
 * tool. The portfolio of the acceptance story in the story format, on its first day. All figures are invented.
 */
export const LENDING_LAUNCH = {
  title: 'The lending launch: found by day ten, not in week seven',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  workWeek: {
    days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    start: '09:00',
    end: '17:00',
  },
  people: [
    { id: 'erika', name: 'Erika Brandt', role: 'Chief Executive', function: 'Executive', appRole: 'Leader' },
    { id: 'paul', name: 'Paul Okafor', role: 'VP Product', function: 'Product', appRole: 'Leader' },
    {
      id: 'dana',
      name: 'Dana Lindqvist',
      role: 'Lending product lead',
      function: 'Product',
      appRole: 'Manager',
    },
    {
      id: 'ruth',
      name: 'Ruth Adeyemi',
      role: 'Chief Risk Officer',
      function: 'Risk & Compliance',
      appRole: 'Leader',
    },
    {
      id: 'sam',
      name: 'Sam Castellano',
      role: 'Head of Compliance',
      function: 'Risk & Compliance',
      appRole: 'Manager',
    },
  ],
  objectives: [
    {
      id: 'O1',
      name: 'Lending product earns revenue',
      owner: 'erika',
      due: '2026-04-20',
      delayProfile: { kind: 'linear', perWeek: 6000000 },
    },
    {
      id: 'O1.1',
      parent: 'O1',
      name: 'Lending product feature-complete',
      owner: 'paul',
      due: '2026-04-13',
      delayProfile: { kind: 'none' },
    },
    {
      id: 'O1.2',
      parent: 'O1',
      name: 'Regulatory audit passed',
      owner: 'ruth',
      due: '2026-04-13',
      delayProfile: { kind: 'none' },
    },
  ],
  initiatives: [
    {
      id: 'I-build',
      objective: 'O1.1',
      name: 'Build the lending features',
      owner: 'paul',
      function: 'Product',
      risk: { impact: 4, likelihood: 2 },
    },
    {
      id: 'I-audit',
      objective: 'O1.2',
      name: 'Mandatory regulatory audit',
      owner: 'ruth',
      function: 'Risk & Compliance',
      risk: { impact: 5, likelihood: 3 },
    },
    {
      id: 'I-launch',
      objective: 'O1',
      name: 'Launch',
      owner: 'erika',
      function: 'Product',
      risk: { impact: 5, likelihood: 2 },
    },
  ],
  kpis: [
    {
      id: 'P1',
      initiative: 'I-build',
      name: 'Release scope accepted',
      unit: '%',
      owner: 'dana',
      kind: 'reach',
      readings: 'level',
      baseline: 0,
      target: 100,
      start: '2026-03-02',
      due: '2026-04-13',
      cadence: { every: 'week', on: 'friday' },
    },
    {
      id: 'C1',
      initiative: 'I-audit',
      name: 'Audit evidence items accepted',
      unit: 'items',
      owner: 'sam',
      kind: 'reach',
      readings: 'level',
      baseline: 0,
      target: 120,
      start: '2026-03-02',
      due: '2026-04-13',
      cadence: { every: 'week', on: 'friday' },
    },
    {
      id: 'L1',
      initiative: 'I-launch',
      name: 'Launch gates passed',
      unit: 'gates',
      owner: 'dana',
      kind: 'reach',
      readings: 'level',
      baseline: 0,
      target: 5,
      start: '2026-04-13',
      due: '2026-04-20',
      cadence: { every: 'week', on: 'friday' },
    },
  ],
  dependencies: [
    { from: 'P1', to: 'L1', type: 'finish-to-start', lagDays: 0 },
    { from: 'C1', to: 'L1', type: 'finish-to-start', lagDays: 0 },
  ],
  versions: [
    { name: 'sandbox', checkIns: [], expected: {} },
    {
      name: 'twice a week',
      cadence: { C1: { every: 'week', on: ['tuesday', 'friday'] } },
      checkIns: [],
      expected: {},
    },
  ],
} as const;

/** The sandbox opens on the morning of day one. */
export const STORY_START = '2026-03-02T09:00';

/** What the story says on which day, for the header of the sandbox page. */
export const STORY_STEPS = [
  { on: '2026-03-02', caption: 'Mon 2 Mar', line: 'Adopt the sheet: as Sam, then as Dana' },
  { on: '2026-03-06', caption: 'Fri 6 Mar', line: 'As Dana: 11 %. As Sam: 11 items, the wait' },
  { on: '2026-03-09', caption: 'Mon 9 Mar', line: 'The export is due, and does not come' },
  {
    on: '2026-03-11',
    caption: 'Wed 11 Mar, day ten',
    line: 'The audit is Yellow; a meeting is booked',
  },
  { on: '2026-03-12', caption: 'Thu 12 Mar', line: 'As Ruth, choose Decide in Teams' },
] as const;
