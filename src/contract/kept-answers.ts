import { AS_OF_HEADER } from './paths.ts';

/** An answer that may still stand: asked with its tag, the API says whether it does. */
export interface KeptAnswer {
  readonly tag: string;
  readonly value: unknown;
}

/** The last answers that had a tag, by path. */
export interface KeptAnswers {
  readonly of: (path: string) => KeptAnswer | undefined;
  readonly keep: (path: string, answer: KeptAnswer) => void;
}

/** A reader goes between a few pages and moments; more would only fill memory. */
const MOST = 6;

export function keptAnswers(): KeptAnswers {
  const answers = new Map<string, KeptAnswer>();
  return {
    of: (path) => answers.get(path),
    keep: (path, answer) => {
      answers.delete(path);
      answers.set(path, answer);
      const [oldest] = answers.keys();
      if (answers.size > MOST && oldest !== undefined) answers.delete(oldest);
    },
  };
}

/**
 * The kept answer after a 304: everything in it is the same object as before, and it bears the moment at which the API
 * said that it still stands.
 */
export function stillStanding({ value }: KeptAnswer, headers: Headers): unknown {
  const asOf = headers.get(AS_OF_HEADER);
  const bears = typeof value === 'object' && value !== null && 'asOf' in value;
  return bears && asOf !== null ? { ...value, asOf } : value;
}
