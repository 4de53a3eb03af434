import { readFile } from 'node:fs/promises';
import { runMap } from './map.ts';
import { EXIT, type CommandIo } from './command.ts';
import { LEDGER_COMMANDS } from './ledger-commands.ts';

type Command = (args: readonly string[], io: CommandIo) => Promise<number>;

/** One line per command; those about the ledger stand in `ledger-commands.ts`. Commands that load much are imported when they are called. */
const COMMANDS: Readonly<Record<string, { readonly usage: string; readonly run: Command }>> = {
  map: { usage: 'map WORKBOOK [--sheet NAME]', run: runMap },
  replay: {
    usage: 'replay FILE [--version NAME] [--as-of TIME]… [--price KPI:DAYS]… [--check]',
    run: async (args, io) => (await import('./replay.ts')).runReplay(args, io),
  },
  explain: {
    usage: 'explain FILE --kpi ID --as-of TIME [--version NAME] [--locale TAG]',
    run: async (args, io) => (await import('./explain.ts')).runExplain(args, io),
  },
  ...LEDGER_COMMANDS,
};

const USAGE = `usage:\n${Object.values(COMMANDS)
  .map(({ usage }) => `  lastmile ${usage}\n`)
  .join('')}`;

/** Runs `lastmile COMMAND ARGS…` and gives the exit code (see EXIT). */
export async function runLastmile(args: readonly string[], io: CommandIo): Promise<number> {
  const [name = '', ...rest] = args;
  if (name === '--help' || name === 'help') {
    io.stdout(USAGE);
    return EXIT.ok;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    io.stderr(`${name === '' ? '' : `Unknown command “${name}”.\n`}${USAGE}`);
    return EXIT.usage;
  }
  return command.run(rest, io);
}

/** The process as a command sees it. */
export const processIo: CommandIo = {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  readFile: (path) => readFile(path),
};
