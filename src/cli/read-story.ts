import { type Result, err, ok } from '../domain/result.ts';
import { parseStory } from '../domain/story/parse-story.ts';
import type { Story } from '../domain/story/story.ts';
import type { CommandIo } from './command.ts';

/** The story in a file; refused with the file, the place in it and the rule. */
export async function readStory(file: string, io: CommandIo): Promise<Result<Story, string>> {
  const text = await readText(file, io);
  if (!text.ok) return text;
  const value = parseJson(text.value);
  if (!value.ok) return err(`${file}: $: is no JSON: ${value.error}`);
  const story = parseStory(value.value);
  return story.ok ? story : err(`${file}: ${story.error.path}: ${story.error.rule}`);
}

async function readText(file: string, io: CommandIo): Promise<Result<string, string>> {
  try {
    return ok((await io.readFile(file)).toString('utf8').replace(/^\uFEFF/u, ''));
  } catch (error) {
    return err(`“${file}” cannot be read: ${(error as Error).message}.`);
  }
}

function parseJson(text: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(text) as unknown);
  } catch (error) {
    return err((error as Error).message);
  }
}
