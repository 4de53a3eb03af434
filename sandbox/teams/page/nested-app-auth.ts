import type { BrokerAnswer, BrokerRequest, BrokerStatus } from '../../identity/broker.ts';

/** Who the host is signed in as. */
export interface HostPerson {
  readonly oid: string;
  readonly mail: string;
  readonly name: string;
}

export type TokenBroker = (request: BrokerRequest) => Promise<BrokerAnswer>;

export interface BridgeContext {
  readonly person: HostPerson;
  readonly tenantId: string;
  /** Host and port of the authority; MSAL refuses an account without it. */
  readonly environment: string;
  /** The asking frame's origin. */
  readonly origin: string;
  readonly broker: TokenBroker;
}

interface BridgeRequest {
  readonly method: string;
  readonly requestId: string;
  readonly tokenParams?: { readonly clientId: string; readonly scope: string };
}

type BridgeOutcome = Readonly<Record<string, unknown>> & { readonly success: boolean };

/**
 * Answers one MSAL message of the nested app bridge; both are JSON texts. The authority is not part of a request, so
 * the tenant is whatever the host is signed in to.
 */
export async function answerBridge(context: BridgeContext, message: string): Promise<string> {
  const request = JSON.parse(message) as BridgeRequest;
  const outcome = await outcomeOf(context, request);
  return JSON.stringify({
    messageType: 'NestedAppAuthResponse',
    requestId: request.requestId,
    ...outcome,
  });
}

async function outcomeOf(context: BridgeContext, request: BridgeRequest): Promise<BridgeOutcome> {
  if (request.method === 'GetInitContext') return { success: true, initContext: initContext(context) };
  const interactive = request.method === 'GetTokenPopup';
  if (!interactive && request.method !== 'GetToken') {
    return failure('NESTED_APP_AUTH_UNAVAILABLE', `The host does not know ${request.method}.`);
  }
  if (!request.tokenParams) return failure('PERSISTENT_ERROR', 'The request names no client.');
  const { clientId, scope } = request.tokenParams;
  const { person, origin } = context;
  const answer = await context.broker({ clientId, scope, personOid: person.oid, origin, interactive });
  if (!answer.ok) return { success: false, error: answer.error };
  return { success: true, token: answer.token, account: answer.account };
}

function initContext(context: BridgeContext): Readonly<Record<string, unknown>> {
  const { person, tenantId, environment } = context;
  return {
    sdkName: 'lastmile-sandbox',
    sdkVersion: '1.0.0',
    capabilities: {},
    accountContext: { homeAccountId: `${person.oid}.${tenantId}`, environment, tenantId },
  };
}

function failure(status: BrokerStatus, description: string): BridgeOutcome {
  return { success: false, error: { status, code: status.toLowerCase(), description } };
}
