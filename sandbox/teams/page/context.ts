import type { AppFrame } from './app-frame.ts';
import type { HostPerson } from './nested-app-auth.ts';
import type { Theme } from './protocol.ts';

/** The flat context of the first protocol version: still what travels; the library reshapes it. */
export type FlatContext = Readonly<Record<string, unknown>>;

export interface ContextFacts {
  readonly appId: string;
  readonly tenantId: string;
  readonly person: HostPerson;
  readonly theme: Theme;
}

/** What a page is told about itself. A hint only: who somebody is, the token says. */
export function flatContext(frame: AppFrame, facts: ContextFacts): FlatContext {
  const { person } = facts;
  return {
    locale: 'en-gb',
    theme: facts.theme,
    hostName: 'Teams',
    hostClientType: 'web',
    ringId: 'general',
    sessionId: 'sandbox-session',
    appSessionId: 'sandbox-app-session',
    appId: facts.appId,
    entityId: frame.pageId,
    subEntityId: frame.subPageId ?? '',
    frameContext: frame.context,
    isFullScreen: false,
    isMultiWindow: false,
    userLicenseType: 'Unknown',
    tid: facts.tenantId,
    userObjectId: person.oid,
    userPrincipalName: person.mail,
    upn: person.mail,
    loginHint: person.mail,
    userDisplayName: person.name,
    ...(frame.meetingId === undefined
      ? {}
      : { meetingId: frame.meetingId, chatId: `19:meeting_${frame.meetingId}@thread.v2` }),
  };
}
