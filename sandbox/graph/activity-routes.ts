import type { Hono } from 'hono';
import { z } from 'zod';
import { demandRole } from './authorise.ts';
import {
  type GraphCall,
  type GraphEnvironment,
  type GraphWorld,
  anyMailbox,
  jsonBody,
} from './environment.ts';
import { GraphError } from './graph-error.ts';

const notification = z.strictObject({
  topic: z.strictObject({
    source: z.enum(['text', 'entityUrl']),
    value: z.string().min(1),
    webUrl: z.string().optional(),
  }),
  activityType: z.string().min(1),
  chainId: z.number().int().optional(),
  previewText: z.strictObject({ content: z.string(), contentType: z.enum(['text', 'html']).optional() }),
  teamsAppId: z.string().optional(),
  templateParameters: z.array(z.strictObject({ name: z.string(), value: z.string() })).default([]),
});

type Notification = z.infer<typeof notification>;

export function activityRoutes(app: Hono<GraphEnvironment>, world: GraphWorld): void {
  app.post('/v1.0/users/:user/teamwork/sendActivityNotification', (c) => sendActivity(world, c));
}

async function sendActivity(world: GraphWorld, c: GraphCall): Promise<Response> {
  demandRole(c.var.roles, 'TeamsActivity.Send');
  const box = anyMailbox(world, c);
  const sent = read(await jsonBody(c));
  checkTopic(sent);
  checkType(world, sent);
  if (!box.appInstalled) {
    throw new GraphError(
      403,
      'Forbidden',
      `Application with AAD App Id '${world.directory.graphClient.clientId}' is not authorized to generate custom text notifications about '${sent.activityType}' to the recipient. Ensure that the expected Teams app is installed in the target scope (user, team, or chat).`,
    );
  }
  world.state.activities.push({
    to: box.address,
    at: world.now(),
    activityType: sent.activityType,
    preview: sent.previewText.content,
    topic: sent.topic.value,
    parameters: Object.fromEntries(sent.templateParameters.map(({ name, value }) => [name, value])),
    ...(sent.topic.webUrl === undefined ? {} : { webUrl: sent.topic.webUrl }),
    ...(sent.chainId === undefined ? {} : { chainId: sent.chainId }),
  });
  return c.body(null, 204);
}

function read(body: unknown): Notification {
  const parsed = notification.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw refused(`${issue?.path.join('/') ?? ''}: ${issue?.message ?? ''}`);
}

function checkTopic({ topic }: Notification): void {
  if (topic.source === 'text' && !topic.webUrl?.startsWith('https://teams.microsoft.com/l/')) {
    throw refused('topic.webUrl must be a Teams deep link when topic.source is text.');
  }
  if (topic.source === 'entityUrl' && !topic.value.startsWith('https://graph.microsoft.com/')) {
    throw refused('topic.value must be a Microsoft Graph URL when topic.source is entityUrl.');
  }
}

function checkType(world: GraphWorld, sent: Notification): void {
  const names = new Set(sent.templateParameters.map((parameter) => parameter.name));
  if (names.has('actor')) throw refused("The template parameter 'actor' is reserved.");
  if (sent.activityType === 'systemDefault') {
    if (!names.has('systemDefaultText')) throw refused('systemDefault needs systemDefaultText.');
  } else if (!world.activityTypes.includes(sent.activityType)) {
    throw refused(`The activity type '${sent.activityType}' is not declared in the app manifest.`);
  }
}

function refused(message: string): GraphError {
  return new GraphError(400, 'BadRequest', message);
}
