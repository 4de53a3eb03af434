import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluatePriced } from '../../src/domain/evaluation-priced.ts';
import { noFacts } from '../../src/domain/facts.ts';
import type { StoryFault } from '../../src/domain/story/json-source.ts';
import { parseStory } from '../../src/domain/story/parse-story.ts';
import { runVersion } from '../../src/domain/story/run-version.ts';
import { endOfVersion } from '../../src/domain/story/story-moments.ts';
import type { Story } from '../../src/domain/story/story.ts';
import { portfolioOf } from '../../src/domain/story/story.ts';
import { everythingFollows, notFinite } from '../support/everything-follows.ts';
import { oddDate, oddFigure, oddText } from '../support/odd-values.ts';
import { type StoryValue, storyValue } from '../support/story-case.ts';

type Place = readonly (string | number)[];

const CLOCKS = ['00:00', '23:59', '24:00', '9:00', '17:00', '2026-03-30T23:59', '9999-12-31T23:59-14:00'];
const leaf = fc.oneof(
  oddFigure,
  oddDate,
  oddText,
  fc.constantFrom(...CLOCKS, 'sunday', 'Asia/Kathmandu', 'Mars/Base', 'month', 'keep', 'increment', 'XXX'),
  fc.constantFrom(null, true, false, [], {}, [[]], { toString: 1 }, { id: { toString: null } }),
);
const SOUND = storyValue();
const PLACES = placesIn(SOUND);

/** Mostly something of the kind that stood there: it is accepted more often. */
const bend = fc.constantFrom(...PLACES).chain((place) => {
  const sound = place.reduce((at, step) => at[step], SOUND);
  if (typeof sound === 'number') return fc.tuple(fc.constant(place), fc.oneof(oddFigure, leaf));
  const isDate = typeof sound === 'string' && /^\d{4}-\d\d-\d\d$/u.test(sound);
  return fc.tuple(fc.constant(place), isDate ? fc.oneof(oddDate, leaf) : leaf);
});

describe('a story bent in one place', { timeout: 60_000 }, () => {
  it('is refused with a place and a sentence, or everything follows from it in numbers', () => {
    let accepted = 0;
    fc.assert(
      fc.property(bend, ([place, odd]) => {
        const parsed = parseStory(bent(place, odd));
        if (parsed.ok) {
          accepted += 1;
          plays(parsed.value);
        } else isRefusedWell(parsed.error);
      }),
      { numRuns: 200, seed: 1 },
    );
    expect(accepted).toBeGreaterThan(9);
  });

  it('is refused, whatever else it may be', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(parseStory(value).ok).toBe(false);
      }),
      { numRuns: 200, seed: 1 },
    );
  });
});

function isRefusedWell({ path, rule }: StoryFault): void {
  expect(path).toMatch(/^\$/u);
  expect(rule).toMatch(/\w+ \w+/u);
}

function plays(story: Story): void {
  for (const version of story.versions) {
    const until = endOfVersion(story, version);
    const run = runVersion(story, version, { asOfs: [], until });
    if (!run.ok) {
      isRefusedWell(run.error);
      continue;
    }
    const { facts } = run.value.end;
    everythingFollows(facts, until);
    expect(notFinite(facts.recalibrations)).toEqual([]);
  }
  const [version] = story.versions;
  const portfolio = version ? portfolioOf(story, version) : story.portfolio;
  expect(evaluatePriced(noFacts(portfolio), Date.UTC(2026, 6, 1)).kpis.size).toBe(portfolio.kpis.length);
}

function placesIn(value: unknown, path: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, one]) => placesIn(one, [...path, key]))];
}

function bent(place: Place, odd: unknown): unknown {
  const key = place.at(-1);
  if (key === undefined) return odd;
  return storyValue((story) => {
    let at: StoryValue = story;
    for (const step of place.slice(0, -1)) at = at[step];
    at[key] = odd;
  });
}
