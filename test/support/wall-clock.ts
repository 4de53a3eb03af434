/** What a clock on the wall shows, read from Intl alone: the rules' own reckoning of time zones has no part in it. */
export function wallClock(
  instant: number,
  timeZone: string,
): { readonly date: string; readonly weekday: string; readonly minutes: number } {
  const parts = new Map(
    formatFor(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    weekday: part('weekday').toLowerCase(),
    minutes: Number(part('hour')) * 60 + Number(part('minute')),
  };
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-US', { ...OPTIONS, timeZone });
  formats.set(timeZone, known);
  return known;
}

const formats = new Map<string, Intl.DateTimeFormat>();

const OPTIONS = {
  hourCycle: 'h23',
  weekday: 'long',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
} as const;
