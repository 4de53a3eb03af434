import type { Explanation } from '../domain/explain/explanation.ts';
import type { Portfolio } from '../domain/portfolio.ts';
import { explanationWords } from '../domain/words/explain/explanation-words.ts';
import { NBSP } from '../domain/words/format.ts';
import { localDate } from '../domain/zoned-time.ts';

/** A derivation as text for a terminal: headings, and one sentence or two to a line. */
export function explanationText(told: Explanation, portfolio: Portfolio, locale: string): string {
  const { timeZone, currency, people, kpis, objectives } = portfolio;
  const names = new Map([...objectives, ...kpis].map(({ id, name }) => [id, name]));
  const persons = new Map(people.map(({ id, name }) => [id, name]));
  const sections = explanationWords(told, {
    locale,
    timeZone,
    currency,
    today: localDate(told.asOf, timeZone),
    unit: told.kpi.unit,
    nameOf: (id) => names.get(id) ?? id,
    personName: (id) => persons.get(id) ?? id,
  });
  const blocks = sections.map(({ title, lines }) => [title, ...lines.map((line) => `  ${line}`)].join('\n'));
  // A terminal copies and searches better with plain spaces.
  return `${blocks.join('\n\n').replaceAll(NBSP, ' ')}\n`;
}
