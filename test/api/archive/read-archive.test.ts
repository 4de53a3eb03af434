import { describe, expect, it } from 'vitest';
import type { ArchiveFault } from '../../../src/api/archive/archive-fault.ts';
import { LONGEST_LINE_BYTES } from '../../../src/api/archive/file-lines.ts';
import { checkArchive } from '../../../src/api/archive/import-tenant.ts';
import { bytesOf, handArchive } from '../../support/archives.ts';

const TENANT = 't-1';
const person = (id: string) => ({
  type: 'person-added',
  data: { person: { id, name: `Zoë “${id}” 🙂`, appRole: 'Manager' } },
});
const SET_UP = {
  type: 'tenant-set-up',
  data: {
    name: 'Contoso',
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    workWeek: {},
    holidays: [],
    settings: {},
  },
};
/** Line 1 is the header, lines 2 to 6 hold entries 1 to 5, line 7 closes. */
const lines = () => handArchive(TENANT, [SET_UP, person('a'), person('b'), person('c'), person('d')]);
const fileOf = (all: readonly string[]) => all.map((line) => `${line}\n`).join('');

async function faultOf(file: string | Uint8Array): Promise<ArchiveFault> {
  const read = await checkArchive(bytesOf(file));
  if (read.ok) throw new Error('the file was believed');
  return read.error;
}

/** The lines with one of them (1-based) changed. */
function changed(number: number, change: (line: string) => string): string {
  return fileOf(lines().map((line, index) => (index === number - 1 ? change(line) : line)));
}

/** Entries that were chained by somebody who may compute hashes as we do. */
const forged = (...entries: Parameters<typeof handArchive>[1]) => fileOf(handArchive(TENANT, entries));

