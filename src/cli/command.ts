/** What a command may touch of the world, so that tests run it in process. */
export interface CommandIo {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly readFile: (path: string) => Promise<Buffer>;
}

/** The exit codes of every command. */
export const EXIT = {
  ok: 0,
  /** A check was asked for and found differences. */
  checkFailed: 1,
  /** Wrong arguments, or a file that cannot be read or breaks its format. */
  usage: 2,
  /** `map`: the sheet has no table of records. */
  noTable: 3,
} as const;
