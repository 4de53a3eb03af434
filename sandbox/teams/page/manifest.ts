import type { FrameContext } from './protocol.ts';

export interface StaticTab {
  readonly entityId: string;
  readonly name?: string;
  readonly contentUrl: string;
  readonly websiteUrl?: string;
  /** `personalTab`, `meetingSidePanel`, …; absent means a personal tab. */
  readonly context?: readonly string[];
}

/** The part of the app manifest that a host reads to show tabs. */
export interface TeamsManifest {
  readonly id: string;
  readonly staticTabs: readonly StaticTab[];
  /** Hosts, with port, that frames may show; `*.` covers one or more labels. */
  readonly validDomains: readonly string[];
  /** When true the host covers the page until it says `appLoaded`. */
  readonly showLoadingIndicator?: boolean;
}

const SURFACE: Readonly<Record<'content' | 'sidePanel', string>> = {
  content: 'personalTab',
  sidePanel: 'meetingSidePanel',
};

/** The declared tab, if the manifest lets it appear there. */
export function tabOf(
  manifest: TeamsManifest,
  pageId: string | undefined,
  frame: 'content' | 'sidePanel',
): StaticTab {
  const tab = manifest.staticTabs.find((one) => pageId === undefined || one.entityId === pageId);
  if (!tab) throw new Error(`the manifest has no static tab '${pageId ?? ''}'`);
  const contexts = tab.context ?? ['personalTab'];
  if (!contexts.includes(SURFACE[frame])) {
    throw new Error(`the manifest does not let '${tab.entityId}' appear as ${SURFACE[frame]}`);
  }
  return tab;
}

/** Refuses a page outside `validDomains`, and any page that is not https. */
export function checkedUrl(manifest: TeamsManifest, address: string, frame: FrameContext): URL {
  const url = new URL(address);
  if (url.protocol !== 'https:') throw new Error(`a ${frame} page must be https: ${address}`);
  if (!manifest.validDomains.some((pattern) => covers(pattern, url.host))) {
    throw new Error(`${url.host} is not in the manifest's validDomains`);
  }
  return url;
}

function covers(pattern: string, host: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}
