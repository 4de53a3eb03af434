import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '../../src/cli/read-workbook.ts';
import { detectMapping } from '../../src/domain/sheet/detect-mapping.ts';

/** Real sheets of public origin, kept beside the repository: their licences forbid a copy in it. */
const FOLDER = fileURLToPath(new URL('../../../shared/workbooks/', import.meta.url));
const PRESENT = existsSync(`${FOLDER}truth.json`);
if (!PRESENT) console.warn(`skipped: ${FOLDER}truth.json is absent, so the real sheets are not read`);

interface Answer {
  readonly col?: string | null;
  readonly row?: number | null;
  readonly accept?: readonly string[];
  readonly accept_rows?: readonly number[];
  readonly accept_null?: boolean;
}

interface Truth {
  readonly file: string;
  readonly sheet: string | null;
  readonly orientation: string;
  readonly data_last_row?: number;
  readonly zero_records?: boolean;
  readonly columns?: Readonly<Record<string, Answer | null>>;
  readonly field_rows?: Readonly<Record<string, Answer | null>>;
}

const TRUTHS = PRESENT ? (JSON.parse(readFileSync(`${FOLDER}truth.json`, 'utf8')) as readonly Truth[]) : [];
const SCORED = ['name', 'owner', 'unit', 'baseline', 'target', 'actual', 'due', 'status', 'comment'] as const;

function isRight(truth: Answer | null | undefined, line: string | null): boolean {
  const right = truth?.col ?? truth?.row ?? null;
  if (line === null) return right === null || truth?.accept_null === true;
  return [right, ...(truth?.accept ?? []), ...(truth?.accept_rows ?? [])].map(String).includes(line);
}

describe.skipIf(!PRESENT)('real sheets', () => {
  it.each(TRUTHS)('are mapped right at first guess: $file', (truth) => {
    const workbook = readWorkbook(readFileSync(`${FOLDER}${truth.file}`));
    if (!workbook.ok) throw new Error(workbook.error);
    const sheet = workbook.value.sheets.find(({ name }) => truth.sheet === null || name === truth.sheet);
    const grid = sheet?.read();
    if (grid?.ok !== true) throw new Error('the sheet cannot be read');
    const mapping = detectMapping(grid.value);
    if (!mapping.ok) throw new Error(mapping.error.message);
    const { fields, orientation } = mapping.value;
    const expected = truth.orientation === 'records_in_columns' ? truth.field_rows : truth.columns;
    const wrong = SCORED.filter((field) => !isRight(expected?.[field], fields[field].chosen?.line ?? null));
    expect([orientation, ...wrong]).toEqual([truth.orientation]);
  });
});
