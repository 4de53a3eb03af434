import type { Facts } from '../facts.ts';
import { deciderAt, kpiOf } from '../people.ts';
import type { KpiId, ObjectiveId, PersonId } from '../portfolio.ts';
import { decideBy } from '../recalibration-escalation.ts';
import type { Recalibration } from '../recalibration.ts';
import type { Evaluation, KpiState, Price } from '../status.ts';
import type { Instant } from '../zoned-time.ts';
import { type AgendaAttendee, agendaAttendees } from './agenda-attendees.ts';

/** What an invitation says, as data; the words of a reader's language are put to it at the edge. DESIGN.md 3.8. */
export interface Agenda {
  /** "Decision needed: <KPI>", or "Help requested: <KPI>" where the owner warned early. */
  readonly subject: string;
  readonly helpRequested: boolean;
  readonly cause: AgendaKpi;
  /** The other KPIs that are answered for. */
  readonly joined: readonly AgendaKpi[];
  readonly objective: { readonly id: ObjectiveId; readonly name: string } | null;
  /** What two more weeks on the cause cost and whom they hit. */
  readonly price: Price;
  readonly decisionMaker: PersonId;
  /** One working day after the meeting; null when nothing happens by itself any more. */
  readonly decideBy: Instant | null;
  /** Who decides when nobody has decided until then; the same person at the root. */
  readonly otherwise: PersonId;
  readonly choices: readonly ['stop', 'reallocate', 'pivot', 'hold'];
  readonly attendees: readonly AgendaAttendee[];
}

/** A KPI with everything its facts line needs: reasons, slip, float, waits, warning, reading, due. */
export interface AgendaKpi {
  readonly id: KpiId;
  readonly name: string;
  readonly unit: string;
  readonly owner: PersonId;
  readonly due: string;
  readonly state: KpiState;
}

/** The agenda of a recalibration as things stand in `evaluation`. `priceOf`: what two more weeks on a KPI cost. */
export function agenda(
  recalibration: Recalibration,
  { facts, evaluation, priceOf }: AgendaFacts,
): Agenda | null {
  const cause = agendaKpi(recalibration.cause, facts, evaluation);
  if (!cause) return null;
  const { covers, helpRequested, decisionMaker, revision } = recalibration;
  const objective = facts.portfolio.objectives.find(({ id }) => id === recalibration.objective);
  return {
    subject: agendaSubject(cause.name, helpRequested),
    helpRequested,
    cause,
    joined: covers
      .filter((kpi) => kpi !== cause.id)
      .flatMap((kpi) => agendaKpi(kpi, facts, evaluation) ?? []),
    objective: objective ? { id: objective.id, name: objective.name } : null,
    price: priceOf(cause.id),
    decisionMaker,
    decideBy: decideBy(facts.portfolio, recalibration),
    otherwise: deciderAt(facts.portfolio, cause.id, revision + 1),
    choices: ['stop', 'reallocate', 'pivot', 'hold'],
    attendees: agendaAttendees(recalibration, facts.portfolio),
  };
}

export interface AgendaFacts {
  readonly facts: Facts;
  readonly evaluation: Evaluation;
  readonly priceOf: (kpi: KpiId) => Price;
}

/** SCREENS.md 7. Never "Problem". */
export function agendaSubject(kpi: string, helpRequested: boolean): string {
  return `${helpRequested ? 'Help requested' : 'Decision needed'}: ${kpi}`;
}

function agendaKpi(id: KpiId, { portfolio }: Facts, { kpis }: Evaluation): AgendaKpi | null {
  const [kpi, state] = [kpiOf(portfolio, id), kpis.get(id)];
  if (!kpi || !state) return null;
  return { id, name: kpi.name, unit: kpi.unit, owner: kpi.owner, due: kpi.plan.due, state };
}
