import {
  type Instant,
  type TimeZone,
  instantAt,
  isTimeZone,
  localTime,
} from '../../src/domain/zoned-time.ts';
import { badProperty, unsupportedZone } from './graph-error.ts';

/** Windows zone names the sandbox knows, with the IANA zone of each. The first name of a zone is the one printed. */
const WINDOWS_ZONES: ReadonlyMap<string, TimeZone> = new Map([
  ['UTC', 'UTC'],
  ['GMT Standard Time', 'Europe/London'],
  ['W. Europe Standard Time', 'Europe/Berlin'],
  ['Romance Standard Time', 'Europe/Paris'],
  ['Central Europe Standard Time', 'Europe/Budapest'],
  ['Central European Standard Time', 'Europe/Warsaw'],
  ['FLE Standard Time', 'Europe/Kiev'],
  ['GTB Standard Time', 'Europe/Bucharest'],
  ['Turkey Standard Time', 'Europe/Istanbul'],
  ['Russian Standard Time', 'Europe/Moscow'],
  ['Israel Standard Time', 'Asia/Jerusalem'],
  ['Egypt Standard Time', 'Africa/Cairo'],
  ['South Africa Standard Time', 'Africa/Johannesburg'],
  ['Arab Standard Time', 'Asia/Riyadh'],
  ['Arabian Standard Time', 'Asia/Dubai'],
  ['India Standard Time', 'Asia/Calcutta'],
  ['Singapore Standard Time', 'Asia/Singapore'],
  ['China Standard Time', 'Asia/Shanghai'],
  ['Tokyo Standard Time', 'Asia/Tokyo'],
  ['AUS Eastern Standard Time', 'Australia/Sydney'],
  ['New Zealand Standard Time', 'Pacific/Auckland'],
  ['E. South America Standard Time', 'America/Sao_Paulo'],
  ['Atlantic Standard Time', 'America/Halifax'],
  ['Eastern Standard Time', 'America/New_York'],
  ['Central Standard Time', 'America/Chicago'],
  ['Mountain Standard Time', 'America/Denver'],
  ['US Mountain Standard Time', 'America/Phoenix'],
  ['Pacific Standard Time', 'America/Los_Angeles'],
  ['Hawaiian Standard Time', 'Pacific/Honolulu'],
]);

const DATE_TIME = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,7})?)?(Z|[+-]\d\d:\d\d)?$/;

export interface DateTimeTimeZone {
  readonly dateTime: string;
  readonly timeZone: string;
}

/** The IANA zone of a Windows or IANA name; anything else is refused as Exchange refuses it. */
export function zoneNamed(name: string): TimeZone {
  const windows = WINDOWS_ZONES.get(name);
  if (windows !== undefined) return windows;
  if (name.includes('/') && isTimeZone(name)) return name;
  throw unsupportedZone(name);
}

/** The Windows name of a zone where the sandbox knows one, else the IANA name. */
export function windowsNameOf(zone: TimeZone): string {
  for (const [windows, iana] of WINDOWS_ZONES) if (iana === zone) return windows;
  return zone;
}

/** The instant of a `dateTimeTimeZone`. An offset inside `dateTime` wins over the zone. */
export function instantOf(value: DateTimeTimeZone): Instant {
  const match = DATE_TIME.exec(value.dateTime);
  const zone = zoneNamed(value.timeZone);
  if (!match) throw badProperty(`'${value.dateTime}' is not a date and time.`);
  const [, date = '', hours, minutes, seconds = '0', offset] = match;
  if (offset !== undefined) return Date.parse(`${date}T${hours}:${minutes}:${seconds}${offset}`);
  return instantAt(date, Number(hours) * 60 + Number(minutes), zone) + Number(seconds) * 1000;
}

/** Wall time with seven fractional digits and no offset, in the zone of that name. */
export function dateTimeIn(instant: Instant, zoneName: string): DateTimeTimeZone {
  const { date, minutes } = localTime(instant, zoneNamed(zoneName));
  const clock = [Math.floor(minutes / 60), minutes % 60, Math.floor(instant / 1000) % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return { dateTime: `${date}T${clock.join(':')}.0000000`, timeZone: zoneName };
}
