/**
 * The one text of a JSON value by RFC 8785: no white space, keys sorted by UTF-16 code units, numbers and strings as
 * ECMAScript writes them. Members that are `undefined` are left out. Throws on what JSON cannot say: NaN, infinities,
 * functions, text with half a surrogate pair.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'string') return stringText(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value === 'object') return objectText(value);
  throw new TypeError(`JSON has no ${typeof value}`);
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError('JSON has no NaN and no infinity');
  return JSON.stringify(value);
}

/** In unicode mode only an unpaired surrogate is one. */
const HALF_A_PAIR = /\p{Surrogate}/u;

function stringText(value: string): string {
  if (HALF_A_PAIR.test(value)) throw new TypeError('text with half a surrogate pair has no canonical JSON');
  return JSON.stringify(value);
}

function objectText(value: object): string {
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  const sorted = members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([key, member]) => `${stringText(key)}:${canonicalJson(member)}`).join(',')}}`;
}
