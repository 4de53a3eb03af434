import type { Sheet } from '../../model/sheet.ts';
import type { Arguments } from '../arguments.ts';
import { record } from '../arguments.ts';
import { accessDenied, HostError } from '../host-error.ts';
import type { Session } from '../session.ts';
import type { WireClass } from '../wire-class.ts';

const NOTHING_ALLOWED = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: 'Normal',
};

export const worksheetProtectionClass: WireClass<Sheet> = {
  scalars: {
    Protected: { get: (sheet) => sheet.protection !== undefined },
    Options: { get: (sheet) => sheet.protection?.options ?? NOTHING_ALLOWED },
  },
  methods: { Protect: protect, Unprotect: unprotect },
};

/** Protecting twice is refused (platform.md D5). */
function protect(sheet: Sheet, args: Arguments, { workbook }: Session): void {
  if (sheet.protection !== undefined)
    throw new HostError('InvalidOperation', 'The worksheet is already protected.');
  const options = { ...NOTHING_ALLOWED, ...(args.given(0) ? record(args.raw(0)) : {}) };
  sheet.protection = args.given(1) && args.text(1) !== '' ? { options, password: args.text(1) } : { options };
  workbook.emit({ kind: 'protection', sheet });
}

function unprotect(sheet: Sheet, args: Arguments, { workbook }: Session): void {
  const password = sheet.protection?.password;
  if (password !== undefined && (!args.given(0) || args.text(0) !== password)) throw accessDenied();
  sheet.protection = undefined;
  workbook.emit({ kind: 'protection', sheet });
}
