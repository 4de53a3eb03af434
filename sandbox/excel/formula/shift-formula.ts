import { columnIndex, columnLetters } from '../model/address.ts';
import { scanFormula } from './tokens.ts';

export interface Offset {
  readonly rows: number;
  readonly columns: number;
}

/** A formula as it reads after being copied: relative references move, those with $ stay. */
export function shiftFormula(formula: string, by: Offset): string {
  return mapReferences(formula, (reference) =>
    reference.replaceAll(
      /(\$?)([A-Z]{1,3})(\$?)(\d+)/giu,
      (_, columnLock: string, letters: string, rowLock: string, row: string) => {
        const column =
          columnLock === '$' ? letters : columnLetters(Math.max(0, columnIndex(letters) + by.columns));
        const shifted = rowLock === '$' ? row : String(Math.max(1, Number(row) + by.rows));
        return `${columnLock}${column}${rowLock}${shifted}`;
      },
    ),
  );
}

/** Rewrites each reference of a formula in place; the sheet's name in front of it stays as it is. */
export function mapReferences(
  formula: string,
  rewrite: (reference: string, sheet: string | undefined) => string,
): string {
  const body = formula.replace(/^=/u, '');
  let text = '';
  let end = 0;
  for (const token of scanFormula(body)) {
    if (token.kind !== 'reference') continue;
    const bang = token.text.lastIndexOf('!') + 1;
    const sheet =
      bang === 0
        ? undefined
        : token.text
            .slice(0, bang - 1)
            .replace(/^'(.*)'$/su, '$1')
            .replaceAll("''", "'");
    text += body.slice(end, token.at) + token.text.slice(0, bang) + rewrite(token.text.slice(bang), sheet);
    end = token.at + token.text.length;
  }
  return `=${text}${body.slice(end)}`;
}
