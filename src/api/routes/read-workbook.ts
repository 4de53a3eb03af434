import { ok } from '../../domain/result.ts';
import type { Handler } from '../http/handler.ts';
import { presentWorkbook } from '../present/present-workbook.ts';
import { viewFor } from '../view.ts';

/** How a workbook reads and what its KPIs say; an unknown workbook has no mapping and no KPIs yet. */
export const readWorkbook: Handler<'readWorkbook'> = async (context, call) => {
  return ok(presentWorkbook(await viewFor(context, call), call.params.workbook));
};
