import { createContext, type ReactNode, use, useMemo } from 'react';
import { addDays } from '../domain/civil-date.ts';
import {
  clockTime,
  dateIn,
  dateTime,
  dayMonth,
  days,
  figure,
  fullDate,
  money,
  quantity,
  type Reader,
  timeRange,
  weekdayDate,
} from '../domain/words/format.ts';

/** Dates, numbers and money as this reader writes them; the words come from the domain. */
export interface Format {
  /** `20 Apr` */
  readonly day: (date: string) => string;
  /** `Wed 11 Mar` */
  readonly weekday: (date: string) => string;
  /** `Wed 11 Mar, 09:42` in the reader's zone. */
  readonly moment: (instant: string) => string;
  /** `Wed 11 Mar 2026, 09:42`: with the year, for what stands in the bar. */
  readonly fullMoment: (instant: string) => string;
  readonly time: (instant: string) => string;
  /** `Thu 12 Mar, 10:00–10:45` */
  readonly range: (start: string, end: string) => string;
  /** `since today`, `since 6 Mar` */
  readonly since: (instant: string) => string;
  /** Civil date of an instant in the reader's zone. */
  readonly dateOf: (instant: string) => string;
  readonly figure: (value: number) => string;
  readonly quantity: (value: number, unit: string) => string;
  /** `€120,000` from minor units. */
  readonly money: (minorUnits: number) => string;
  /** `1 day`, `14 days` */
  readonly days: (count: number) => string;
  readonly reader: Reader;
}

export function createFormat(reader: Reader): Format {
  const dateOf = (instant: string): string => dateIn(Date.parse(instant), reader);
  return {
    reader,
    dateOf,
    day: (date) => dayMonth(date, reader),
    weekday: (date) => weekdayDate(date, reader),
    moment: (instant) => dateTime(Date.parse(instant), reader),
    fullMoment: (instant) =>
      `${fullDate(dateOf(instant), reader)}, ${clockTime(Date.parse(instant), reader)}`,
    time: (instant) => clockTime(Date.parse(instant), reader),
    range: (start, end) => timeRange(Date.parse(start), Date.parse(end), reader),
    since: (instant) => sinceWords(dateOf(instant), reader),
    figure: (value) => figure(value, reader),
    quantity: (value, unit) => quantity(value, unit, reader),
    money: (minorUnits) => money(minorUnits, reader),
    days: (count) => days(count, reader),
  };
}

function sinceWords(date: string, reader: Reader): string {
  if (date === reader.today) return 'since today';
  return date === addDays(reader.today, -1) ? 'since yesterday' : `since ${dayMonth(date, reader)}`;
}

const FormatContext = createContext<Format>(
  createFormat({ locale: 'en-GB', timeZone: 'UTC', today: '1970-01-01', currency: 'EUR' }),
);

/** Everything inside writes numbers and dates for this reader. */
export function ReaderProvider(props: { readonly reader: Reader; readonly children: ReactNode }): ReactNode {
  const { locale, timeZone, today, currency } = props.reader;
  const format = useMemo(
    () => createFormat({ locale, timeZone, today, currency }),
    [locale, timeZone, today, currency],
  );
  return <FormatContext value={format}>{props.children}</FormatContext>;
}

export function useFormat(): Format {
  return use(FormatContext);
}
