import { callMethod } from './call-method.ts';
import { HostError, notImplemented } from './host-error.ts';
import { classOf, identityOf, queryObject } from './query.ts';
import { Paths } from './paths.ts';
import { isRemote, type Remote } from './remote.ts';
import type { Session } from './session.ts';
import { ActionType, type Action, type Batch, type BatchAnswer, type BatchError } from './wire.ts';

/**
 * Runs one batch in order. The first failure ends it: earlier effects stay and earlier results are returned,
 * as in Excel (office-host.md 3.5).
 */
export function executeBatch(batch: Batch, session: Session): BatchAnswer {
  const paths = new Paths(batch, session);
  const results: { ActionId: number; Value: unknown }[] = [];
  const traces: number[] = [];
  for (const [index, action] of batch.Actions.entries()) {
    try {
      if (action.ActionType === ActionType.trace) traces.push(action.Id);
      results.push({ ActionId: action.Id, Value: runAction(action, paths, session) });
    } catch (error) {
      return { Results: results, TraceIds: traces, Error: batchError(error, index, batch) };
    }
  }
  return { Results: results, TraceIds: traces };
}

function runAction(action: Action, paths: Paths, session: Session): unknown {
  if (action.ActionType === ActionType.trace) return null;
  const object = paths.resolve(action.ObjectPathId);
  if (object === null) return null;
  switch (action.ActionType) {
    case ActionType.instantiate:
    case ActionType.ensureUnchanged:
      return identityOf(object, session);
    case ActionType.query:
    case ActionType.recursiveQuery:
      return queryObject(object, action.QueryInfo ?? {}, session);
    case ActionType.queryAsJson:
      return camelled(queryObject(object, action.QueryInfo ?? {}, session));
    case ActionType.method:
      return runMethod(object, action, paths, session);
    case ActionType.setProperty:
      return setProperty(object, action.Name ?? '', paths.arguments(action.ArgumentInfo).raw(0), session);
    case ActionType.update:
      return update(object, action.ObjectState ?? {}, session);
    default:
      throw notImplemented(`Action type ${action.ActionType}`);
  }
}

function runMethod(object: Remote, action: Action, paths: Paths, session: Session): unknown {
  if (action.Name === '_KeepReference') {
    session.keep(object);
    return null;
  }
  const result = callMethod(object, action.Name ?? '', paths.arguments(action.ArgumentInfo), session);
  return isRemote(result) ? identityOf(result, session) : (result ?? null);
}

function setProperty(object: Remote, name: string, value: unknown, session: Session): null {
  const { scalars = {} } = classOf(object);
  const scalar = Object.hasOwn(scalars, name) ? scalars[name] : undefined;
  if (scalar?.set === undefined) throw notImplemented(`Setting ${object.className}.${name}`);
  scalar.set(object.target, value, session);
  return null;
}

/** `object.set({...})`: nested objects are set on the parts they name. */
function update(object: Remote, state: Readonly<Record<string, unknown>>, session: Session): null {
  const { navigation = {} } = classOf(object);
  for (const [key, value] of Object.entries(state)) {
    const name = key.slice(0, 1).toUpperCase() + key.slice(1);
    const part = Object.hasOwn(navigation, name) ? navigation[name]?.(object.target, session) : undefined;
    if (part) update(part, value as Readonly<Record<string, unknown>>, session);
    else setProperty(object, name, value, session);
  }
  return null;
}

function camelled(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return answer;
  const { _Items: items, ...rest } = answer as Record<string, unknown>;
  if (Array.isArray(items)) return { items: items.map(camelled) };
  const entries = Object.entries(rest).map(([key, value]) => [
    key.slice(0, 1).toLowerCase() + key.slice(1),
    camelled(value),
  ]);
  return Object.fromEntries(entries);
}

function batchError(error: unknown, index: number, batch: Batch): BatchError {
  // A mistake of the simulator itself must surface as one, not pass for Excel's refusal.
  if (!(error instanceof HostError)) throw error;
  const action = batch.Actions[index];
  const path = action === undefined ? undefined : batch.ObjectPaths[String(action.ObjectPathId)];
  const location = [path?.Name, action?.Name].filter((part) => part !== undefined && part !== '').join('.');
  return {
    Code: error.code,
    Message: error.message,
    HttpStatusCode: error.status,
    ActionIndex: index,
    Location: location,
  };
}
