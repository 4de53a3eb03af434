import { describe, expect, it } from 'vitest';
import { differs, inOrder, sameFigure } from '../../../src/domain/story/difference.ts';
import {
  entries,
  list,
  object,
  type Reader,
  type Source,
  StoryFaultSignal,
} from '../../../src/domain/story/json-source.ts';
import * as read from '../../../src/domain/story/read-values.ts';
import { parseStoryTime, printStoryTime } from '../../../src/domain/story/story-time.ts';

/** The value as read, or "path: rule" of what is wrong with it. */
function outcome<T>(reader: Reader<T>, value: unknown, warnings: string[] = []): T | string {
  const source: Source = { value, path: '$', warn: (message) => void warnings.push(message) };
  try {
    return reader(source);
  } catch (error) {
    if (error instanceof StoryFaultSignal) return error.message;
    throw error;
  }
}

const IDS = new Set(['A', 'B']);

describe('a value of a story', () => {
  it.each<[string, Reader<unknown>, readonly unknown[], readonly unknown[], string]>([
    ['a text', read.text, ['a', ' a '], ['', '  ', 7, null, ['a']], 'must be text that is not empty'],
    ['a flag', read.flag, [true, false], ['true', 1, null], 'must be true or false'],
    ['a figure', read.figure, [0, -1.5, 1e15], ['7', null, Number.NaN, Infinity], 'must be a number'],
    ['a figure', read.figure, [-1e15], [1e16, -1e16], 'must be smaller: at most a thousand million million'],
    ['a figure in a range', read.figureIn(1, 5), [1, 2.5, 5], [0.9, 5.1], 'must lie between 1 and 5'],
    ['a figure from a limit on', read.figureIn(0, Infinity), [0, 1e9], [-0.1], 'must lie at 0 or above'],
    ['a whole number', read.wholeIn(1, 5), [1, 5], [2.5], 'must be a whole number'],
    ['a whole number', read.wholeIn(1, 5), [3], [0, 6], 'must lie between 1 and 5'],
    ['money', read.minorUnits, [0, 100], [-1], 'must lie at 0 or above'],
    [
      'a date',
      read.date,
      ['2026-02-28', '2028-02-29'],
      ['2026-02-29', '28.02.2026', 20260228, null],
      'must be a date that exists, YYYY-MM-DD',
    ],
    [
      'one of some words',
      read.oneOf(['reach', 'keep']),
      ['reach', 'keep'],
      ['Reach', '', null],
      'must be one of reach, keep',
    ],
    ['the id of a KPI', read.idIn(IDS, 'KPI'), ['A', 'B'], ['C'], 'names no KPI: "C"'],
    ['a time zone', read.timeZone, ['Europe/Berlin', 'UTC'], ['Europe/Nowhere'], 'must be an IANA time zone'],
    [
      'a currency',
      read.currency,
      ['EUR', 'JPY'],
      ['eur', 'EURO', 'XEUR', '€', 978, ['EUR']],
      'must be an ISO 4217 code, three capital letters',
    ],
    [
      'a weekday',
      read.weekday,
      ['monday', 'sunday'],
      ['mon'],
      'must be one of sunday, monday, tuesday, wednesday, thursday, friday, saturday',
    ],
  ])('that is %s', (_what, reader, good, bad, rule) => {
    expect(good.map((value) => outcome(reader, value))).toEqual(good);
    expect(bad.map((value) => outcome(reader, value))).toEqual(bad.map(() => `$: ${rule}`));
  });

  it.each<[unknown, string]>([
    [{ days: [], start: '08:00', end: '16:00' }, '$.days: must hold at least one working day'],
    [{ days: ['monday'], start: '16:00', end: '08:00' }, '$.end: must be later than start'],
    [{ days: ['monday'], start: '08:00', end: '08:00' }, '$.end: must be later than start'],
    [{ days: ['monday'], start: '8:00', end: '16:00' }, '$.start: must be a time of day, HH:MM'],
    [{ days: ['monday'], start: '08:00', end: '24:00' }, '$.end: must be a time of day, HH:MM'],
    [{ days: ['monday'], start: '08:60', end: '16:00' }, '$.start: must be a time of day, HH:MM'],
    [{ days: ['monday'], start: '08:00:00', end: '16:00' }, '$.start: must be a time of day, HH:MM'],
    [{ days: ['monday'], start: 8, end: '16:00' }, '$.start: must be a time of day, HH:MM'],
    [{ days: 'monday', start: '08:00', end: '16:00' }, '$.days: must be a list'],
    [
      { days: ['monday', 'x'], start: '08:00', end: '16:00' },
      '$.days[1]: must be one of sunday, monday, tuesday, wednesday, thursday, friday, saturday',
    ],
    [{ days: ['monday'], start: '08:00' }, '$.end: is missing'],
    [['monday'], '$: must be an object'],
    [null, '$: must be an object'],
    ['monday', '$: must be an object'],
  ])('that is no working week: %j', (value, fault) => {
    expect(outcome(read.workWeek, value)).toBe(fault);
  });

  it('that is a working week', () => {
    const week = { days: ['monday', 'friday'], start: '00:00', end: '23:59' };
    expect(outcome(read.workWeek, week)).toEqual(week);
  });
});

