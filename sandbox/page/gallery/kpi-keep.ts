import type { KpiView } from '../../../src/contract/kpi-view.ts';
import { KPI_DAY_TEN } from './kpi.ts';
import { PEOPLE } from './people.ts';
import { FRAUD_STATUS } from './statuses.ts';

export const KPI_KEEP: KpiView = {
  ...KPI_DAY_TEN,
  kpi: {
    ...KPI_DAY_TEN.kpi,
    id: 'F1',
    name: 'Fraud losses',
    unit: 'bp',
    kind: 'keep',
    owner: PEOPLE.nikhil,
    objectives: [{ id: 'O3', name: 'Card fraud stays under 6 basis points' }],
    captions: [
      'Nikhil Rao, Risk & Compliance',
      'Fraud rules',
      'at most 6 bp, hard limit 8 bp',
      'Reports every Friday',
    ],
  },
  status: FRAUD_STATUS,
  chart: {
    ...KPI_DAY_TEN.chart,
    kind: 'keep',
    start: '2026-01-05',
    due: '2026-12-31',
    plan: [],
    target: null,
    band: { ...KPI_DAY_TEN.chart.band, upper: 6, hardUpper: 8, naturalUpper: 6.9, naturalLower: 4.1 },
    readings: ['01-09', '01-16', '01-23', '01-30', '02-06', '02-13', '02-20', '02-27', '03-06'].map(
      (day, index) => ({
        date: `2026-${day}`,
        value: [5.1, 5.4, 4.9, 5.6, 5.2, 5.5, 5.8, 5.9, 8.6][index] ?? 5,
        plan: null,
        by: 'Nikhil Rao',
        checkIn: `f${index}`,
      }),
    ),
    statusLane: [
      { from: '2026-01-09', status: 'green' },
      { from: '2026-03-06', status: 'red' },
    ],
    waitLane: [],
    decisions: [{ date: '2026-03-09', label: 'Decision: pivot' }],
  },
  waitsFor: [],
  othersWait: [],
};
