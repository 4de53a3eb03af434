import type { TreeRow } from '../../contract/portfolio-view.ts';
import type { Kpi, Portfolio } from '../../domain/portfolio.ts';
import type { KpiState } from '../../domain/status.ts';
import type { Instant } from '../../domain/zoned-time.ts';
import { nextMeeting } from './present-meeting.ts';
import { shortPriceOf } from './short-price.ts';
import type { IndexedView } from './view-index.ts';

/** Beside the KPI's state, everything that a row is written from; names, owner and place are the set-up's. */
interface Written {
  readonly portfolio: Portfolio;
  readonly locale: string;
  readonly today: string;
  readonly since: Instant | undefined;
  readonly row: TreeRow;
}

type Moving = Pick<TreeRow, 'price' | 'nextMeeting'>;

/** An evaluation leaves a state that did not change the same object, and so its row: one for each state is enough. */
const written = new WeakMap<KpiState, Written>();

/** The row as it was last written, if all that it is written from stands as it stood; else written anew. */
export function keptRow(view: IndexedView, kpi: Kpi, write: (moving: Moving) => TreeRow): TreeRow {
  const moving = { price: shortPriceOf(view, kpi.id), nextMeeting: nextMeeting(view, kpi.id) };
  const state = view.stateOf(kpi.id);
  if (!state) return write(moving);
  const { portfolio } = view.facts;
  const { locale, today } = view.words;
  const since = view.timeline.since.get(kpi.id);
  const last = written.get(state);
  const stands =
    last?.portfolio === portfolio &&
    last.locale === locale &&
    last.today === today &&
    last.since === since &&
    isAlike(last.row, moving);
  if (stands) return last.row;
  const row = write(moving);
  written.set(state, { portfolio, locale, today, since, row });
  return row;
}

function isAlike(a: Moving, b: Moving): boolean {
  return (
    a.price.cost === b.price.cost &&
    a.price.short === b.price.short &&
    a.nextMeeting?.recalibration === b.nextMeeting?.recalibration &&
    a.nextMeeting?.line === b.nextMeeting?.line &&
    a.nextMeeting?.note === b.nextMeeting?.note
  );
}
