import { ok } from '../../domain/result.ts';
import type { Handler } from '../http/handler.ts';

/** How to sign in; the one answer that needs no token. */
export const readClientConfig: Handler<'readClientConfig'> = async ({ config }) => {
  const { clientId, tenants, authorityOrigin, trustedHostOrigins, teamsAppId } = config;
  const only = tenants.length === 1 ? tenants[0] : undefined;
  return ok({
    clientId,
    authority: `${authorityOrigin}/${only ?? 'organizations'}`,
    scope: `api://${clientId}/access_as_user`,
    knownAuthorities: [new URL(authorityOrigin).host],
    trustedHostOrigins: [...trustedHostOrigins],
    teamsAppId,
  });
};
