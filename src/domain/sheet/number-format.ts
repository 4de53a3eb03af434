/** Reads what a number format code says about the kind of value behind it (ECMA-376 18.8.31). */

const LITERALS = /"[^"]*"|\\.|_.|\*./gu;
const BRACKETS = /\[[^\]]*\]/gu;

function firstSection(format: string): string {
  return (format.replace(LITERALS, '').split(';')[0] ?? '').toLowerCase();
}

/** True when the code shows a calendar day. A time of day or a duration is a number, not a date. */
export function isDateFormat(format: string | undefined): boolean {
  if (format === undefined || /general/iu.test(format)) return false;
  const code = firstSection(format).replace(BRACKETS, '');
  return /[dy]|m{3,}/u.test(code) && !/[0#?]/u.test(code.replace(/\.0+/gu, ''));
}

/** True when the code shows a share of one as percent. */
export function isPercentFormat(format: string | undefined): boolean {
  return format !== undefined && firstSection(format).includes('%');
}
