import type { CommandIo } from './command.ts';
import { LEDGER_USAGE } from './ledger-usage.ts';

interface LedgerCommand {
  readonly usage: string;
  readonly run: (args: readonly string[], io: CommandIo) => Promise<number>;
}

/** The commands about the ledger. Each is loaded when it is called: a database is a lot to load. */
export const LEDGER_COMMANDS: { readonly [N in keyof typeof LEDGER_USAGE]: LedgerCommand } = {
  verify: {
    usage: LEDGER_USAGE.verify,
    run: async (args, io) => (await import('./verify.ts')).runVerify(args, io),
  },
  rebuild: {
    usage: LEDGER_USAGE.rebuild,
    run: async (args, io) => (await import('./rebuild.ts')).runRebuild(args, io),
  },
  export: {
    usage: LEDGER_USAGE.export,
    run: async (args, io) => (await import('./export.ts')).runExport(args, io),
  },
  import: {
    usage: LEDGER_USAGE.import,
    run: async (args, io) => (await import('./import.ts')).runImport(args, io),
  },
  'import-goals': {
    usage: LEDGER_USAGE['import-goals'],
    run: async (args, io) => (await import('./import-goals.ts')).runImportGoals(args, io),
  },
  'import-sheet': {
    usage: LEDGER_USAGE['import-sheet'],
    run: async (args, io) => (await import('./import-sheet.ts')).runImportSheet(args, io),
  },
  migrate: {
    usage: LEDGER_USAGE.migrate,
    run: async (args, io) => (await import('./migrate.ts')).runMigrate(args, io),
  },
};
