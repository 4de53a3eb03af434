import { parseAddress, type Area } from '../model/address.ts';
import { formulaTokens, type Token } from './tokens.ts';

export type Expression =
  | { readonly kind: 'constant'; readonly value: number | string | boolean | { readonly error: string } }
  | { readonly kind: 'reference'; readonly sheet?: string; readonly area: Area; readonly text: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'unary'; readonly operator: string; readonly operand: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'missing' };

const known = new Map<string, Expression | undefined>();

/** Reads a formula with its "="; undefined for what this small evaluator does not know (arrays, structured references). */
export function parseFormula(formula: string): Expression | undefined {
  if (!known.has(formula)) known.set(formula, parseFresh(formula));
  return known.get(formula);
}

function parseFresh(formula: string): Expression | undefined {
  const tokens = formulaTokens(formula.replace(/^=/u, ''));
  if (tokens === undefined) return undefined;
  const reader = new Reader(tokens);
  const expression = reader.expression(0);
  return reader.done ? expression : undefined;
}

const PRECEDENCE: Readonly<Record<string, number>> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '>': 1,
  '<=': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 6,
};
const UNARY_PRECEDENCE = 7;

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get done(): boolean {
    return this.#at === this.#tokens.length;
  }

  expression(minimum: number): Expression | undefined {
    let left = this.#prefix();
    for (;;) {
      const operator = this.#peek('operator');
      const precedence = PRECEDENCE[operator ?? ''];
      if (left === undefined || operator === undefined || precedence === undefined || precedence < minimum)
        return left;
      this.#at += 1;
      const right = this.expression(precedence + 1);
      if (right === undefined) return undefined;
      left = { kind: 'binary', operator, left, right };
    }
  }

  #prefix(): Expression | undefined {
    const operator = this.#peek('operator');
    if (operator !== '-' && operator !== '+') return this.#postfix();
    this.#at += 1;
    const operand = this.expression(UNARY_PRECEDENCE);
    return operand && { kind: 'unary', operator, operand };
  }

  #postfix(): Expression | undefined {
    let operand = this.#primary();
    while (operand !== undefined && this.#peek('operator') === '%') {
      this.#at += 1;
      operand = { kind: 'unary', operator: '%', operand };
    }
    return operand;
  }

  #primary(): Expression | undefined {
    const token = this.#tokens[this.#at];
    if (token === undefined) return undefined;
    this.#at += 1;
    if (token.kind === 'open') return this.#closed(this.expression(0));
    if (token.kind === 'word' && this.#peek('open') !== undefined) return this.#call(token.text);
    return leaf(token);
  }

  #closed(inner: Expression | undefined): Expression | undefined {
    if (this.#peek('close') === undefined) return undefined;
    this.#at += 1;
    return inner;
  }

  #call(name: string): Expression | undefined {
    this.#at += 1;
    const args: Expression[] = [];
    if (this.#peek('close') === undefined) {
      do {
        const arg = this.#argument();
        if (arg === undefined) return undefined;
        args.push(arg);
      } while (this.#separator());
    }
    return this.#closed({ kind: 'call', name: name.toUpperCase().replace(/^_XLFN\./u, ''), args });
  }

  #argument(): Expression | undefined {
    const absent = this.#peek('separator') !== undefined || this.#peek('close') !== undefined;
    return absent ? { kind: 'missing' } : this.expression(0);
  }

  #separator(): boolean {
    if (this.#peek('separator') === undefined) return false;
    this.#at += 1;
    return true;
  }

  #peek(kind: Token['kind']): string | undefined {
    const token = this.#tokens[this.#at];
    return token?.kind === kind ? token.text : undefined;
  }
}

function leaf(token: Token): Expression | undefined {
  if (token.kind === 'number') return { kind: 'constant', value: Number(token.text) };
  if (token.kind === 'text')
    return { kind: 'constant', value: token.text.slice(1, -1).replaceAll('""', '"') };
  if (token.kind === 'error') return { kind: 'constant', value: { error: token.text.toUpperCase() } };
  if (token.kind === 'word') return wordLeaf(token.text);
  const address = token.kind === 'reference' ? parseAddress(token.text) : undefined;
  return address && { kind: 'reference', ...address, text: token.text };
}

function wordLeaf(text: string): Expression {
  const upper = text.toUpperCase();
  const truth = upper === 'TRUE' || upper === 'FALSE';
  return truth ? { kind: 'constant', value: upper === 'TRUE' } : { kind: 'name', name: text };
}
