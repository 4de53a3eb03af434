import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/domain/evaluate.ts';
import { KPI_ID, factsFrom, momentFrom } from '../support/case-line.ts';
import { table } from '../support/table.ts';

const STATUS_TABLES = new URL('cases/', import.meta.url);

const NAMES = readdirSync(STATUS_TABLES).filter((name) => name.endsWith('.tsv') && name !== 'review-at.tsv');

describe.each(NAMES)('%s', (name) => {
  const lines = table(new URL(name, STATUS_TABLES));
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
