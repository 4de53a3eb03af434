/** What differs between two installations of the same package. */
export interface ManifestSettings {
  /** Where the server is reached, without a trailing slash; https. */
  readonly origin: string;
  /** The Entra app registration of the API. */
  readonly clientId: string;
  /** The id Teams knows the app by; one per environment. */
  readonly appId: string;
  /** n.n.n; Teams takes an update only with a higher one. */
  readonly version: string;
}

/** Stands where nothing was configured: good enough to check the package, refused when it is made. */
export const UNSET = '00000000-0000-0000-0000-000000000000';

/** Reads the variables the server reads too (src/api/config.ts), so that both agree. */
export function settingsFrom(
  variables: Readonly<Record<string, string | undefined>>,
  version: string,
): ManifestSettings {
  const clientId = variables['LASTMILE_CLIENT_ID'] || UNSET;
  return {
    origin: new URL(variables['LASTMILE_ORIGIN'] || 'https://localhost:8443').origin,
    clientId,
    appId: variables['LASTMILE_TEAMS_APP_ID'] || clientId,
    version,
  };
}
