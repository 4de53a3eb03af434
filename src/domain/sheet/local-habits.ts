import { parseDate, type DayOrder } from './parse-date.ts';
import { parseNumber, type DecimalMark } from './parse-number.ts';

/** Values looked at; a habit shows early. */
const LOOKED_AT = 500;

/** The decimal mark a column uses, told by the values that leave no doubt; undefined where none does. */
export function decimalMarkOf(texts: readonly string[]): DecimalMark | undefined {
  let dots = 0;
  let commas = 0;
  for (const text of texts.slice(0, LOOKED_AT)) {
    const body = text.replace(/[^\d.,]/gu, '');
    if (!/[.,]/u.test(body) || isDoubtful(text)) continue;
    const last = Math.max(body.lastIndexOf('.'), body.lastIndexOf(','));
    const grouped = /^\d{1,3}([.,]\d{3}){2,}$/u.test(body);
    if ((body[last] === '.') !== grouped) dots += 1;
    else commas += 1;
  }
  if (dots === commas) return doubtfulMark(texts);
  return dots > commas ? '.' : ',';
}

function isDoubtful(text: string): boolean {
  const number = parseNumber(text);
  return !number.ok && number.error.code === 'ambiguous';
}

/** Where every doubtful value has the same mark and whole numbers stand beside them, it groups thousands. */
function doubtfulMark(texts: readonly string[]): DecimalMark | undefined {
  const doubtful = texts.slice(0, LOOKED_AT).filter(isDoubtful);
  const whole = texts.filter((text) => /^\s*\d+\s*$/u.test(text));
  if (doubtful.length < 2 || whole.length === 0) return undefined;
  return doubtful.every((text) => text.includes(','))
    ? '.'
    : doubtful.every((text) => text.includes('.'))
      ? ','
      : undefined;
}

/** Whether days or months come first in a column of dates, told by a part above 12; undefined where none is. */
export function dayOrderOf(texts: readonly string[]): DayOrder | undefined {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const text of texts) {
    const parts = /^\s*(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}/u.exec(text);
    if (parts === null || !parseDate(text, { order: 'day-first' }).ok) continue;
    if (Number(parts[1]) > 12) dayFirst += 1;
    if (Number(parts[2]) > 12) monthFirst += 1;
  }
  if (dayFirst === monthFirst) return undefined;
  return dayFirst > monthFirst ? 'day-first' : 'month-first';
}
