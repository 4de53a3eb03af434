export type TokenKind =
  | 'unknown'
  | 'number'
  | 'text'
  | 'error'
  | 'reference'
  | 'word'
  | 'operator'
  | 'open'
  | 'close'
  | 'separator';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Where it stands in the formula, so that references can be rewritten in place. */
  readonly at: number;
}

const SHEET = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`;
const CELL = String.raw`\$?[A-Z]{1,3}\$?\d{1,7}`;
const AREA = String.raw`(?:${CELL}(?::${CELL})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{N}_(.])`;
const KINDS: readonly (readonly [TokenKind | 'space', RegExp])[] = [
  ['space', /\s+/uy],
  ['text', /"(?:[^"]|"")*"/uy],
  ['error', /#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)/uy],
  ['reference', new RegExp(`(?:${SHEET})?${AREA}`, 'iuy')],
  ['number', /(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?/iuy],
  ['word', /[\p{L}_\\][\p{L}\p{N}_.]*/uy],
  ['operator', /<=|>=|<>|[-+*/^&=<>%]/uy],
  ['open', /\(/uy],
  ['close', /\)/uy],
  ['separator', /[,;]/uy],
];

/** The tokens of a formula without its "="; undefined when it holds something this reader does not know. */
export function formulaTokens(formula: string): readonly Token[] | undefined {
  const tokens = scanFormula(formula);
  return tokens.some((token) => token.kind === 'unknown') ? undefined : tokens;
}

/** The same, with every mark nobody knows as a token of its own. */
export function scanFormula(formula: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < formula.length) {
    const { kind, text } = tokenAt(formula, at);
    if (kind !== 'space') tokens.push({ kind, text, at });
    at += text.length;
  }
  return tokens;
}

function tokenAt(formula: string, at: number): { readonly kind: TokenKind | 'space'; readonly text: string } {
  for (const [kind, pattern] of KINDS) {
    pattern.lastIndex = at;
    const text = pattern.exec(formula)?.[0];
    if (text !== undefined) return { kind, text };
  }
  return { kind: 'unknown', text: formula.slice(at, at + 1) };
}
