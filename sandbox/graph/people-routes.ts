import type { Hono } from 'hono';
import { type Account, accounts, findAccount } from '../directory.ts';
import { demandRole } from './authorise.ts';
import {
  type GraphCall,
  type GraphEnvironment,
  type GraphWorld,
  contextUrl,
  preferOf,
} from './environment.ts';
import { userNotFound } from './graph-error.ts';
import { checkQuery, checkSelect, invalidQuery, paged, selected } from './odata.ts';

const MATCH = /^(mail|userPrincipalName|id) eq '((?:[^']|'')*)'$/;
/** What Graph returns when nothing is selected. */
const DEFAULT =
  'businessPhones,displayName,givenName,jobTitle,mail,mobilePhone,officeLocation,preferredLanguage,surname,userPrincipalName';
const USER_PROPERTIES = new Set([...DEFAULT.split(','), 'id', 'department', 'accountEnabled', 'userType']);

export function peopleRoutes(app: Hono<GraphEnvironment>, world: GraphWorld): void {
  app.get('/v1.0/users', (c) => listUsers(world, c));
  app.get('/v1.0/users/:user', (c) => getUser(world, c));
  app.get('/v1.0/users/:user/manager', (c) => getManager(world, c));
}

function listUsers(world: GraphWorld, c: GraphCall): Response {
  demandRole(c.var.roles, 'User.ReadBasic.All');
  checkQuery(c.req.query());
  const keep = userFilter(c.req.query('$filter'));
  const page = paged(accounts(world.directory).filter(keep), new URL(c.req.url), {
    ...preferOf(c),
    maxPageSize: preferOf(c).maxPageSize ?? 100,
  });
  const value = page.value.map((account) => selected(userView(account), select(c)));
  return c.json({ '@odata.context': contextUrl('users'), ...page, value });
}

function getUser(world: GraphWorld, c: GraphCall): Response {
  demandRole(c.var.roles, 'User.ReadBasic.All');
  const view = selected(userView(knownUser(world, c)), select(c));
  return c.json({ '@odata.context': contextUrl('users/$entity'), ...view });
}

function getManager(world: GraphWorld, c: GraphCall): Response {
  demandRole(c.var.roles, 'User.Read.All');
  const { managerOid } = knownUser(world, c);
  const manager = managerOid === undefined ? undefined : findAccount(world.directory, managerOid);
  if (!manager) throw userNotFound('manager');
  return c.json({
    '@odata.context': contextUrl('directoryObjects/$entity'),
    '@odata.type': '#microsoft.graph.user',
    ...selected(userView(manager), select(c)),
  });
}

function knownUser(world: GraphWorld, c: GraphCall): Account {
  const key = c.req.param('user') ?? '';
  const account = findAccount(world.directory, key);
  if (!account) throw userNotFound(key);
  return account;
}

function userFilter(filter: string | undefined): (account: Account) => boolean {
  if (filter === undefined) return () => true;
  const [, property, literal = ''] = MATCH.exec(filter) ?? [];
  if (property === undefined) throw invalidQuery(`The filter '${filter}' is not simulated.`);
  const wanted = literal.replaceAll("''", "'").toLowerCase();
  return (account) => (property === 'id' ? account.oid : account.mail.toLowerCase()) === wanted;
}

function select(c: GraphCall): string {
  checkSelect(c.req.query('$select'), USER_PROPERTIES);
  return c.req.query('$select') ?? DEFAULT;
}

function userView(account: Account): Record<string, unknown> {
  const [givenName = account.name, ...rest] = account.name.split(' ');
  return {
    id: account.oid,
    businessPhones: [],
    displayName: account.name,
    givenName,
    surname: rest.join(' ') || null,
    jobTitle: account.role ?? null,
    department: account.department ?? null,
    mail: account.mail,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: null,
    userPrincipalName: account.mail,
    accountEnabled: true,
    userType: 'Member',
  };
}
