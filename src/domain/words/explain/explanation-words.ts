import type { Explanation } from '../../explain/explanation.ts';
import { fullDate, clockTime, dateIn, statusWord } from '../format.ts';
import type { ExplainContext, ExplainSection } from './explain-context.ts';
import { planLines, readingLines, reportLines, tellingLines } from './explain-facts.ts';
import { marginLines, paceLines, standingLines, toleranceLines } from './explain-standing.ts';
import { priceLines } from './price-step-words.ts';
import { recalibrationLines } from './recalibration-words.ts';
import { resultLines } from './result-words.ts';
import { ruleLines } from './rule-words.ts';

/** A derivation in plain sentences, in the order one would check it with a pocket calculator. */
export function explanationWords(told: Explanation, context: ExplainContext): readonly ExplainSection[] {
  const at = `${fullDate(dateIn(told.asOf, context), context)}, ${clockTime(told.asOf, context)}`;
  const head = `${told.kpi.name} (${told.kpi.id}) on ${at}: ${shownStatus(told)}`;
  const owner = `Owner: ${context.personName(told.kpi.owner)}, whose days are those of ${told.timeZone}.`;
  const sections = [
    { title: head, lines: [owner] },
    ...SECTIONS.map(({ title, lines }) => ({ title, lines: lines(told, context).map(oneStop) })),
  ];
  return sections.filter(({ lines }) => lines.length > 0);
}

function shownStatus({ state: { status, reasons } }: Explanation): string {
  return statusWord(reasons.some(({ code }) => code === 'stopped') ? 'stopped' : status);
}

/** Where a locale ends its months with a full stop, the sentence has one already. */
function oneStop(line: string): string {
  return line.replaceAll(/(?<!\.)\.\.(?!\.)/gu, '.');
}

interface SectionWords {
  readonly title: string;
  readonly lines: (told: Explanation, context: ExplainContext) => readonly string[];
}

const SECTIONS: readonly SectionWords[] = [
  { title: 'Readings', lines: readingLines },
  { title: 'Plan in force', lines: planLines },
  { title: 'Where it stands', lines: standingLines },
  { title: 'Tolerance', lines: toleranceLines },
  { title: 'Float and room', lines: marginLines },
  { title: 'Pace and finish', lines: paceLines },
  { title: 'Waits and warning', lines: tellingLines },
  { title: 'Reports', lines: reportLines },
  { title: 'Rule by rule', lines: ruleLines },
  { title: 'Result', lines: resultLines },
  { title: 'Price of two more weeks', lines: priceLines },
  { title: 'Recalibrations', lines: recalibrationLines },
];
