import type { Decision } from './decision.ts';
import type { InitiativeId, Kpi, KpiId } from './portfolio.ts';

/** What decisions have ended: initiatives, and KPIs that belong to none. */
export interface StoppedWork {
  readonly initiatives: ReadonlyMap<InitiativeId, Decision>;
  readonly kpis: ReadonlyMap<KpiId, Decision>;
}

/** A stop ends the initiative it names, else that of its cause; a KPI that stands alone ends itself. DESIGN.md 3.9. */
export function stoppedWork(decisions: readonly Decision[], kpis: ReadonlyMap<KpiId, Kpi>): StoppedWork {
  const initiatives = new Map<InitiativeId, Decision>();
  const alone = new Map<KpiId, Decision>();
  for (const decision of decisions) {
    if (decision.choice.kind !== 'stop') continue;
    const initiative = decision.choice.initiative ?? kpis.get(decision.cause)?.initiative;
    if (initiative === undefined) alone.set(decision.cause, decision);
    else if (!initiatives.has(initiative)) initiatives.set(initiative, decision);
  }
  return { initiatives, kpis: alone };
}

/** The decision that stopped a KPI; undefined while it runs. */
export function stopOf({ id, initiative }: Kpi, stopped: StoppedWork): Decision | undefined {
  return stopped.kpis.get(id) ?? (initiative === undefined ? undefined : stopped.initiatives.get(initiative));
}
