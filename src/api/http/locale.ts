/** The language sentences are written in where the reader names none. */
export const DEFAULT_LOCALE = 'en-GB';

/**
 * The first language of an `Accept-Language` header that can be used; never throws, whatever was sent. Language,
 * script and region only: other calendars and numerals would not read as our sentences mean, and formats are kept by
 * name, of which a sender could invent any number.
 */
export function localeOf(header: string | undefined): string {
  const first = header?.split(',')[0]?.split(';')[0]?.trim() ?? '';
  try {
    const [known] = Intl.DateTimeFormat.supportedLocalesOf(first);
    if (known === undefined) return DEFAULT_LOCALE;
    const { language, script, region } = new Intl.Locale(known);
    return [language, script, region].filter((part) => part !== undefined).join('-');
  } catch {
    // Intl tells a malformed tag only by throwing a RangeError.
    return DEFAULT_LOCALE;
  }
}
