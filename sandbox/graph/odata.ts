import { GraphError } from './graph-error.ts';
import type { Preferences } from './prefer.ts';
import type { ExtendedProperty, StoredEvent } from './state.ts';

type Query = Readonly<Record<string, string>>;

const ANY_PROPERTY =
  /^singleValueExtendedProperties\/any\((\w+):\s*\1\/id eq '((?:[^']|'')*)' and \1\/value eq '((?:[^']|'')*)'\)$/i;
const COMPARISON = /^(start|end)\/dateTime (ge|gt|le|lt) '([^']+)'$/;
const EXPAND_PROPERTY = /^singleValueExtendedProperties\((?:\$filter=)(.+)\)$/i;
const ID_EQUALS = /^id eq '((?:[^']|'')*)'$/;
const KNOWN = new Set([
  '$select',
  '$top',
  '$skip',
  '$filter',
  '$expand',
  '$orderby',
  '$count',
  'startdatetime',
  'enddatetime',
]);

/** Refuses a query option the sandbox does not simulate instead of ignoring it. */
export function checkQuery(query: Query): void {
  const unknown = Object.keys(query).find((key) => !KNOWN.has(key.toLowerCase()));
  if (unknown !== undefined) throw invalidQuery(`The query option '${unknown}' is not simulated.`);
}

/** Refuses a selected property that does not exist, also where nothing is found. */
export function checkSelect(select: string | undefined, known: ReadonlySet<string>): void {
  const names = select === undefined || select === '*' ? [] : select.split(',').map((name) => name.trim());
  const missing = names.find((name) => !known.has(name));
  if (missing === undefined) return;
  throw new GraphError(400, 'RequestBroker--ParseUri', `Could not find a property named '${missing}'.`);
}

export function selected(view: Record<string, unknown>, select: string | undefined): Record<string, unknown> {
  if (select === undefined || select === '*') return view;
  const names = new Set(['id', ...select.split(',').map((name) => name.trim())]);
  return Object.fromEntries(Object.entries(view).filter(([key]) => key.startsWith('@') || names.has(key)));
}

/** A page of a collection, with the link to the next one. Exchange's default page is ten items. */
export function paged<T>(
  items: readonly T[],
  url: URL,
  prefer: Preferences,
): { readonly value: readonly T[]; readonly '@odata.nextLink'?: string } {
  const skip = count(url.searchParams.get('$skip'), 0);
  const top = count(url.searchParams.get('$top'), prefer.maxPageSize ?? 10);
  if (top < 1 || top > 1000) throw invalidQuery('$top must lie between 1 and 1000.');
  const value = items.slice(skip, skip + top);
  if (skip + top >= items.length) return { value };
  const next = new URL(url.pathname + url.search, 'https://graph.microsoft.com');
  next.searchParams.set('$skip', String(skip + top));
  return { value, '@odata.nextLink': next.href };
}

/** The `$filter` forms the product may use: one extended property, or comparisons of start and end. */
export function eventFilter(filter: string | undefined): (event: StoredEvent) => boolean {
  if (filter === undefined) return () => true;
  const property = ANY_PROPERTY.exec(filter);
  if (property) return carries(unquoted(property[2]), unquoted(property[3]));
  const tests = filter.split(' and ').map(comparison);
  return (event) => tests.every((test) => test(event));
}

export function ordered(events: readonly StoredEvent[], orderby: string | undefined): readonly StoredEvent[] {
  const match = /^start\/dateTime(?: (asc|desc))?$/.exec(orderby ?? 'start/dateTime');
  if (!match) throw invalidQuery(`$orderby=${orderby ?? ''} is not simulated.`);
  const sign = match[1] === 'desc' ? -1 : 1;
  return [...events].sort((a, b) => sign * (a.start - b.start) || (a.id < b.id ? -1 : 1));
}

/** The extended properties an `$expand` asks for; they are never returned without it. */
export function expandedProperties(
  expand: string | undefined,
  event: StoredEvent,
): { readonly singleValueExtendedProperties?: readonly ExtendedProperty[] } {
  if (expand === undefined) return {};
  const inner = EXPAND_PROPERTY.exec(expand)?.[1];
  if (inner === undefined) throw invalidQuery(`$expand=${expand} is not simulated; name the property by id.`);
  const ids = new Set(
    inner.split(' or ').map((part) => {
      const id = ID_EQUALS.exec(part.trim())?.[1];
      if (id === undefined) throw invalidQuery(`Cannot read '${part}' in $expand.`);
      return propertyKey(unquoted(id));
    }),
  );
  const found = event.extendedProperties.filter((property) => ids.has(propertyKey(property.id)));
  return found.length > 0 ? { singleValueExtendedProperties: found } : {};
}

function carries(id: string, value: string): (event: StoredEvent) => boolean {
  const key = propertyKey(id);
  // The name is compared with case, the value without (reference platform A3).
  return (event) =>
    event.extendedProperties.some(
      (property) => propertyKey(property.id) === key && property.value.toLowerCase() === value.toLowerCase(),
    );
}

function comparison(text: string): (event: StoredEvent) => boolean {
  const [, edge, operator, literal = ''] = COMPARISON.exec(text.trim()) ?? [];
  const at = Date.parse(/Z|[+-]\d\d:\d\d$/.test(literal) ? literal : `${literal}Z`);
  if (edge === undefined || Number.isNaN(at)) throw invalidQuery(`Cannot read the filter '${text}'.`);
  const compare = {
    ge: (t: number) => t >= at,
    gt: (t: number) => t > at,
    le: (t: number) => t <= at,
    lt: (t: number) => t < at,
  };
  const test = compare[operator as keyof typeof compare];
  return (event) => test(edge === 'start' ? event.start : event.end);
}

/** Type and GUID do not depend on case, the name does. */
function propertyKey(id: string): string {
  const [type = '', guid = '', ...name] = id.split(' ');
  return [type.toLowerCase(), guid.toLowerCase(), ...name].join(' ');
}

function unquoted(text: string | undefined): string {
  return (text ?? '').replaceAll("''", "'");
}

function count(text: string | null, fallback: number): number {
  if (text === null) return fallback;
  if (!/^\d+$/.test(text)) throw invalidQuery(`'${text}' is not a count.`);
  return Number(text);
}

export function invalidQuery(message: string): GraphError {
  return new GraphError(400, 'ErrorInvalidUrlQueryFilter', message);
}
