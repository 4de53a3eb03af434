import { zoneNamed } from './zones.ts';

/** What a request's `Prefer` headers ask for. */
export interface Preferences {
  /** The zone name to print start and end in, as it was sent. */
  readonly zone: string;
  readonly immutableIds: boolean;
  readonly textBodies: boolean;
  readonly maxPageSize?: number;
  /** The `Preference-Applied` header, empty where nothing was applied. */
  readonly applied: string;
}

export function preferencesOf(header: string | undefined): Preferences {
  const asked = new Map(
    [...(header ?? '').matchAll(/([A-Za-z][\w.-]*)\s*=\s*(?:"([^"]*)"|([^,;\s]+))/g)].map(
      (match) => [(match[1] ?? '').toLowerCase(), match[2] ?? match[3] ?? ''] as const,
    ),
  );
  const zone = asked.get('outlook.timezone');
  if (zone !== undefined) zoneNamed(zone);
  const body = asked.get('outlook.body-content-type')?.toLowerCase();
  const immutableIds = asked.get('idtype')?.toLowerCase() === 'immutableid';
  const pageSize = Number(asked.get('odata.maxpagesize') ?? Number.NaN);
  return {
    zone: zone ?? 'UTC',
    immutableIds,
    textBodies: body === 'text',
    ...(Number.isInteger(pageSize) && pageSize > 0 ? { maxPageSize: pageSize } : {}),
    applied: [
      ...(zone === undefined ? [] : [`outlook.timezone="${zone}"`]),
      ...(body === undefined ? [] : [`outlook.body-content-type="${body}"`]),
      ...(immutableIds ? ['IdType="ImmutableId"'] : []),
    ].join(', '),
  };
}
