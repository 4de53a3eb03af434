import * as fc from 'fast-check';
import { day } from './network-builder.ts';
import { moment } from './play.ts';

/** Numbers, dates, moments and texts as nobody means them, among others that are sound. */

export const oddFigure = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      NaN,
      Infinity,
      -Infinity,
      1e308,
      -1e308,
      1e15,
      -1e15,
      1e16,
      5e-324,
      -0,
      0,
      0.5,
    ),
  },
  { weight: 1, arbitrary: fc.double() },
  { weight: 2, arbitrary: fc.integer({ min: -5, max: 110 }) },
);

export const soundDate = fc.integer({ min: -5, max: 60 }).map(day);

export const oddDate = fc.oneof(
  { weight: 3, arbitrary: soundDate },
  {
    weight: 2,
    arbitrary: fc.constantFrom('1900-01-01', '2126-03-01', '9999-12-31', '2026-02-30', '2026-3-2', ''),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('0000-00-00', '0001-01-01', '1899-12-31', '+10000-01-01', '2026-03-02T00:00'),
  },
);

export const oddMoment = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 60 }).map((on) => moment(on, 12)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(NaN, Infinity, -Infinity, 8.64e15, -8.64e15, 8.64e15 + 1, -0, 0.5),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(Date.UTC(1900, 0, 2), Date.UTC(9999, 11, 30, 23), Date.UTC(9999, 11, 31, 12)),
  },
);

/** The last is half of a character. */
export const oddText = fc.constantFrom(
  '',
  ' ',
  'A',
  'nobody',
  '__proto__',
  'constructor',
  '\u0000',
  '\u202e',
  '\ud83d',
);

/** One odd value in ten: of records with many fields, most would be refused otherwise. */
export function mostly<T>(sound: fc.Arbitrary<T>, odd: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: 9, arbitrary: sound }, { weight: 1, arbitrary: odd });
}

export const soundMoment = fc.integer({ min: 0, max: 60 }).map((on) => moment(on, 12));
export const soundFigure = fc.oneof(fc.integer({ min: 0, max: 110 }), fc.constantFrom(-0, 0.1, 5e-324, 1e15));
