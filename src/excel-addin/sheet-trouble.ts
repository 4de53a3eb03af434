import { err, ok, type Result } from '../domain/result.ts';

/** Why Excel would not do something, in words for the person at the sheet. */
export interface SheetTrouble {
  readonly title: string;
  readonly message: string;
}

const PROTECTED: SheetTrouble = {
  title: 'This sheet is protected',
  message:
    'Lastmile writes only into its own columns beside the table. Unprotect the sheet, then read it again. What was sent is safe.',
};
const EDITING: SheetTrouble = {
  title: 'A cell is being edited',
  message: 'Finish the cell with Enter or Escape, then read the sheet again. What was sent is safe.',
};

/** Excel's error codes that have a cure; see platform.md D5 and D2. */
const BY_CODE: Readonly<Record<string, SheetTrouble>> = {
  AccessDenied: PROTECTED,
  InvalidOperation: PROTECTED,
  InvalidOperationInCellEditMode: EDITING,
  ItemNotFound: {
    title: 'The sheet is not there any more',
    message: 'It was deleted or renamed. Open the sheet with your KPIs, then read it again.',
  },
};

/** Does something in Excel, which tells every refusal by throwing. */
export async function inSheet<T>(work: () => Promise<T>): Promise<Result<T, SheetTrouble>> {
  try {
    return ok(await work());
  } catch (error) {
    const code = codeOf(error);
    // Without a code it is no refusal of Excel but a mistake of ours.
    if (code === null) throw error;
    return err(BY_CODE[code] ?? unknownTrouble(code));
  }
}

function unknownTrouble(code: string): SheetTrouble {
  return {
    title: 'Excel did not do this',
    message: `Excel answered ${code}. What was sent is safe; read the sheet again.`,
  };
}

function codeOf(error: unknown): string | null {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : null;
}
