import { assertNever } from '../result.ts';
import type { SetUpFinding } from '../set-up-finding.ts';
import { type Reader, dayMonth, days, figure, listing } from './format.ts';

export interface FindingContext extends Reader {
  /** The name of a KPI, initiative or objective, and of a person, by id. */
  readonly nameOf: (id: string) => string;
  readonly personName: (id: string) => string;
}

/** Names beyond these are counted. */
const NAMED = 3;

/** One finding in one or two sentences: what is so, why it matters, what can be done. */
export function findingSentence(finding: SetUpFinding, context: FindingContext): string {
  const { nameOf, personName } = context;
  switch (finding.code) {
    case 'negative-float':
      return tooLate(finding, context);
    case 'circle':
      return `${finding.kpis.map(nameOf).join(' → ')} wait for each other in a circle. One of these dependencies must go; until then it counts as if it were not there.`;
    case 'due-after-parent':
      return `${nameOf(finding.objective)} is due ${dayMonth(finding.due, context)}, after ${nameOf(finding.parent)}, which it carries and which is due ${dayMonth(finding.parentDue, context)}. One of the two dates must move.`;
    case 'initiative-without-kpi':
      return `${nameOf(finding.initiative)} has no KPI, so nothing can be said of it. It needs one before it starts.`;
    case 'objective-carried-by-nothing':
      return `${nameOf(finding.objective)} is carried by no initiative, so it can never be late. Give it one.`;
    case 'nobody-else-decides':
      return `${personName(finding.owner)} owns ${named(finding.kpis.map(nameOf), context)} and every objective above; nobody else can decide. Name another owner, or a manager in the directory.`;
    case 'load-beyond-cap':
      return `${personName(finding.person)} decides about ${figure(finding.kpis, context)} KPIs, but ${figure(finding.meetings, context)} meetings a week hold ${figure(finding.cases, context)} cases. Share the objectives among more owners.`;
    case 'profiles-add':
      return `A delay of ${nameOf(finding.objective)} costs something and so does one of ${nameOf(finding.parent)} above it: both are added. Keep one of the two delay profiles if they mean the same money.`;
    case 'only-lagging':
      return `${nameOf(finding.objective)} has only KPIs that move after the outcome does. Add one that moves before.`;
    case 'first-report-too-late':
      return `The first report of ${nameOf(finding.kpi)} falls due ${dayMonth(finding.report, context)}, after its due date of ${dayMonth(finding.due, context)}. Let it report more often.`;
    case 'dependency-on-kept':
      return `${nameOf(finding.from)} and ${nameOf(finding.to)}: a KPI that keeps a band never finishes, so this dependency holds nothing up.`;
    default:
      return assertNever(finding);
  }
}

function tooLate(
  { kpi, days: late, path }: Extract<SetUpFinding, { code: 'negative-float' }>,
  context: FindingContext,
): string {
  const { hops, objective } = path;
  const way = [kpi, ...hops.map(({ dependency }) => dependency.to)].map(context.nameOf).join(' → ');
  const goal = objective
    ? `${context.nameOf(objective.id)}, due ${dayMonth(objective.due, context)}`
    : `its due date, ${dayMonth(path.due, context)}`;
  const by = hops.length === 0 ? '' : `, by way of ${way}`;
  return `${context.nameOf(kpi)} is planned to finish ${days(late, context)} too late for ${goal}${by}. The plan itself cannot work: shorten it or move a date.`;
}

function named(names: readonly string[], context: FindingContext): string {
  if (names.length <= NAMED) return listing(names);
  return listing([...names.slice(0, NAMED), `${figure(names.length - NAMED, context)} more`]);
}
