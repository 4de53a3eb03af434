/** Splits a number format code (ECMA-376 18.8.31) into its sections and their tokens. */

export type FormatToken =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'digits'; readonly text: string }
  | { readonly kind: 'date'; readonly text: string }
  | { readonly kind: 'exponent' | 'percent' | 'text' | 'general' | 'slash' };

export interface FormatSection {
  readonly tokens: readonly FormatToken[];
  readonly condition?: { readonly operator: string; readonly limit: number };
  /** From a [$-407] tag. */
  readonly localeId?: string;
}

const TOKEN =
  /"([^"]*)"|\\(.)|_(.)|\*.|\[(h+|m+|s+)\]|\[([^\]]*)\]|(General)|(AM\/PM|A\/P)|(y+|m+|d+|h+|s+|e+(?![+-]))|(E[+-])|([0#?][0#?,]*(?:\.[0#?]*)?,*|\.[0#?]+)|(%)|(@)|(;)|([^])/giu;

export function formatSections(code: string): readonly FormatSection[] {
  const sections: FormatSection[] = [];
  let current: SectionDraft = { tokens: [] };
  for (const match of code.matchAll(TOKEN)) {
    if (match[13] === undefined) addToken(current, match);
    else {
      sections.push(current);
      current = { tokens: [] };
    }
  }
  return [...sections, current];
}

interface SectionDraft {
  tokens: FormatToken[];
  condition?: { operator: string; limit: number };
  localeId?: string;
}

function addToken(section: SectionDraft, match: RegExpMatchArray): void {
  const [
    whole,
    quoted,
    escaped,
    padded,
    elapsed,
    bracket,
    general,
    meridiem,
    date,
    exponent,
    digits,
    percent,
    text,
  ] = match;
  const literal = quoted ?? escaped;
  if (literal !== undefined) section.tokens.push({ kind: 'literal', text: literal });
  else if (padded !== undefined) section.tokens.push({ kind: 'literal', text: ' ' });
  else if (elapsed !== undefined) section.tokens.push({ kind: 'date', text: `[${elapsed.toLowerCase()}]` });
  else if (bracket !== undefined) addBracket(section, bracket);
  else if (general !== undefined) section.tokens.push({ kind: 'general' });
  else if (meridiem !== undefined || date !== undefined)
    section.tokens.push({ kind: 'date', text: (meridiem ?? date ?? '').toLowerCase() });
  else if (exponent !== undefined) section.tokens.push({ kind: 'exponent' });
  else if (digits !== undefined) section.tokens.push({ kind: 'digits', text: digits });
  else if (percent !== undefined) section.tokens.push({ kind: 'percent' });
  else if (text !== undefined) section.tokens.push({ kind: 'text' });
  else if (whole === '/') section.tokens.push({ kind: 'slash' });
  else if (!whole.startsWith('*')) section.tokens.push({ kind: 'literal', text: whole });
}

/** [$€-407] is a currency sign and a language, [>=100] a condition, [Red] a colour we do not draw. */
function addBracket(section: SectionDraft, bracket: string): void {
  const condition = /^(<=|>=|<>|<|>|=)(-?[\d.]+)$/u.exec(bracket);
  if (condition) section.condition = { operator: condition[1] ?? '', limit: Number(condition[2]) };
  const tag = /^\$([^-]*)(?:-([\dA-F]+))?$/iu.exec(bracket);
  if (tag === null) return;
  if (tag[2] !== undefined) section.localeId = tag[2];
  if (tag[1] !== undefined && tag[1] !== '') section.tokens.push({ kind: 'literal', text: tag[1] });
}
