/** What differs between people's Excel when numbers and dates are shown or typed. */
export interface Locale {
  readonly name: string;
  readonly decimal: string;
  readonly group: string;
  /** The short date pattern; its order also decides how typed dates are read. */
  readonly shortDate: string;
  readonly longDate: string;
  readonly dateSeparator: string;
  readonly currency: string;
}

const LOCALES: readonly Locale[] = [
  locale('en-US', '.', ',', 'm/d/yyyy', '/', '$'),
  locale('en-GB', '.', ',', 'dd/mm/yyyy', '/', '£'),
  locale('de-DE', ',', '.', 'dd.mm.yyyy', '.', '€'),
  locale('de-CH', '.', '’', 'dd.mm.yyyy', '.', 'CHF'),
  locale('fr-FR', ',', '\u202F', 'dd/mm/yyyy', '/', '€'),
  locale('es-ES', ',', '.', 'dd/mm/yyyy', '/', '€'),
];

/** The locale of that name, else one of its language, else en-US. */
export function localeOf(name: string): Locale {
  const language = name.split('-')[0] ?? '';
  const found =
    LOCALES.find((l) => l.name === name) ?? LOCALES.find((l) => l.name.startsWith(`${language}-`));
  return found ?? (LOCALES[0] as Locale);
}

export const EN_US: Locale = localeOf('en-US');

function locale(
  name: string,
  decimal: string,
  group: string,
  shortDate: string,
  separator: string,
  currency: string,
): Locale {
  const longDate = name === 'en-US' ? 'dddd, mmmm d, yyyy' : 'dddd, d mmmm yyyy';
  return { name, decimal, group, shortDate, longDate, dateSeparator: separator, currency };
}
