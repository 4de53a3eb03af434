import type { ClientSecretCredentialOptions } from '@azure/identity';

type HttpClient = NonNullable<ClientSecretCredentialOptions['httpClient']>;
type PipelineRequest = Parameters<HttpClient['sendRequest']>[0];
type PipelineResponse = Awaited<ReturnType<HttpClient['sendRequest']>>;

/** Carries @azure/identity's requests to a simulator in this process: no port, no certificate. */
export function inProcessHttpClient(target: { fetch(request: Request): Promise<Response> }): HttpClient {
  return { sendRequest: async (request) => answered(request, await target.fetch(asRequest(request))) };
}

function asRequest(request: PipelineRequest): Request {
  return new Request(request.url, {
    method: request.method,
    headers: request.headers.toJSON(),
    ...(typeof request.body === 'string' ? { body: request.body } : {}),
  });
}

async function answered(request: PipelineRequest, response: Response): Promise<PipelineResponse> {
  const headers = new Map([...response.headers].map(([name, value]) => [name.toLowerCase(), value]));
  return {
    request,
    status: response.status,
    bodyAsText: await response.text(),
    headers: {
      get: (name) => headers.get(name.toLowerCase()),
      has: (name) => headers.has(name.toLowerCase()),
      set: (name, value) => void headers.set(name.toLowerCase(), String(value)),
      delete: (name) => void headers.delete(name.toLowerCase()),
      toJSON: () => Object.fromEntries(headers),
      [Symbol.iterator]: () => headers[Symbol.iterator](),
    },
  };
}
