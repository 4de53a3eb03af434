import { describe, expect, it } from 'vitest';
import { openWaits, waitKey } from '../../src/domain/wait.ts';
import { checkInFrom } from '../support/case-line.ts';
import { day } from '../support/network-builder.ts';

describe('one awaited thing', () => {
  it.each([
    ['export from the audit tool', 'Export from the Audit Tool', 'letter case'],
    ['export from the audit tool', '  export from\tthe   audit tool ', 'spaces'],
    ['caf\u00E9 licence', 'cafe\u0301 licence', 'how an accent is stored'],
  ])('is the same whatever its %3$s', (one, other, _why) => {
    expect(waitKey(other)).toBe(waitKey(one));
  });

  it('is another thing where words run together', () => {
    expect(waitKey('re sign')).not.toBe(waitKey('resign'));
  });
});

describe('open waits', () => {
  it.each([
    ['4=1+wait:export:7', 'export 7', 'a wait as it was claimed'],
    ['4=1+wait:export:7 8=2', 'export 7', 'persists when nobody speaks of it'],
    ['4=1+wait:export:7 8=2+wait:Export:11', 'export 11', 're-dated once'],
    [
      '4=1+wait:export:7 8=2+wait:export:11 9=2+wait:export:14',
      'export 7',
      'a second time the first date counts',
    ],
    ['4=1+wait:export:7 8=2+wait:export:7 9=2+wait:export:14', 'export 14', 'the same date again is no move'],
    ['4=1+wait:export:7+over', 'export 7', 'all over, then named again in one check-in'],
    ['4=1+wait:export:7 8=2+over', '', 'ended with all others'],
    ['4=1+wait:export:7 5=1+wait:visa:9 8=2+over:EXPORT', 'visa 9', 'ended by name'],
    ['4=1+wait:export:7 5=1+wait:visa:9 8=2+over:other', 'export 7, visa 9', 'not by another name'],
    [
      '4=1+wait:export:7 5=1+over:export 8=2+wait:export:11',
      'export 11',
      'ended and awaited anew: a fresh start',
    ],
    ['4=1+wait:export:soon', '', 'without a date nothing is awaited'],
  ])('after %s: %j (%s)', (sent, open, _why) => {
    const waits = openWaits(sent.split(' ').map(checkInFrom));
    const expected = open
      .split(', ')
      .filter(Boolean)
      .map((wait) => {
        const [what = '', by] = wait.split(' ');
        return { what, expectedBy: day(Number(by)) };
      });
    expect(waits.map(({ what, expectedBy }) => ({ what, expectedBy }))).toEqual(expected);
  });
});
