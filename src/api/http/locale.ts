/** The language sentences are written in where the reader names none. */
export const DEFAULT_LOCALE = 'en-GB';

/** The first language of an `Accept-Language` header that can be used; never throws, whatever was sent. */
export function localeOf(header: string | undefined): string {
  const first = header?.split(',')[0]?.split(';')[0]?.trim() ?? '';
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(first)[0] ?? DEFAULT_LOCALE;
  } catch {
    // Intl tells a malformed tag only by throwing a RangeError.
    return DEFAULT_LOCALE;
  }
}