describe('an object of a story', () => {
  const reader: Reader<unknown> = (source) =>
    object(source, (f) => ({
      id: f.need('id', read.text),
      ...f.may('unit', read.text),
      lag: f.or('lag', read.figure, 3),
      peeked: f.peek('colour'),
    }));

  it.each<[unknown, unknown, readonly string[]]>([
    [{ id: 'A' }, { id: 'A', lag: 3 }, []],
    [{ id: 'A', unit: 'days', lag: 0 }, { id: 'A', unit: 'days', lag: 0 }, []],
    [{ id: 'A', unit: null, lag: null }, { id: 'A', lag: 3 }, []],
    [{ id: 'A', title: 'x', about: 'y' }, { id: 'A', lag: 3 }, []],
    [{ id: 'A', colour: 'red' }, { id: 'A', lag: 3, peeked: 'red' }, ['$.colour: unknown key, ignored']],
    [{ id: 'A', 'my colour': 1 }, { id: 'A', lag: 3 }, ['$["my colour"]: unknown key, ignored']],
    [{ id: 'A', '2nd': 1 }, { id: 'A', lag: 3 }, ['$["2nd"]: unknown key, ignored']],
    [{ id: 'A', unit: 7 }, '$.unit: must be text that is not empty', []],
    [{}, '$.id: is missing', []],
    [{ id: null }, '$.id: is missing', []],
  ])('%j', (value, expected, warned) => {
    const warnings: string[] = [];
    expect(outcome(reader, value, warnings)).toEqual(expected);
    expect(warnings).toEqual(warned);
  });

  it('does not inherit keys', () => {
    const named: Reader<unknown> = (source) => object(source, (f) => f.has('toString'));
    expect(outcome(named, {})).toBe(false);
  });

  it('is a map where its keys are ids', () => {
    const floats: Reader<unknown> = (source) => entries(source, read.figure);
    expect(outcome(floats, { A: 1, B: 2 })).toEqual([
      ['A', 1],
      ['B', 2],
    ]);
    expect(outcome(floats, { A: 1, 'B 2': 'x' })).toBe('$["B 2"]: must be a number');
    expect(outcome(list(read.figure), [1, 'x'])).toBe('$[1]: must be a number');
  });
});

describe('a moment of a story', () => {
  it.each([
    ['2026-03-06T09:00', '2026-03-06T08:00:00.000Z'],
    ['2026-07-06T09:00', '2026-07-06T07:00:00.000Z'],
    ['2026-03-06T09:00:30', '2026-03-06T08:00:30.000Z'],
    ['2026-03-06T09:00Z', '2026-03-06T09:00:00.000Z'],
    ['2026-03-06T09:00+05:30', '2026-03-06T03:30:00.000Z'],
    ['2026-03-06T23:59-01:00', '2026-03-07T00:59:00.000Z'],
  ])('%s in Berlin is %s', (text, utc) => {
    const moment = parseStoryTime(text, 'Europe/Berlin');
    expect(moment === null ? null : new Date(moment).toISOString()).toBe(utc);
  });

  it.each([
    '2026-03-06',
    '2026-03-06T9:00',
    '2026-03-06T24:00',
    '2026-03-06T09:60',
    '2026-02-30T09:00',
    '2026-02-30T09:00Z',
    ' 2026-03-06T09:00',
    '2026-03-06T09:00 ',
    '2026-03-06T09:00+24:00',
    '6 March',
  ])('%j is none', (text) => {
    expect(parseStoryTime(text, 'Europe/Berlin')).toBeNull();
  });

  it('is printed as the wall clock shows it', () => {
    const printed = (utc: string): string => printStoryTime(Date.parse(utc), 'Europe/Berlin');
    expect(printed('2026-03-06T08:05:00Z')).toBe('2026-03-06T09:05');
    expect(printed('2026-03-06T08:05:07.900Z')).toBe('2026-03-06T09:05:07');
    expect(printed('2026-07-06T22:00:00Z')).toBe('2026-07-07T00:00');
  });
});

describe('a difference', () => {
  it('names what was expected and what came out', () => {
    expect(differs('status', 'red', 'green')).toEqual(['status red expected, given green']);
    expect(differs('slip', 3, null)).toEqual(['slip 3 expected, given none']);
    expect(differs('status', 'red', 'red')).toEqual([]);
  });

  it.each([
    [5.53, 5.534, true],
    [5.53, 5.536, false],
    [5.53, null, false],
    [0, undefined, false],
  ])('between %d and %s is none: %s', (expected, given, same) => {
    expect(sameFigure(expected, given)).toBe(same);
  });

  it('of people does not depend on their order', () => {
    expect([inOrder(['eva', 'ann']), inOrder([])]).toEqual(['ann, eva', 'nobody']);
  });
});
