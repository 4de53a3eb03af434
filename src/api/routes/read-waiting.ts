import { ok } from '../../domain/result.ts';
import type { Handler } from '../http/handler.ts';
import { presentWaiting } from '../present/present-waiting.ts';
import { viewFor } from '../view.ts';

/** What waits for the reader, dearest first. SCREENS.md 01. */
export const readWaiting: Handler<'readWaiting'> = async (context, call) => {
  return ok(presentWaiting(await viewFor(context, call, call.query.asOf)));
};
