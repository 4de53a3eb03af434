import type { ObjectionLine } from '../../contract/candour-view.ts';
import { type ObjectionScore, objectionScores } from '../../domain/candour.ts';
import { dateIn, dayMonth } from '../../domain/words/format.ts';
import { shownStatus } from './present-status.ts';
import { type IndexedView, senderOf } from './view-index.ts';

/** Objections beside the status they speak against, and how they turned out; newest first. DESIGN.md 3.10. */
export function presentObjections(view: IndexedView): ObjectionLine[] {
  return objectionScores(view.facts)
    .toSorted((a, b) => b.at - a.at)
    .map((score) => objectionLine(view, score));
}

function objectionLine(view: IndexedView, score: ObjectionScore): ObjectionLine {
  const { kpi, checkIn, at, claim, held } = score;
  const sender = senderOf(view, kpi, checkIn);
  const on = dayMonth(dateIn(at, view.words), view.words);
  return {
    checkIn,
    kpi: { id: kpi, name: view.nameOf(kpi) },
    statusThen: statusThen(view, score),
    said: `${sender.name}, ${on}: “${claim.claim}”`,
    outcome:
      held === null
        ? `open until ${dayMonth(claim.byDate, view.words)}`
        : held
          ? 'was right'
          : 'was not right',
    held,
  };
}

/** The recorded colour at that moment: what the rules said then is not computed anew. */
function statusThen(view: IndexedView, { kpi, at }: ObjectionScore): ObjectionLine['statusThen'] {
  const last = view.timeline.transitions.findLast((one) => one.id === kpi && one.at <= at);
  return shownStatus(last?.to ?? 'green', last?.reasons ?? []);
}
