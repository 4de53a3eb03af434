/** Addresses inside the tab. A Teams subPageId is the same without the leading `#/`. */
export const ADDRESS = {
  waiting: '/waiting',
  portfolio: '/portfolio',
  dependencies: '/dependencies',
  recalibrations: '/recalibrations',
  candour: '/candour',
  ledger: '/ledger',
} as const;

export function kpiAddress(kpi: string): string {
  return `/kpi/${encodeURIComponent(kpi)}`;
}

export function recalibrationAddress(recalibration: string): string {
  return `/recalibration/${encodeURIComponent(recalibration)}`;
}

export function objectiveAddress(objective: string): string {
  return `${ADDRESS.portfolio}?open=${encodeURIComponent(objective)}`;
}

/** As a link for an anchor. */
export function href(address: string): string {
  return `#${address}`;
}

export function kpiHref(kpi: string): string {
  return href(kpiAddress(kpi));
}
