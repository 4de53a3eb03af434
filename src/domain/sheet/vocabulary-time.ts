/** Month, quarter and week words, folded, and the two sides of a plan comparison. */

const MONTHS: readonly string[] = [
  'january jan januar janner jan janvier janv enero ene januari gennaio gen janeiro',
  'february feb februar feber fevrier fevr fev febrero februari febbraio fevereiro',
  'march mar marz maerz mrz mars marzo maart mrt marco',
  'april apr avril avr abril abr aprile',
  'may mai mayo mei maggio mag maio',
  'june jun juni juin junio giugno giu junho',
  'july jul juli juillet juil julio luglio lug julho',
  'august aug aout agosto ago augustus agosto',
  'september sep sept septembre septiembre set settembre setembro',
  'october oct oktober okt octobre octubre ottobre ott outubro out',
  'november nov novembre noviembre novembro',
  'december dec dezember dez decembre diciembre dic dicembre dezembro',
];

export const MONTH_BY_WORD: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((words, index) => words.split(' ').map((word) => [word, index + 1] as const)),
);

export const QUARTER_WORDS: ReadonlySet<string> = new Set(
  'q qtr quarter quartal trimestre trim t trimester kwartaal kw quartale'.split(' '),
);

export const WEEK_WORDS: ReadonlySet<string> = new Set(
  'w wk week weeks kw cw woche kalenderwoche semaine sem s semana settimana sett sprint wc'.split(' '),
);

export const YEAR_WORDS: ReadonlySet<string> = new Set(
  'year fy cy yr jahr gj annee an ano anno jaar exercice ejercicio esercizio exercicio'.split(' '),
);

/** Words that make a period column, or a row of a long table, the planned one. */
export const PLAN_WORDS: ReadonlySet<string> = new Set(
  `target targets plan planned budget budgeted goal soll ziel zielwert sollwert planwert p b geplant vorgabe cible objectif prevu budgete previsto presupuesto
  meta objetivo streefwaarde doel begroot gepland obiettivo pianificato orcado planejado tgt bud quota`.split(
    /\s+/u,
  ),
);

/** Words that make it the one that happened. */
export const ACTUAL_WORDS: ReadonlySet<string> = new Set(
  `actual actuals act current ist istwert reel realise real reales realizado ejecutado werkelijk realisatie gerealiseerd effettivo consuntivo a achieved result results value`.split(
    /\s+/u,
  ),
);
