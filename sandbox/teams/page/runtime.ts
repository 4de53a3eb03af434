/** The capabilities a host announces. The library refuses every call whose capability is missing here. */
export interface HostRuntime {
  readonly apiVersion: 4;
  readonly isLegacyTeams: boolean;
  readonly isNAAChannelRecommended: boolean;
  readonly hostVersionsInfo: Readonly<Record<string, unknown>>;
  readonly supports: {
    /** With `notifySuccessResponse` the library waits for an answer to its success message. */
    readonly app?: { readonly notifySuccessResponse?: object };
    readonly nestedAppAuth?: object;
    readonly [capability: string]: object | undefined;
  };
}

/** Exactly what this host answers; a capability belongs here once its calls do. */
export const RUNTIME: HostRuntime = {
  apiVersion: 4,
  isLegacyTeams: false,
  isNAAChannelRecommended: true,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  supports: {
    app: { notifySuccessResponse: {} },
    dialog: { url: {}, update: {} },
    nestedAppAuth: {},
    pages: { currentApp: {} },
  },
};

/** A host from before nested app authentication. */
export function withoutNestedAppAuth(runtime: HostRuntime): HostRuntime {
  const { nestedAppAuth: _dropped, ...supports } = runtime.supports;
  return { ...runtime, isNAAChannelRecommended: false, supports };
}
