import type { MiddlewareHandler } from 'hono';
import type { Config } from '../config.ts';

type HeaderSettings = Pick<Config, 'authorityOrigin' | 'frameAncestors' | 'publicOrigin'>;

const OFFICE_CDN = 'https://appsforoffice.microsoft.com';
/** teams-js asks here which hosts it may trust; without an answer it uses the list it was built with. */
const TEAMS_CDN = 'https://res.cdn.office.net';

const SIGN_IN_ANSWER = /^\/auth-redirect(\.html)?$/;

/** What every answer carries: who may frame us, what our pages may load, and nothing for sniffers. */
export function securityHeaders(config: HeaderSettings): MiddlewareHandler {
  const policy = contentSecurityPolicy(config);
  const local = new URL(config.publicOrigin).hostname === 'localhost';
  const secure = config.publicOrigin.startsWith('https:') && !local;
  return async (c, next) => {
    await next();
    c.res.headers.set('content-security-policy', policy);
    c.res.headers.set('x-content-type-options', 'nosniff');
    c.res.headers.set('referrer-policy', 'strict-origin-when-cross-origin');
    // Sign-in opens a popup that must find its way back; the page it comes back to must keep its opener.
    if (!SIGN_IN_ANSWER.test(c.req.path))
      c.res.headers.set('cross-origin-opener-policy', 'same-origin-allow-popups');
    if (secure) c.res.headers.set('strict-transport-security', 'max-age=31536000');
  };
}

function contentSecurityPolicy({ authorityOrigin, frameAncestors }: HeaderSettings): string {
  // Without a foreign host around us, as in the sandbox, nothing of Microsoft's is asked for.
  const hostLists = frameAncestors.length > 0 ? ` ${TEAMS_CDN}` : '';
  return [
    "default-src 'self'",
    `script-src 'self' ${OFFICE_CDN}`,
    // The component library writes its styles into the page.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    `font-src 'self' data: ${TEAMS_CDN} https://*.cdn.office.net`,
    `connect-src 'self' ${authorityOrigin} ${OFFICE_CDN}${hostLists}`,
    `frame-src 'self' ${authorityOrigin} ${OFFICE_CDN}`,
    `frame-ancestors 'self' ${frameAncestors.join(' ')}`.trim(),
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
  ].join('; ');
}
