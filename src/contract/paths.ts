/** Every route by name: method and path. Free of schemas, so that browsers load no validator for it. */
export const PATHS = {
  readClientConfig: { method: 'get', path: '/api/client-config' },
  readMe: { method: 'get', path: '/api/me' },
  readPeople: { method: 'get', path: '/api/people' },
  readWaiting: { method: 'get', path: '/api/waiting' },
  readPortfolio: { method: 'get', path: '/api/portfolio' },
  readKpi: { method: 'get', path: '/api/kpis/{kpi}' },
  readPrice: { method: 'get', path: '/api/kpis/{kpi}/price' },
  readPricing: { method: 'get', path: '/api/pricing' },
  readRecalibrations: { method: 'get', path: '/api/recalibrations' },
  readCandour: { method: 'get', path: '/api/candour' },
  readRecalibration: { method: 'get', path: '/api/recalibrations/{recalibration}' },
  recordDecision: { method: 'post', path: '/api/recalibrations/{recalibration}/decision' },
  adoptKpis: { method: 'post', path: '/api/adoptions' },
  submitCheckIns: { method: 'post', path: '/api/check-ins' },
  readWorkbook: { method: 'get', path: '/api/workbooks/{workbook}' },
  saveMapping: { method: 'put', path: '/api/workbooks/{workbook}/mapping' },
  readLedger: { method: 'get', path: '/api/ledger' },
  verifyLedger: { method: 'get', path: '/api/ledger/verification' },
} as const;

/** The ledger as a file, for admins: lines of JSON (docs/guides/backup-and-move.md), and so no route with a schema. */
export const LEDGER_EXPORT = '/api/ledger/export';

/** On a 304: the moment at which the answer that the asker has still stands, ISO 8601. */
export const AS_OF_HEADER = 'lastmile-as-of';

export type RouteName = keyof typeof PATHS;
