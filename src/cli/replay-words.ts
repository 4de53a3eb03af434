import { kpiOf } from '../domain/people.ts';
import type { KpiId, PersonId, Portfolio } from '../domain/portfolio.ts';
import { preparePricing } from '../domain/price-prepare.ts';
import type { Price, Reason } from '../domain/status.ts';
import type { Snapshot } from '../domain/story/run-version.ts';
import { firstStart } from '../domain/story/story-moments.ts';
import type { Story } from '../domain/story/story.ts';
import type { Reader } from '../domain/words/format.ts';
import { priceSentence } from '../domain/words/price-sentence.ts';
import { reasonSentence } from '../domain/words/reason-sentence.ts';
import { type Instant, localDate } from '../domain/zoned-time.ts';

/** Replay speaks English; its readers are scripts and their authors. */
export const LOCALE = 'en-GB';

export interface Teller {
  readonly story: Story;
  readonly snapshot: Snapshot;
  /** The KPI a reason is about: for a parent the one that decides. */
  readonly kpi: KpiId | null;
}

/** A reason in one sentence. */
export function reasonWords(reason: Reason, { story: { portfolio }, snapshot, kpi: id }: Teller): string {
  const kpi = id === null ? undefined : kpiOf(portfolio, id);
  const status = id === null ? undefined : snapshot.evaluation.kpis.get(id)?.status;
  return reasonSentence(reason, {
    ...readerAt(portfolio, snapshot.evaluation.asOf),
    unit: kpi?.unit ?? '',
    since: id === null ? null : (snapshot.since.get(id) ?? null),
    ...(status === undefined ? {} : { status }),
    kpiName: (other) => kpiOf(portfolio, other)?.name ?? other,
    ownerName: personName(portfolio, kpi?.owner ?? ''),
    personName: (person) => personName(portfolio, person),
  });
}

/** A price in one sentence, told on the first day of the story. */
export function priceWords({ portfolio }: Story, given: Price): string {
  const named = [...portfolio.kpis, ...portfolio.objectives];
  return priceSentence(given, {
    ...readerAt(portfolio, firstStart(portfolio)),
    nameOf: (id) => named.find((one) => one.id === id)?.name ?? id,
    network: preparePricing(portfolio, null),
  });
}

function readerAt({ timeZone, currency }: Portfolio, now: Instant): Reader {
  return { locale: LOCALE, timeZone, currency, today: localDate(now, timeZone) };
}

function personName({ people }: Portfolio, person: PersonId): string {
  return people.find(({ id }) => id === person)?.name ?? person;
}
