import { describe, expect, it } from 'vitest';
import type { CommandIo } from '../../src/cli/command.ts';
import { runLastmile } from '../../src/cli/main.ts';
import { buildXlsx } from './build-xlsx.ts';

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function run(args: readonly string[], files: Readonly<Record<string, Buffer>> = {}): Promise<Outcome> {
  let out = '';
  let err = '';
  const io: CommandIo = {
    stdout: (chunk) => void (out += chunk),
    stderr: (chunk) => void (err += chunk),
    readFile: async (path) => files[path] ?? Promise.reject(new Error('ENOENT')),
  };
  return { code: await runLastmile(args, io), out, err };
}

const CSV = Buffer.from(
  'KPI,Owner,Target,Actual,Due\nCalls answered,tbd,40,38,2026-06-30\nLetters sent,Ada King,12,9,2026-06-30\n',
);

function text(reference: string, value: string): string {
  return `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`;
}

const LIST = `<row r="1">${text('A1', 'How to fill this in')}</row><row r="2">${text('A2', 'Ask Ines.')}</row>`;
const TABLE = `<row r="1">${text('A1', 'Task')}${text('B1', 'Owner')}${text('C1', 'Status')}</row>
  <row r="2">${text('A2', 'Pack the parcels')}${text('B2', 'Ada King')}${text('C2', 'Open')}</row>`;
const BOOK = buildXlsx([
  { name: 'Read me', rows: LIST },
  { name: 'Old plan', rows: TABLE, hidden: true },
  { name: 'Plan', rows: TABLE },
]);

describe('lastmile map', () => {
  it('prints the document that the story README fixes, and nothing else', async () => {
    const { code, out, err } = await run(['map', 'kpis.csv'], { 'kpis.csv': CSV });
    const document = JSON.parse(out) as Record<string, Record<string, unknown>>;
    expect([code, err]).toEqual([0, '']);
    expect(Object.keys(document)).toEqual([
      'sheet',
      'orientation',
      'headerRow',
      'firstRow',
      'lastRow',
      'columns',
      'confidence',
      'problems',
    ]);
    expect(document['columns']).toEqual({
      name: 'A', owner: 'B', unit: null, baseline: null, target: 'C', actual: 'D', due: 'E', start: null, status: null, comment: null, periods: [],
    }); // prettier-ignore
    expect(Object.keys(document['confidence'] ?? {})).toEqual(Object.keys(document['columns'] ?? {}));
    expect(document['problems']).toEqual([
      {
        cell: 'B2',
        code: 'owner-not-person',
        message: '“tbd” in B2 is not a person. Every KPI has exactly one owner.',
      },
    ]);
  });

  it('takes the visible sheet that says most when none is named', async () => {
    const { out } = await run(['map', 'book.xlsx'], { 'book.xlsx': BOOK });
    expect(JSON.parse(out)).toMatchObject({ sheet: 'Plan', headerRow: 1, firstRow: 2, lastRow: 2 });
  });

  it('reads a workbook whose extension lies', async () => {
    const { code } = await run(['map', 'book.csv', '--sheet', 'plan'], { 'book.csv': BOOK });
    expect(code).toBe(0);
  });

  it('exits 3 with the reason where there is no table of records', async () => {
    const { code, out, err } = await run(['map', 'book.xlsx', '--sheet', 'Read me'], { 'book.xlsx': BOOK });
    expect([code, out]).toEqual([3, '']);
    expect(err).toContain('“Read me” has no table of records');
  });

  it.each([
    [[], 'usage:'],
    [['mop'], 'Unknown command “mop”'],
    [['map'], 'usage: lastmile map'],
    [['map', 'a', 'b'], 'usage: lastmile map'],
    [['map', '--shoot', 'x'], 'usage: lastmile map'],
    [['map', 'gone.csv'], '“gone.csv” cannot be read'],
    [
      ['map', 'book.xlsx', '--sheet', 'Plam'],
      'There is no sheet “Plam”. The workbook has “Read me”, “Old plan”, “Plan”.',
    ],
  ])('exits 2 on %j and says why', async (args, reason) => {
    const { code, out, err } = await run(args, { 'book.xlsx': BOOK });
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(reason);
  });
});
