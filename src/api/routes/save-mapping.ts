import { ok } from '../../domain/result.ts';
import { canonicalJson } from '../ledger/canonical-json.ts';
import type { Handler } from '../http/handler.ts';
import { presentWorkbook } from '../present/present-workbook.ts';
import { viewFor } from '../view.ts';

/** Remembers how a workbook reads; the same mapping again is not written twice. */
export const saveMapping: Handler<'saveMapping'> = async (context, call) => {
  const { caller, body: mapping } = call;
  const { workbook } = call.params;
  await context.tenants.accept(caller.tenant, ({ state }) => {
    const known = state.workbooks.get(workbook)?.mapping ?? null;
    const same = canonicalJson(known) === canonicalJson(mapping);
    const event = { type: 'mapping-saved', v: 1, data: { workbook, mapping } } as const;
    return { drafts: same ? [] : [{ actor: caller.person.id, event }], result: null };
  });
  return ok(presentWorkbook(await viewFor(context, call), workbook));
};
