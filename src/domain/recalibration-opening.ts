import type { Facts } from './facts.ts';
import { deciderAt, objectiveOfKpi, ownerCalendar } from './people.ts';
import type { KpiId } from './portfolio.ts';
import { awaitedBy } from './recalibration-cause.ts';
import { deadlineFor } from './recalibration-deadline.ts';
import { attendanceOf } from './recalibration-people.ts';
import type { Recalibration } from './recalibration.ts';
import type { Evaluation, Status } from './status.ts';

const WEEK = 7 * 86_400_000;

export interface Opening {
  readonly cause: KpiId;
  readonly covers: readonly KpiId[];
  /** How many recalibrations of this cause came before, revisions not counted. */
  readonly earlier: number;
}

/** A new recalibration, revision 1, as it stands at the moment of `after`. Books nothing. DESIGN.md 3.8. */
export function opened(facts: Facts, after: Evaluation, opening: Opening): Recalibration {
  const { cause, covers, earlier } = opening;
  return revised(facts, after, { cause, covers, id: `${cause}~${earlier + 1}`, revision: 1 });
}

/** The next revision of one without a decision: one level up, or the root again. DESIGN.md 3.8, SCREENS.md 10. */
export function nextRevision(facts: Facts, after: Evaluation, last: Recalibration): Recalibration {
  const { cause, covers, keptBy, awaits, id } = last;
  const next = revised(facts, after, { cause, covers, id: caseOf(id), revision: last.revision + 1 });
  const kept = { ...(keptBy === undefined ? {} : { keptBy }), ...(awaits === undefined ? {} : { awaits }) };
  const weekly = next.decisionMaker === last.decisionMaker ? aWeekAfter(facts, last, next) : {};
  return { ...next, ...kept, ...weekly, helpRequested: last.helpRequested };
}

/** At the root it comes back weekly: a week after the last meeting, before that week ends. */
function aWeekAfter(
  { portfolio }: Facts,
  { meeting }: Recalibration,
  next: Recalibration,
): Partial<Recalibration> {
  if (!meeting) return {};
  const notBefore = Math.max(next.openedAt, meeting.start + WEEK);
  const owner = ownerCalendar(portfolio, next.cause);
  return { notBefore, deadline: deadlineFor(notBefore, owner, portfolio.settings.minNoticeHours) };
}

interface Revision {
  readonly cause: KpiId;
  readonly covers: readonly KpiId[];
  /** Common to all revisions of one recalibration. */
  readonly id: string;
  readonly revision: number;
}

function revised(facts: Facts, after: Evaluation, { cause, covers, id, revision }: Revision): Recalibration {
  const { portfolio } = facts;
  const decisionMaker = deciderAt(portfolio, cause, revision);
  const objective = objectiveOfKpi(portfolio, cause)?.id;
  const awaits = covers.flatMap((kpi) => awaitedBy(facts, after, kpi));
  return {
    id: `${id}~${revision}`,
    cause,
    revision,
    openedAt: after.asOf,
    deadline: deadlineFor(after.asOf, ownerCalendar(portfolio, cause), portfolio.settings.minNoticeHours),
    decisionMaker,
    ...attendanceOf({ facts, after, cause, covers, decisionMaker }),
    covers,
    statusAtOpening: worstOf(covers.map((kpi) => after.kpis.get(kpi)?.status ?? 'green')),
    helpRequested: after.kpis.get(cause)?.reasons.some(({ code }) => code === 'early-warning') ?? false,
    ...(objective === undefined ? {} : { objective }),
    ...(awaits.length > 0 ? { awaits } : {}),
    state: 'open',
  };
}

function caseOf(id: string): string {
  return id.slice(0, id.lastIndexOf('~'));
}

const ORDER: readonly Status[] = ['green', 'silent', 'yellow', 'red'];

export function worstOf(statuses: readonly Status[]): Status {
  return statuses.reduce((a, b) => (ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a), 'green');
}
