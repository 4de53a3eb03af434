import type { Portfolio } from '../domain/portfolio.ts';
import { setUpFindings } from '../domain/set-up-findings.ts';
import { findingSentence } from '../domain/words/finding-sentence.ts';
import { NBSP } from '../domain/words/format.ts';
import { localDate, type Instant } from '../domain/zoned-time.ts';
import type { CommandIo } from './command.ts';

export interface SetUpReader {
  readonly locale: string;
  readonly now: Instant;
}

/** What the set-up should be looked at for, one line each, beside the output: findings refuse nothing. */
export function tellSetUp(portfolio: Portfolio, { locale, now }: SetUpReader, io: CommandIo): void {
  const { timeZone, currency, people, kpis, initiatives, objectives } = portfolio;
  const names = new Map([...objectives, ...initiatives, ...kpis].map(({ id, name }) => [id, name]));
  const persons = new Map(people.map(({ id, name }) => [id, name]));
  const context = {
    locale,
    timeZone,
    currency,
    today: localDate(now, timeZone),
    nameOf: (id: string) => names.get(id) ?? id,
    personName: (id: string) => persons.get(id) ?? id,
  };
  for (const finding of setUpFindings(portfolio)) {
    io.stderr(`set-up: ${findingSentence(finding, context).replaceAll(NBSP, ' ')}\n`);
  }
}
