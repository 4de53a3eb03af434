import type { Reason, ReasonFact, Status } from '../status.ts';
import type { Instant } from '../zoned-time.ts';
import { NBSP, type Reader, dayMonth, figure, quantity, weekdayDate } from './format.ts';

/** Whom a reason is told to, and what it is about. */
export interface ReasonContext extends Reader {
  readonly unit: string;
  /** Since when the status stands; told where the sentence has room for it. */
  readonly since?: Instant | null;
  /** The status that stands since then; a reason of another colour does not say since when. */
  readonly status?: Status;
  readonly kpiName: (id: string) => string;
  /** The KPI's owner, who warned unless `personName` knows better. */
  readonly ownerName: string;
  readonly personName?: (id: string) => string;
}

/** The facts of a reason in the reader's notation. A fact that is absent reads as nothing, never as an error. */
export interface ReasonFacts {
  readonly context: ReasonContext;
  has(name: string): boolean;
  number(name: string): number;
  text(name: string): string;
  /** `9 Mar`. */
  day(name: string): string;
  /** `Fri 17 Apr`. */
  weekday(name: string): string;
  /** `3 days`: the whole days that have passed. */
  days(name: string): string;
  /** `430 calls`. */
  amount(name: string): string;
}

export function reasonFacts({ facts }: Reason, context: ReasonContext): ReasonFacts {
  const raw = (name: string): ReasonFact => facts[name] ?? null;
  const number = (name: string): number => Number(raw(name) ?? 0);
  const text = (name: string): string => String(raw(name) ?? '');
  return {
    context,
    number,
    text,
    has: (name) => raw(name) !== null,
    day: (name) => dayMonth(text(name), context),
    weekday: (name) => weekdayDate(text(name), context),
    days: (name) => wholeDays(number(name), context),
    amount: (name) => quantity(number(name), context.unit, context),
  };
}

/** `0 days` for 0.15, `1 day` for 1.9: a day counts once it has passed. */
export function wholeDays(count: number, reader: Reader): string {
  const whole = Math.floor(count + 1e-9);
  return `${figure(whole, reader)}${NBSP}${whole === 1 ? 'day' : 'days'}`;
}

/** The plan's value is a calculation: whole from ten on, else with one decimal. */
export function planFigure(value: number, reader: Reader): string {
  return figure(value, reader, Math.abs(value) >= 10 ? 0 : Math.abs(value) >= 1 ? 1 : 2);
}

/** A value and the limit it is held against, with as many decimals as the finer of the two: 8.6 and 8.0. */
export function valueAndLimit(value: number, limit: number, { locale }: Reader): readonly [string, string] {
  const digits = Math.max(decimalsOf(value), decimalsOf(limit));
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return [format.format(value), format.format(limit)];
}

function decimalsOf(value: number): number {
  return Math.min(4, (/\.(\d+)$/.exec(String(Math.round(value * 1e4) / 1e4))?.[1] ?? '').length);
}
