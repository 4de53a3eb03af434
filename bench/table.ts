import type { Row } from './measure.ts';

/** The rows as a Markdown table, ready for bench/README.md. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(({ what, ours, beside, besideWhat, unit }) => [
    what,
    `${figure(ours)} ${unit}`,
    beside === null ? '' : `${figure(beside)} ${unit}`,
    besideWhat,
    beside === null ? '' : `${figure(ours / beside)} ×`,
  ]);
  const head = ['what', 'ours', 'beside', 'which is', 'ours / beside'];
  const all = [head, ...lines];
  const widths = head.map((_, column) => Math.max(...all.map((line) => (line[column] ?? '').length)));
  const print = (line: readonly string[]) =>
    `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [print(head), print(widths.map((width) => '-'.repeat(width))), ...lines.map(print)].join('\n');
}

/** Three significant digits, as many as the rounds can carry. */
function figure(value: number): string {
  return value >= 100
    ? Math.round(value).toLocaleString('en-US')
    : Number(value.toPrecision(3)).toLocaleString('en-US', { maximumSignificantDigits: 3 });
}
