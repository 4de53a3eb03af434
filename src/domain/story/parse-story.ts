import { type Result, err, ok } from '../result.ts';
import { type Fields, type StoryFault, StoryFaultSignal, list, object, refuse } from './json-source.ts';
import { type ExpectedIds, networkReader, priceReader } from './read-expected.ts';
import { readPortfolio } from './read-portfolio.ts';
import { text } from './read-values.ts';
import { versionReader } from './read-version.ts';
import type { Story, StoryVersion } from './story.ts';

/**
 * Reads a story from its JSON value. Refused with the JSON path and the rule at the first breach of the format, at a
 * portfolio that set-up would refuse, and at a check-in that the rules refuse; unknown keys are warnings.
 */
export function parseStory(value: unknown): Result<Story, StoryFault> {
  const warnings: string[] = [];
  const source = { value, path: '$', warn: (message: string) => void warnings.push(message) };
  try {
    return ok({ ...object(source, readStory), warnings });
  } catch (fault) {
    if (fault instanceof StoryFaultSignal) return err(fault.fault);
    throw fault;
  }
}

function readStory(f: Fields): Omit<Story, 'warnings'> {
  const portfolio = readPortfolio(f);
  const known: ExpectedIds = {
    people: new Set(portfolio.people.map(({ id }) => id)),
    kpis: new Set(portfolio.kpis.map(({ id }) => id)),
    all: new Set([...portfolio.objectives, ...portfolio.initiatives, ...portfolio.kpis].map(({ id }) => id)),
    zone: portfolio.timeZone,
  };
  f.at('about');
  return {
    ...f.may('title', text),
    portfolio,
    versions: readVersions(f, versionReader({ portfolio, known })),
    ...f.may('expectedNetwork', networkReader(known)),
    expectedPrice: f.or('expectedPrice', list(priceReader(known)), []),
  };
}

function readVersions(f: Fields, read: ReturnType<typeof versionReader>): readonly StoryVersion[] {
  const versions = f.or('versions', list(read), []);
  const names = versions.map(({ name }) => name);
  for (const [i, name] of names.entries()) {
    if (names.indexOf(name) < i)
      refuse({ path: `$.versions[${i}].name` }, `${JSON.stringify(name)} is taken already`);
  }
  return versions;
}
