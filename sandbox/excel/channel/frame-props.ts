export interface FrameProps {
  readonly src: string;
  /** office.js reads from `window.name` where it is and whom to ask. */
  readonly name: string;
}

export interface FrameIdentity {
  readonly conversationId: string;
  readonly controlId: string;
  readonly hostOrigin: string;
  readonly locale: string;
}

/** The iframe's address and name; the address stays clean (office-host.md 3.2). */
export function frameProps(url: string, identity: FrameIdentity): FrameProps {
  const { conversationId, controlId, hostOrigin, locale } = identity;
  // Excel$Web$version$locale$correlation$isDialog$disableLogging$flags
  const hostInfo = ['Excel', 'Web', '16.00', locale, conversationId, '', '', '0'].join('$');
  const xdmInfo = [conversationId, controlId, hostOrigin].join('|');
  return {
    src: url,
    name: JSON.stringify({ baseFrameName: `_xdm_${controlId}`, hostInfo, xdmInfo, serializerVersion: '1' }),
  };
}
