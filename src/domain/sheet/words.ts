/** Text as the vocabulary compares it: lower case, no accents, no typographic variants. Total. */

const SPECIAL: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', œ: 'oe', æ: 'ae', ł: 'l', '’': "'" };

/** Lower case without accents; "Größe" becomes "grosse", "Échéance" becomes "echeance". */
export function foldText(text: string): string {
  if (/^[\x20-\x7e]*$/u.test(text)) return text.toLowerCase();
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßøœæł’]/gu, (letter) => SPECIAL[letter] ?? letter);
}

/** The folded words of a text; snake_case, camelCase and "Q1-Plan" are cut, "%" and "#" are words. */
export function wordsOf(text: string): readonly string[] {
  const cut = text
    .slice(0, 400)
    .replace(/([\p{Ll}])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}{2,})(\p{Lu}\p{Ll}{2,})/gu, '$1 $2');
  return foldText(cut).match(/[\p{L}]+|\p{N}+|[%#€$£]/gu) ?? [];
}

/** A folded text with single blanks, for whole-value look-ups; marks around the words are dropped. */
export function foldedPhrase(text: string): string {
  return wordsOf(text).join(' ');
}
