/** How each command about the ledger is called, after `lastmile`. */
export const LEDGER_USAGE = {
  verify: 'verify [--data FOLDER | --database URL] [--tenant T] [--head SEQ:HASH]',
  rebuild: 'rebuild [--data FOLDER | --database URL] [--tenant T]',
  export: 'export --out FILE [--xlsx] [--tenant T] [--data FOLDER | --database URL]',
  import: 'import FILE [--check] [--data FOLDER | --database URL]',
  'import-goals': 'import-goals WORKBOOK [--dry-run] [--tenant T] [--data FOLDER | --database URL]',
  'import-sheet':
    'import-sheet WORKBOOK --initiative I [--sheet NAME] [--dry-run] [--tenant T] [--data FOLDER | --database URL]',
  migrate: 'migrate --to DATABASE_URL [--data FOLDER]',
} as const;
