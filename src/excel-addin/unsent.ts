import type { CheckInLine } from '../contract/check-in-batch.ts';

/** Check-ins that could not be sent: kept on this device per workbook and person, sent once when there is a way. */
export interface UnsentStore {
  readonly list: () => readonly CheckInLine[];
  readonly keep: (lines: readonly CheckInLine[]) => void;
  readonly forget: (ids: readonly string[]) => void;
}

/** `storage` may be full or forbidden: then keeping fails loudly, and the pane says that nothing was kept. */
export function unsentStore(
  storage: Storage,
  scope: { readonly workbook: string; readonly person: string },
): UnsentStore {
  const key = `lastmile.unsent.${scope.workbook}.${scope.person}`;
  const list = (): readonly CheckInLine[] => {
    const text = storage.getItem(key);
    return text === null ? [] : (JSON.parse(text) as CheckInLine[]);
  };
  return {
    list,
    keep: (lines) => {
      const known = list().filter(({ id }) => !lines.some((line) => line.id === id));
      storage.setItem(key, JSON.stringify([...known, ...lines]));
    },
    forget: (ids) => {
      const left = list().filter(({ id }) => !ids.includes(id));
      if (left.length === 0) storage.removeItem(key);
      else storage.setItem(key, JSON.stringify(left));
    },
  };
}
