/** One request and its answer, in the shape the contract validator reads (one per line of a JSONL file). */
export interface Exchange {
  readonly id: string;
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly requestBody?: unknown;
  readonly status: number;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly responseBody?: unknown;
}

export interface Recorded {
  readonly id: number;
  readonly at: number;
  readonly request: Request;
  readonly requestText: string;
  readonly response: Response;
  readonly responseText: string;
}

export function exchangeOf(recorded: Recorded): Exchange {
  const url = new URL(recorded.request.url);
  const requestBody = parsed(recorded.requestText);
  const responseBody = parsed(recorded.responseText);
  return {
    id: `#${recorded.id} ${recorded.request.method} ${url.pathname}`,
    at: new Date(recorded.at).toISOString(),
    method: recorded.request.method,
    path: url.pathname + url.search,
    requestHeaders: headersOf(recorded.request.headers),
    ...(requestBody === undefined ? {} : { requestBody }),
    status: recorded.response.status,
    responseHeaders: headersOf(recorded.response.headers),
    ...(responseBody === undefined ? {} : { responseBody }),
  };
}

/** Recorded exchanges as JSON lines. */
export function toJsonLines(exchanges: readonly Exchange[]): string {
  return exchanges.map((exchange) => `${JSON.stringify(exchange)}\n`).join('');
}

/** Tokens are not kept. */
function headersOf(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    [...headers].map(([name, value]) => [
      name,
      name === 'authorization' ? value.replace(/ .*/, ' redacted') : value,
    ]),
  );
}

function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // What is not JSON is recorded as it came; the validator reports it.
    return text;
  }
}
