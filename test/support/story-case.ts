import { readFileSync } from 'node:fs';

/** A story as JSON value, to be bent in one place by a test. */
// oxlint-disable-next-line typescript/no-explicit-any -- a test reaches into any JSON, right or wrong
export type StoryValue = any;

const PILOT = new URL('../stories/partner-pilot.json', import.meta.url);

/** The partner pilot, a sound story, after `bend` has changed a fresh copy of it. */
export function storyValue(bend: (story: StoryValue) => void = () => {}): StoryValue {
  const story: StoryValue = JSON.parse(readFileSync(PILOT, 'utf8'));
  bend(story);
  return story;
}
