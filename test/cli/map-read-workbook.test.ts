import { describe, expect, it } from 'vitest';
import type { SheetGrid } from '../../src/domain/sheet/grid.ts';
import { readWorkbook } from '../../src/cli/read-workbook.ts';
import { buildXlsx, buildZip } from './build-xlsx.ts';

function gridOf(bytes: Buffer, sheet = 0): SheetGrid {
  const workbook = readWorkbook(bytes);
  if (!workbook.ok) throw new Error(workbook.error);
  const grid = workbook.value.sheets[sheet]?.read();
  if (grid?.ok !== true) throw new Error(grid?.error ?? 'no such sheet');
  return grid.value;
}

function textsOf(bytes: Buffer): string[][] {
  return gridOf(bytes).rows.map((row) => row.map(({ text }) => text));
}

const ROWS = `<row r="2"><c r="A2" t="inlineStr"><is><t>Caf&#233; &amp; co</t></is></c><c r="C2" s="1"><v>46125</v></c></row>
  <row r="3"><c r="A3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B3" t="str"><f>A1</f><v>cached</v></c><c r="C3" s="2"><v>0.42</v></c><c r="D3" t="b"><v>1</v></c></row>`;

describe('readWorkbook on .xlsx', () => {
  it('reads types, formats, cached results and gaps', () => {
    const { rows } = gridOf(
      buildXlsx([{ name: 'Plan', rows: ROWS, after: '<mergeCells><mergeCell ref="A2:B2"/></mergeCells>' }]),
    );
    expect(rows[0]).toEqual([]);
    expect(rows[1]?.map(({ type, text }) => `${type} ${text}`)).toEqual([
      'text Café & co',
      'empty ',
      'date 2026-04-13',
    ]);
    expect(rows[2]?.map(({ type, text }) => `${type} ${text}`)).toEqual([
      'error #DIV/0!',
      'text cached',
      'number 42%',
      'boolean TRUE',
    ]);
  });

  it('reads merges as grid positions', () => {
    const grid = gridOf(
      buildXlsx([{ name: 'Plan', rows: ROWS, after: '<mergeCells><mergeCell ref="B2:D3"/></mergeCells>' }]),
    );
    expect(grid.merges).toEqual([{ top: 1, left: 1, bottom: 2, right: 3 }]);
  });

  it('reads element names with a prefix, as some programs write them', () => {
    expect(textsOf(buildXlsx([{ name: 'Plan', rows: ROWS }], { prefix: 'x' }))[1]?.[0]).toBe('Café & co');
  });

  it('turns days of the 1904 system into those of 1900', () => {
    const grid = gridOf(
      buildXlsx([{ name: 'Plan', rows: '<row r="1"><c r="A1" s="1"><v>44663</v></c></row>' }], {
        date1904: true,
      }),
    );
    expect(grid.rows[0]?.[0]?.text).toBe('2026-04-13');
  });

  it('refuses what is no workbook, with a reason', () => {
    expect(readWorkbook(buildZip({ 'a.txt': 'x' }))).toMatchObject({ ok: false });
    expect(readWorkbook(Buffer.from('PK\u0003\u0004 cut off'))).toMatchObject({ ok: false });
    expect(readWorkbook(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))).toMatchObject({ ok: false });
    expect(readWorkbook(Buffer.alloc(0))).toMatchObject({ ok: false });
  });
});

describe('readWorkbook on text', () => {
  const table = [
    ['Kennzahl', 'Größe'],
    ['Qualität', '1,5'],
  ];

  it.each<[string, Buffer]>([
    ['utf-8 with commas quoted', Buffer.from('Kennzahl,Größe\nQualität,"1,5"\n')],
    ['utf-8 with a mark', Buffer.from('\uFEFFKennzahl;Größe\r\nQualität;1,5\r\n')],
    ['windows-1252', Buffer.from('Kennzahl;Größe\r\nQualität;1,5', 'latin1')],
    ['utf-16 with a mark', Buffer.from('\uFEFFKennzahl\tGröße\r\nQualität\t1,5\r\n', 'utf16le')],
    ['utf-16 without one', Buffer.from('Kennzahl\tGröße\r\nQualität\t1,5\r\n', 'utf16le')],
    ['old Mac line ends', Buffer.from('Kennzahl|Größe\rQualität|1,5\r')],
    ['a separator line', Buffer.from('sep=;\r\nKennzahl;Größe\r\nQualität;1,5\r\n')],
    ['lines quoted once more', Buffer.from('"Kennzahl,Größe"\n"Qualität,""1,5"""\n')],
  ])('reads %s', (_title, bytes) => {
    expect(textsOf(bytes)).toEqual(table);
  });

  it('keeps quotes, line breaks inside fields, empty fields and a last field left open', () => {
    expect(textsOf(Buffer.from('a,b,c\n"x ""y""","two\nlines",\n1,,"open'))).toEqual([
      ['a', 'b', 'c'],
      ['x "y"', 'two\nlines', ''],
      ['1', '', 'open'],
    ]);
  });
});
