/**
 * The days of an independent reading of DESIGN.md 3, in whole days since 1970, UTC. Nothing here or beside it uses
 * `src/domain`, so that a misreading would have to be made twice.
 */
export type Day = number;

const WEEKDAYS = ['thursday', 'friday', 'saturday', 'sunday', 'monday', 'tuesday', 'wednesday'];

export function dayFrom(date: string): Day {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

export function dateFrom(day: Day): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

export function weekdayFrom(day: Day): string {
  return WEEKDAYS[((day % 7) + 7) % 7] ?? '';
}

export class OfficeDays {
  readonly #weekdays: ReadonlySet<string>;
  readonly #off: ReadonlySet<Day>;

  constructor(weekdays: readonly string[], holidays: readonly string[]) {
    this.#weekdays = new Set(weekdays);
    this.#off = new Set(holidays.map(dayFrom));
  }

  isOpen(day: Day): boolean {
    return this.#weekdays.has(weekdayFrom(day)) && !this.#off.has(day);
  }

  /** The day itself or the next that is open. */
  openFrom(day: Day): Day {
    return this.isOpen(day) ? day : this.openFrom(day + 1);
  }

  /** The n-th open day after a day. */
  after(day: Day, n: number): Day {
    let at = day;
    for (let left = n; left > 0;) {
      at += 1;
      if (this.isOpen(at)) left -= 1;
    }
    return at;
  }

  /** Plan time between two days: it stands still on holidays, not on weekends. */
  planDays(from: Day, to: Day): number {
    if (to < from) return -this.planDays(to, from);
    return to - from - [...this.#off].filter((day) => day > from && day <= to).length;
  }
}

/** Two decimals, half up; 47.745 is a half however it is stored. */
export function twoDecimals(value: number): number {
  return Math.round(Number((value * 100).toFixed(6))) / 100;
}
