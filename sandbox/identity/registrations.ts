import type { JWK } from 'jose';
import type { Directory } from '../directory.ts';

/** The front ends' and the API's registration: a single-page application that exposes one scope. */
export interface SpaRegistration {
  readonly kind: 'spa';
  readonly clientId: string;
  /** Compared as whole strings, as Entra does. `brk-multihub://<host>` lets a hub act as broker for that host. */
  readonly redirectUris: readonly string[];
  /** Full scope to the short name in `scp`. */
  readonly scopes: ReadonlyMap<string, string>;
}

/** A daemon with application permissions and no user. */
export interface DaemonRegistration {
  readonly kind: 'daemon';
  readonly clientId: string;
  readonly secret: string;
  readonly assertionKeys: readonly JWK[];
  readonly graphRoles: readonly string[];
}

export type Registration = SpaRegistration | DaemonRegistration;

export interface RegistrationOptions {
  readonly origin: string;
  readonly directory: Directory;
  readonly clientId: string;
  /** Further registered redirect URIs beside `<origin>/auth-redirect.html` and `brk-multihub://<host>`. */
  readonly redirectUris?: readonly string[];
  readonly graphRoles?: readonly string[];
  /** Public keys whose signed assertions may stand in for the daemon's secret. */
  readonly assertionKeys?: readonly JWK[];
}

/** Least privilege of the server (DESIGN.md 4, reference platform A1). */
export const GRAPH_ROLES: readonly string[] = [
  'Calendars.ReadWrite',
  'User.Read.All',
  'MailboxSettings.Read',
  'TeamsActivity.Send',
];

export function registrationsOf(options: RegistrationOptions): ReadonlyMap<string, Registration> {
  const { graphClient } = options.directory;
  const spa: SpaRegistration = {
    kind: 'spa',
    clientId: options.clientId,
    redirectUris: [
      `${options.origin}/auth-redirect.html`,
      brokerRedirect(options.origin),
      ...(options.redirectUris ?? []),
    ],
    scopes: new Map([[`api://${options.clientId}/access_as_user`, 'access_as_user']]),
  };
  const daemon: DaemonRegistration = {
    kind: 'daemon',
    clientId: graphClient.clientId,
    secret: graphClient.secret,
    assertionKeys: options.assertionKeys ?? [],
    graphRoles: options.graphRoles ?? GRAPH_ROLES,
  };
  return new Map<string, Registration>([
    [spa.clientId, spa],
    [daemon.clientId, daemon],
  ]);
}

/** The redirect URI a nested app needs for a hub to broker it: its own origin, without a path. */
export function brokerRedirect(origin: string): string {
  return `brk-multihub://${new URL(origin).host}`;
}
