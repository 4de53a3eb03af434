import type { ReasonView, ShownStatus, StatusView } from '../../contract/primitives.ts';
import type { Kpi } from '../../domain/portfolio.ts';
import type { KpiState, Reason, RolledState, Status } from '../../domain/status.ts';
import { reasonSentence } from '../../domain/words/reason-sentence.ts';
import type { Instant } from '../../domain/zoned-time.ts';
import type { IndexedView } from './view-index.ts';

/** A KPI's computed status as a reader sees it: word, since, reasons as sentences. */
export function presentKpiStatus(view: IndexedView, kpi: string): StatusView {
  const state = view.stateOf(kpi);
  if (!state) return NOTHING;
  return {
    status: shownStatus(state.status, state.reasons),
    since: iso(view.timeline.since.get(kpi)),
    reasons: presentReasons(view, kpi, state.reasons),
    slip: state.slip,
    float: state.float,
    floatLeft: state.floatLeft,
    room: state.room,
    forecastFinish: state.forecastFinish,
    reviewAt: iso(state.reviewAt),
  };
}

/** A parent's status carries the reasons, slip and float of the KPI that decides it, or of `anchor` when none does. */
export function presentRolledStatus(
  view: IndexedView,
  rolled: RolledState | undefined,
  anchor: string | null,
): StatusView {
  if (!rolled) return NOTHING;
  const from = rolled.decidedBy ?? anchor;
  const base = from === null ? NOTHING : presentKpiStatus(view, from);
  return {
    ...base,
    status: shownParent(rolled),
    since: iso(view.timeline.since.get(rolled.id)),
    reasons: presentReasons(view, from ?? rolled.id, rolled.reasons),
  };
}

export function presentReasons(view: IndexedView, kpi: string, reasons: readonly Reason[]): ReasonView[] {
  const found = view.kpiOf(kpi);
  return reasons.map((reason) => ({
    code: reason.code,
    sentence: sentenceOf(view, found, reason),
    facts: { ...reason.facts },
  }));
}

/** The first reason without its leading "Yellow since …:" is what lists and invitations say. */
export function presentWhy(view: IndexedView, kpi: string): string {
  const state = view.stateOf(kpi);
  const reason = state?.reasons[0];
  if (!reason) return '';
  const sentence = sentenceOf(view, view.kpiOf(kpi), reason).replace(/^[^:]{1,40}: /, '');
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** Before the first report is due nothing is green yet: it has not started. */
export function shownStatus(status: Status, reasons: readonly Pick<Reason, 'code'>[]): ShownStatus {
  const code = reasons[0]?.code;
  if (code === 'stopped') return 'stopped';
  return status === 'green' && code === 'not-started' ? 'not-started' : status;
}

export function shownOf(view: IndexedView, kpi: string): ShownStatus {
  const state = view.stateOf(kpi);
  return state ? shownStatus(state.status, state.reasons) : 'not-started';
}

/** Left Green: yellow, red or silent. */
export function hasLeftGreen(state: KpiState | undefined): boolean {
  return state !== undefined && state.status !== 'green';
}

export function iso(instant: Instant | null | undefined): string | null {
  return instant === null || instant === undefined ? null : new Date(instant).toISOString();
}

function shownParent({ status, counts }: RolledState): ShownStatus {
  const started = counts.green + counts.yellow + counts.red + counts.silent;
  if (status !== 'green' || started > 0) return status;
  return counts['not-started'] > 0 || counts.stopped === 0 ? 'not-started' : 'stopped';
}

function sentenceOf(view: IndexedView, kpi: Kpi | undefined, reason: Reason): string {
  const state = kpi && view.stateOf(kpi.id);
  return reasonSentence(reason, {
    ...view.words,
    unit: kpi?.unit ?? '',
    since: kpi ? (view.timeline.since.get(kpi.id) ?? null) : null,
    ...(state ? { status: state.status } : {}),
    kpiName: view.nameOf,
    ownerName: kpi ? view.personOf(kpi.owner).name : '',
  });
}

const NOTHING: StatusView = {
  status: 'not-started',
  since: null,
  reasons: [],
  slip: 0,
  float: null,
  floatLeft: null,
  room: null,
  forecastFinish: null,
  reviewAt: null,
};
