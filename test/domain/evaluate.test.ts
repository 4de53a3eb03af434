import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/domain/evaluate.ts';
import { KPI_ID, factsFrom, momentFrom } from '../support/case-line.ts';
import { table } from '../support/table.ts';

const CASES = new URL('cases/', import.meta.url);

/** The tables of this folder that tell a status; each of the others has a test of its own. */
const STATUS_TABLES = readdirSync(CASES)
  .map((name) => [name, table(new URL(name, CASES))] as const)
  .filter(([, [first]]) => first && ['kpi', 'happened', 'status', 'slip'].every((column) => column in first));

it('reads eight tables or more', () => {
  expect(STATUS_TABLES.length).toBeGreaterThanOrEqual(8);
});

describe.each(STATUS_TABLES)('%s', (_, lines) => {
  it.each(lines)('$why: $happened as of $asOf is $status', (line) => {
    const state = evaluate(
      factsFrom({
        kpi: line['kpi'] ?? '',
        events: line['happened'] ?? '',
        float: Number(line['float']),
        holidays: (line['off'] ?? '').split(' ').filter(Boolean).map(Number),
      }),
      momentFrom(line['asOf'] ?? ''),
    ).kpis.get(KPI_ID);
    expect({
      status: state?.status,
      reasons: state?.reasons.map(({ code }) => code).join(),
      slip: state?.slip,
    }).toEqual({ status: line['status'], reasons: line['reasons'], slip: Number(line['slip']) });
  });
});
