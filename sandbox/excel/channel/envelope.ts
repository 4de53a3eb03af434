/** The messages between host page and pane: JSON texts over postMessage (office-host.md 3.3). */

export const MessageKind = { request: 0, answer: 1 } as const;
export const RequestAction = { call: 0, register: 1, unregister: 2 } as const;

export interface PaneRequest {
  readonly _messageType: number;
  readonly _actionType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: unknown;
  readonly _data: unknown;
}

export interface HostMessage {
  readonly _messageType: 1;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: unknown;
  readonly _origin: string;
  readonly _data: unknown;
  readonly _errorCode: number;
  /** 0 is an answer, 1 an event. */
  readonly _responseType: 0 | 1;
  readonly _serializerVersion: 1;
}

/** A request of this conversation, or undefined for everything else a window receives. */
export function readRequest(data: unknown, conversationId: string): PaneRequest | undefined {
  if (typeof data !== 'string' || !data.startsWith('{')) return undefined;
  let message: Partial<PaneRequest>;
  try {
    message = JSON.parse(data) as Partial<PaneRequest>;
  } catch {
    // Other scripts post texts of their own; they are none of ours.
    return undefined;
  }
  const ours = message._conversationId === conversationId && message._messageType === MessageKind.request;
  return ours && typeof message._actionName === 'string' ? (message as PaneRequest) : undefined;
}

export function hostMessage(
  to: Pick<PaneRequest, '_actionName' | '_conversationId' | '_correlationId'>,
  origin: string,
  content: { readonly data: unknown; readonly event: boolean },
): HostMessage {
  return {
    _messageType: 1,
    _actionName: to._actionName,
    _conversationId: to._conversationId,
    _correlationId: to._correlationId,
    _origin: origin,
    _data: content.data,
    _errorCode: 0,
    _responseType: content.event ? 1 : 0,
    _serializerVersion: 1,
  };
}
