import type { OpenApiDocument } from './open-api.ts';

interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly security?: unknown;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: unknown }>> };
  readonly responses: Readonly<
    Record<
      string,
      { readonly description?: string; readonly content?: Readonly<Record<string, { schema: unknown }>> }
    >
  >;
}

/** The contract as one readable page, made from the OpenAPI document; loads nothing from anywhere. */
export function docsPage(document: OpenApiDocument): string {
  const paths = Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({
      path,
      method,
      operation,
    })),
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Lastmile API</title><style>${STYLE}</style></head><body><main>
<h1>Lastmile API</h1>
<p>OpenAPI 3.1: <a href="/openapi.json">/openapi.json</a>. Errors are problem details (RFC 9457) with a stable code.
A POST may carry an <code>Idempotency-Key</code>: the same key with the same body gets the same answer.</p>
<ul>${paths.map(({ path, method, operation }) => `<li><a href="#${escape(operation.operationId ?? '')}">${escape(method.toUpperCase())} ${escape(path)}</a></li>`).join('')}</ul>
${paths.map(section).join('\n')}
<h2 id="schemas">Schemas</h2>
${Object.entries(document.components?.schemas ?? {})
  .map(([name, schema]) => schemaSection(name, schema))
  .join('\n')}
</main></body></html>`;
}

function section({
  path,
  method,
  operation,
}: {
  path: string;
  method: string;
  operation: Operation;
}): string {
  const parameters = (operation.parameters ?? []).map(
    (p) => `<li><code>${escape(p.name)}</code> in ${escape(p.in)}${p.required ? ', required' : ''}</li>`,
  );
  const body = operation.requestBody?.content['application/json']?.schema;
  const reply = operation.responses['200']?.content?.['application/json']?.schema;
  return `<section id="${escape(operation.operationId ?? '')}"><h2>${escape(operation.summary ?? '')}</h2>
<p><code>${escape(method.toUpperCase())} ${escape(path)}</code>${operation.security ? '' : ', without a token'}</p>
${parameters.length > 0 ? `<ul>${parameters.join('')}</ul>` : ''}
${body === undefined ? '' : `<h3>Takes</h3>${shape(body)}`}
<h3>Gives</h3>${shape(reply)}
<h3>Or refuses</h3><ul>${refusals(operation).join('')}</ul></section>`;
}

function refusals({ responses }: Operation): readonly string[] {
  return Object.entries(responses)
    .filter(([status]) => status !== '200')
    .map(
      ([status, { description = '' }]) => `<li><code>${escape(status)}</code> ${escape(description)}</li>`,
    );
}

function schemaSection(name: string, schema: unknown): string {
  return `<details id="schema-${escape(name)}"><summary>${escape(name)}</summary>${shape(schema)}</details>`;
}

function shape(schema: unknown): string {
  const text = escape(JSON.stringify(schema, null, 2) ?? '');
  return `<pre>${text.replaceAll(/#\/components\/schemas\/(\w+)/g, '<a href="#schema-$1">$1</a>')}</pre>`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const STYLE = `body{font:14px/1.45 "Segoe UI",system-ui,sans-serif;margin:0;color:#242424;background:#fff}
main{max-width:60rem;margin:0 auto;padding:32px 16px}h1{font-size:24px}h2{font-size:18px;margin-top:40px}h3{font-size:14px}
pre{background:#f5f5f5;padding:12px;overflow:auto;max-height:28rem;border-radius:4px}a{color:#4f52b2}
summary{cursor:pointer;padding:4px 0}li{margin:2px 0}`;
