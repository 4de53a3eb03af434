import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { PATHS, type RouteName } from '../../contract/paths.ts';
import { PROBLEM_STATUS, problemSchema } from '../../contract/problem.ts';
import { problemsOf, ROUTES } from '../../contract/routes.ts';
import { groupBy } from '../../domain/group-by.ts';
import type { z } from 'zod';

export type OpenApiDocument = ReturnType<OpenAPIHono['getOpenAPI31Document']>;

interface RouteShape {
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly response: z.ZodType;
  readonly open?: boolean;
}

/** The contract as OpenAPI 3.1, made from the very schemas that check requests. */
export function openApiDocument(origin: string): OpenApiDocument {
  const app = new OpenAPIHono();
  const registry = app.openAPIRegistry;
  registry.registerComponent('securitySchemes', 'entra', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
  });
  for (const name of Object.keys(PATHS) as RouteName[]) registry.registerPath(routeOf(name, ROUTES[name]));
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Lastmile',
      version: '1',
      description: 'Computed status, booked recalibrations, priced delays.',
    },
    servers: [{ url: origin }],
  });
  return withPlainPatterns(document);
}

function routeOf(name: RouteName, shape: RouteShape) {
  const { params, query, body } = shape;
  return createRoute({
    method: PATHS[name].method,
    path: PATHS[name].path,
    operationId: name,
    summary: shape.summary,
    ...(shape.open ? {} : { security: [{ entra: ['access_as_user'] }] }),
    request: {
      ...(params ? { params } : {}),
      ...(query ? { query } : {}),
      ...(body ? { body: { required: true, content: { 'application/json': { schema: body } } } } : {}),
    },
    responses: {
      200: { description: 'Done', content: { 'application/json': { schema: shape.response } } },
      ...problemResponses(name),
    },
  });
}

/** One response a status, with the codes it stands for. */
function problemResponses(name: RouteName) {
  const byStatus = groupBy(problemsOf(name), (code) => PROBLEM_STATUS[code]);
  const content = { 'application/problem+json': { schema: problemSchema } };
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [status, { description: codes.join(', '), content }]),
  );
}

/** The generator writes a pattern with flags as `^…$/u`; JSON Schema patterns are unicode without saying so. */
function withPlainPatterns(document: OpenApiDocument): OpenApiDocument {
  const text = JSON.stringify(document, (key, value: unknown) =>
    key === 'pattern' && typeof value === 'string' ? value.replace(/^\/?(.*?)\/[a-z]+$/, '$1') : value,
  );
  return JSON.parse(text) as OpenApiDocument;
}
