import { findIana } from 'windows-iana';
import { type Instant, isTimeZone, type TimeZone } from '../../domain/zoned-time.ts';

export interface GraphDateTime {
  readonly dateTime?: string | null;
  readonly timeZone?: string | null;
}

/** We always write UTC: it has one name everywhere. */
export function toGraphTime(instant: Instant): { readonly dateTime: string; readonly timeZone: 'UTC' } {
  return { dateTime: new Date(instant).toISOString().slice(0, 19), timeZone: 'UTC' };
}

/** We never ask for another zone, so Graph answers in UTC: seven decimals and no offset. */
export function fromGraphTime(time: GraphDateTime | null | undefined): Instant {
  return Date.parse(`${(time?.dateTime ?? '').slice(0, 19)}Z`);
}

interface GraphZone {
  readonly name?: string | null;
  /** Minutes west of UTC, on a "Customized Time Zone". */
  readonly bias?: number | null;
}

/** Mailboxes name zones as Windows does, or as IANA, or not at all; then the standard bias stands in. */
export function timeZoneOf({ name, bias }: GraphZone): TimeZone | null {
  const known = name ? (findIana(name)[0] ?? name) : '';
  if (known !== '' && isTimeZone(known)) return known;
  if (typeof bias !== 'number' || bias % 60 !== 0) return null;
  const hours = bias / 60;
  return hours === 0 ? 'Etc/UTC' : `Etc/GMT${hours > 0 ? '+' : ''}${hours}`;
}

/** `08:00:00.0000000` as `08:00`. */
export function clockOf(time: string | null | undefined): string | null {
  return /^\d{2}:\d{2}/.exec(time ?? '')?.[0] ?? null;
}
