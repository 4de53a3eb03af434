import { readFileSync } from 'node:fs';

/** The rows of a TSV table by column; `#` begins a comment line, an empty cell is ''. */
export function table(url: URL): readonly Readonly<Record<string, string>>[] {
  const lines = readFileSync(url, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t').map((cell) => cell.trim()));
  const [head = [], ...rows] = lines;
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])));
}