describe('an export file', () => {
  it.each([1, 2, 7, 64, 100_000])('is believed when whole, in pieces of %i bytes', async (size) => {
    const read = await checkArchive(bytesOf(fileOf(lines()), size));
    expect(read.ok && read.value).toMatchObject({ tenant: TENANT, head: { seq: 5 } });
  });

  it.each<[string, () => string | Uint8Array, number | null, string, RegExp]>([
    ['nothing at all', () => '', null, 'empty-file', /empty/],
    ['another JSON', () => '{"a":1}\n', 1, 'not-an-export', /not an export/],
    ['a list', () => '[1]\n', 1, 'bad-json', /not a JSON object/],
    [
      'a header without tenant',
      () => changed(1, (l) => l.replace('"tenant":"t-1"', '"tenant":""')),
      1,
      'not-an-export',
      /no tenant/,
    ],
    [
      'a later schema',
      () => changed(1, (l) => l.replace('"schema":1', '"schema":2')),
      1,
      'wrong-version',
      /schema 2; this program reads 1/,
    ],
    [
      'a tampered entry',
      () => changed(4, (l) => l.replace('“b”', '“B”')),
      4,
      'changed-entry',
      /Entry 3 was changed/,
    ],
    [
      'a tampered actor',
      () => changed(3, (l) => l.replace('"system"', '"eva"')),
      3,
      'changed-entry',
      /Entry 2/,
    ],
    [
      'a tampered moment',
      () => changed(3, (l) => l.replace('07:00', '06:00')),
      3,
      'changed-entry',
      /Entry 2/,
    ],
    [
      'a tampered hash',
      () => changed(3, (l) => l.replace(/"hash":"./, '"hash":"z')),
      3,
      'changed-entry',
      /Entry 2/,
    ],
    [
      'a missing line',
      () => fileOf(lines().toSpliced(3, 1)),
      4,
      'missing-entry',
      /Entry 3 is missing: here stands entry 4/,
    ],
    [
      'a line twice',
      () => fileOf(lines().toSpliced(3, 0, lines()[3] ?? '')),
      5,
      'wrong-order',
      /Entry 3 stands where entry 4/,
    ],
    [
      'two lines swapped',
      () =>
        fileOf(
          lines()
            .with(3, lines()[4] ?? '')
            .with(4, lines()[3] ?? ''),
        ),
      4,
      'missing-entry',
      /Entry 3 is missing/,
    ],
    [
      'an entry of another ledger',
      () => fileOf(lines().with(3, handArchive(TENANT, [SET_UP, person('x'), person('y')])[3] ?? '')),
      4,
      'broken-chain',
      /Entry 3 does not follow entry 2/,
    ],
    [
      'an entry of another tenant',
      () => fileOf(lines().with(2, handArchive('t-2', [SET_UP, person('a')])[2] ?? '')),
      3,
      'wrong-tenant',
      /another tenant/,
    ],
    ['an entry that is none', () => changed(3, () => '{"seq":2}'), 3, 'bad-entry', /no entry/],
    ['bad JSON in the middle', () => changed(3, (l) => l.slice(0, 40)), 3, 'bad-json', /not JSON/],
    ['an empty line', () => changed(3, () => ''), 3, 'bad-json', /not JSON/],
    [
      'spaces that mean nothing',
      () => changed(3, (l) => l.replace(',"seq"', ', "seq"')),
      3,
      'not-canonical',
      /another way/,
    ],
    [
      'line ends of Windows',
      () => fileOf(lines()).replaceAll('\n', '\r\n'),
      2,
      'not-canonical',
      /another way/,
    ],
    [
      'bytes that are no text',
      () => Buffer.concat([Buffer.from(fileOf(lines())), Buffer.from([0xff, 0x0a])]),
      8,
      'bad-text',
      /UTF-8/,
    ],
    [
      'a line without end',
      () => Buffer.concat([Buffer.from(`${lines()[0]}\n`), Buffer.alloc(LONGEST_LINE_BYTES + 1, 0x20)]),
      2,
      'line-too-long',
      /8 MB/,
    ],
    [
      'no closing line',
      () => fileOf(lines().slice(0, -1)),
      6,
      'truncated',
      /after entry 5: its closing line is missing/,
    ],
    ['a header alone', () => fileOf(lines().slice(0, 1)), 1, 'truncated', /closing line is missing/],
    ['a cut in a line', () => fileOf(lines()).slice(0, -200), 6, 'truncated', /breaks off after entry 4/],
    [
      'a tail cut off and closed again',
      () => fileOf([...lines().slice(0, 4), lines().at(-1) ?? '']),
      5,
      'wrong-count',
      /counts 5 entries, the file has 3/,
    ],
    [
      'another end than the header says',
      () => fileOf([lines()[0] ?? '', ...handArchive(TENANT, [SET_UP]).slice(1)]),
      3,
      'wrong-head',
      /says that it ends at 5:/,
    ],
    [
      'something after the end',
      () => `${fileOf(lines())}{"more":1}\n`,
      8,
      'after-end',
      /after the closing line/,
    ],
    [
      'time that runs back',
      () => forged(SET_UP, { ...person('a'), at: '2026-03-02T06:59:59.999Z' }),
      3,
      'dated-back',
      /Entry 2 is dated before/,
    ],
    ['a person added twice', () => forged(SET_UP, person('a'), person('a')), 4, 'repeated-entry', /person:a/],
    [
      'an entry of a newer program',
      () => forged(SET_UP, { type: 'mood-set', data: {} }),
      3,
      'unknown-entry',
      /“mood-set”/,
    ],
    [
      'an entry that says nothing',
      () => forged(SET_UP, { type: 'person-added', data: {} }),
      3,
      'unknown-entry',
      /person-added/,
    ],
    [
      'an opening without its case',
      () => forged(SET_UP, person('a'), { type: 'recalibration-opened', data: { kind: 'opened' } }),
      4,
      'bad-entry',
      /Entry 3 says what cannot be/,
    ],
  ])('is refused for %s, by line and rule', async (_, file, line, rule, words) => {
    const fault = await faultOf(file());
    expect({ line: fault.line, rule: fault.rule }).toEqual({ line, rule });
    expect(fault.message).toMatch(words);
  });

  it('is refused wherever it breaks off', async () => {
    const whole = Buffer.from(fileOf(lines()));
    const all = Array.from({ length: whole.length - 1 }, (_, length) => whole.subarray(0, length));
    const rules = new Set<string>();
    for (const part of all) rules.add((await faultOf(part)).rule);
    expect([...rules].toSorted()).toEqual(['empty-file', 'truncated']);
  });
});
