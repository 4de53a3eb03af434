import { valuePlaces } from '../../figure.ts';
import type { Status } from '../../status.ts';
import type { Instant } from '../../zoned-time.ts';
import {
  NBSP,
  type Reader,
  clockTime,
  dateIn,
  dayMonth,
  figure,
  statusWord,
  weekdayDate,
} from '../format.ts';

/** Whom a derivation is told to. */
export interface ExplainContext extends Reader {
  readonly unit: string;
  /** The name of a KPI or objective, and of a person, by id. */
  readonly nameOf: (id: string) => string;
  readonly personName: (id: string) => string;
}

/** A heading and its sentences, in order. */
export interface ExplainSection {
  readonly title: string;
  readonly lines: readonly string[];
}

/** `4.15 days`, `1 day`: as exactly as the rules compare. */
export function exactDays(count: number, context: Reader): string {
  const shown = figure(count, context);
  return `${shown}${NBSP}${shown === figure(1, context) ? 'day' : 'days'}`;
}

/** `11 items`, with as many decimals as tell two values apart. */
export function value(amount: number, { unit, ...reader }: ExplainContext): string {
  const shown = plainValue(amount, reader);
  return unit === '' ? shown : `${shown}${NBSP}${unit}`;
}

export function plainValue(amount: number, reader: Reader): string {
  return figure(amount, reader, valuePlaces(amount));
}

/** `Mon 2 Mar`. */
export function day(date: string, context: Reader): string {
  return weekdayDate(date, context);
}

/** `Wed 11 Mar, 00:00`. */
export function moment(at: Instant, context: Reader): string {
  return `${weekdayDate(dateIn(at, context), context)}, ${clockTime(at, context)}`;
}

export function shortDay(date: string, context: Reader): string {
  return dayMonth(date, context);
}

export function colourWord(status: Status): string {
  return statusWord(status);
}
