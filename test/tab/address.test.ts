import { expect, it } from 'vitest';
import { readAddress } from '../../src/tab/address.ts';
import { endOfDay } from '../../src/tab/end-of-day.ts';
import { kpiAddress, recalibrationAddress } from '../../src/tab/screens/addresses.ts';
import { shownStatus } from '../../src/tab/shown-status.ts';

it.each([
  ['', '/', ''],
  ['#/kpi/C1', '/kpi/C1', ''],
  ['#kpi/C1', '/kpi/C1', ''],
  ['#/portfolio?status=red&search=a+b', '/portfolio', 'status=red&search=a+b'],
])('reads the address %s', (hash, path, query) => {
  const address = readAddress(hash);
  expect(address.path).toBe(path);
  expect(address.query.toString()).toBe(query);
});

it('writes ids into addresses so that they cannot break out', () => {
  expect(kpiAddress('a/b?c')).toBe('/kpi/a%2Fb%3Fc');
  expect(recalibrationAddress('r:1')).toBe('/recalibration/r%3A1');
});

it('reads an unknown status in an address as every status', () => {
  expect([shownStatus('red'), shownStatus('toString'), shownStatus('purple')]).toEqual(['red', '', '']);
});

it.each([
  ['2026-03-06', 'Europe/Berlin', '2026-03-06T22:59:59.000Z'],
  ['2026-03-29', 'Europe/Berlin', '2026-03-29T21:59:59.000Z'],
  ['2026-10-25', 'Europe/Berlin', '2026-10-25T22:59:59.000Z'],
  ['2026-03-06', 'Asia/Tokyo', '2026-03-06T14:59:59.000Z'],
  ['2026-03-06', 'America/New_York', '2026-03-07T04:59:59.000Z'],
])('ends %s in %s at %s', (date, zone, instant) => {
  expect(endOfDay(date, zone)).toBe(instant);
});
