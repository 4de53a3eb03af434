/** How problems are worded (SCREENS.md 8): fact, then consequence; place named; at most 25 words. */

const MONTH_NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The text in quotation marks, on one line and never longer than a glance. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return `“${line.length > 40 ? `${line.slice(0, 39)}…` : line}”`;
}

/** "13 Apr 2026" with no-break spaces. An impossible day is given back as it came. */
export function dayInWords(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  const name = MONTH_NAMES[(month ?? 0) - 1];
  return name === undefined ? iso : `${day}\u00A0${name}\u00A0${year}`;
}
