/** Rows as a Markdown table, aligned, so that it reads well on a terminal too. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]): string =>
    `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** A share as a percentage; one decimal below ten. */
export function percent(share: number): string {
  if (!Number.isFinite(share)) return '–';
  const figure = 100 * share;
  return `${figure < 10 ? Number(figure.toFixed(1)) : Math.round(figure)} %`;
}
