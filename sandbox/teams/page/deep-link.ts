/** A place inside a Teams app: `https://teams.microsoft.com/l/entity/<app>/<page>?context={"subEntityId":…}`. */
export interface EntityLink {
  readonly appId: string;
  readonly pageId: string;
  readonly subPageId?: string;
}

const ENTITY = /^\/l\/entity\/([^/]+)\/([^/]+)\/?$/;

/** Reads an entity link; other Teams links (meetings, chats) and other addresses give undefined. */
export function readEntityLink(address: string): EntityLink | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const match = url.host === 'teams.microsoft.com' ? ENTITY.exec(url.pathname) : null;
  if (!match) return undefined;
  const subPageId = subEntityOf(url.searchParams.get('context'));
  return {
    appId: decodeURIComponent(match[1] ?? ''),
    pageId: decodeURIComponent(match[2] ?? ''),
    ...(subPageId === undefined ? {} : { subPageId }),
  };
}

export function entityLink(
  link: EntityLink,
  more: { readonly label?: string; readonly webUrl?: string } = {},
): string {
  const url = new URL(
    `https://teams.microsoft.com/l/entity/${encodeURIComponent(link.appId)}/${encodeURIComponent(link.pageId)}`,
  );
  if (more.webUrl !== undefined) url.searchParams.set('webUrl', more.webUrl);
  if (more.label !== undefined) url.searchParams.set('label', more.label);
  if (link.subPageId !== undefined) {
    url.searchParams.set('context', JSON.stringify({ subEntityId: link.subPageId }));
  }
  return url.href;
}

function subEntityOf(context: string | null): string | undefined {
  if (context === null) return undefined;
  try {
    const parsed = JSON.parse(context) as { readonly subEntityId?: unknown } | null;
    return typeof parsed?.subEntityId === 'string' ? parsed.subEntityId : undefined;
  } catch {
    // A damaged context opens the page without a sub-page, as Teams does.
    return undefined;
  }
}
