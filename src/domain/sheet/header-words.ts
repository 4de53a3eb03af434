import { FIELD_WORDS, type Announced, type WordGroup } from './vocabulary-fields.ts';
import { wordsOf } from './words.ts';

/** What a header says, by the words in it. */
export interface HeaderReading {
  /** Evidence per meaning, 0 to about 4. */
  readonly scores: ReadonlyMap<Announced, number>;
  /** Share of the words that belong to a known phrase, 0 to 1. */
  readonly coverage: number;
}

interface Phrase {
  readonly words: readonly string[];
  readonly open: boolean;
  readonly votes: Map<Announced, number>;
}

interface Match {
  /** An adjective that follows its noun: "fecha de fin prevista". */
  readonly isTrailing: boolean;
  readonly at: number;
  readonly length: number;
  readonly votes: ReadonlyMap<Announced, number>;
}

const OPEN_STEM_LENGTH = 4;
const PHRASES = indexPhrases(FIELD_WORDS);
/** Words behind which only a qualifier follows: "responsable del indicador" is about a responsable. */
const JOINTS = new Set('of for by per in de del du des d di della dello do da dos das van voor der fur zur zum pour por para y and und et e en l la le el'.split(' ')); // prettier-ignore
const TRAILING = new Set('prevu prevue prevus prevista previsto previstos prevision planificado planificada pianificato pianificata prevision reel reelle real reales effettivo effettiva atual actual actuel actuelle'.split(' ')); // prettier-ignore
/** What a match counts that is not the head of the phrase. */
const QUALIFIER_SHARE = 0.4;
const UNKNOWN_HEAD_SHARE = 0.6;
const HELP_SHARE = 0.35;
const VAGUE = 2;
const PLAIN = 3;
const NO_READING: HeaderReading = { scores: new Map(), coverage: 0 };

/** Reads a header. Help text after a line break or in brackets counts little. Total. */
export function readHeader(text: string): HeaderReading {
  const { main, help } = splitHelp(text);
  const words = wordsOf(main);
  const reading = words.length === 0 ? NO_READING : readWords(words);
  if (help === '') return reading;
  const scores = new Map(reading.scores);
  for (const [meaning, score] of readWords(wordsOf(help)).scores) {
    const weak = score * HELP_SHARE;
    if (weak > (scores.get(meaning) ?? 0)) scores.set(meaning, weak);
  }
  return { scores, coverage: reading.coverage };
}

/** The strongest evidence of a reading, 0 when nothing is known. */
export function strongest(reading: HeaderReading): number {
  return Math.max(0, ...reading.scores.values());
}

function splitHelp(text: string): { main: string; help: string } {
  const [first = '', ...lines] = text.trim().split(/[\r\n]+/u);
  const open = first.indexOf('(');
  const bare = open > 0 ? first.slice(0, open) : first;
  const main = /\p{L}|[%#]/u.test(bare) ? bare : first;
  return { main, help: [first.slice(main.length), ...lines].join(' ').slice(0, 200) };
}

function readWords(words: readonly string[]): HeaderReading {
  const matches = matchPhrases(words);
  if (matches.length === 0) return NO_READING;
  const joint = words.findIndex((word, at) => at > 0 && JOINTS.has(word) && !isInside(matches, at));
  const head = headOf(matches, joint);
  const scores = new Map<Announced, number>();
  for (const match of matches) {
    const share = match === head ? headShare(match, words, joint) : QUALIFIER_SHARE;
    for (const [meaning, weight] of match.votes) {
      scores.set(meaning, Math.max(scores.get(meaning) ?? 0, weight * share));
    }
  }
  return { scores, coverage: coverageOf(words, matches) };
}

/** The last phrase before a joint, or the last of all: "planned end date", "date de fin du projet". */
function headOf(matches: readonly Match[], joint: number): Match | undefined {
  const last = (joint < 0 ? undefined : matches.findLast(({ at }) => at < joint)) ?? matches.at(-1);
  if (last === undefined || (weightOf(last) >= VAGUE && !last.isTrailing)) return last;
  // "Actual YTD", "Target amount": a vague last word leaves the say to a plain one before it.
  return matches.findLast((match) => match.at < last.at && weightOf(match) >= PLAIN) ?? last;
}

function weightOf({ votes }: Match): number {
  return Math.max(...votes.values());
}

function headShare(head: Match, words: readonly string[], joint: number): number {
  const end = joint > head.at ? joint : words.length;
  const tail = words
    .slice(head.at + head.length, end)
    .filter((word) => isMeaningful(word) && !PHRASES.has(word));
  return tail.length === 0 ? 1 : UNKNOWN_HEAD_SHARE;
}

function coverageOf(words: readonly string[], matches: readonly Match[]): number {
  const meaningful = words.filter(isMeaningful).length;
  const matched = matches.reduce((sum, { at, length }) => sum + words.slice(at, at + length).filter(isMeaningful).length, 0); // prettier-ignore
  return meaningful === 0 ? 1 : matched / meaningful;
}

function isMeaningful(word: string): boolean {
  return /\p{L}{2,}/u.test(word) && !JOINTS.has(word);
}

function isInside(matches: readonly Match[], at: number): boolean {
  return matches.some((match) => at >= match.at && at < match.at + match.length);
}

function matchPhrases(words: readonly string[]): readonly Match[] {
  const matches: Match[] = [];
  for (let at = 0; at < words.length;) {
    const phrase = longestAt(words, at);
    if (phrase !== undefined)
      matches.push({
        at,
        length: phrase.words.length,
        votes: phrase.votes,
        isTrailing: TRAILING.has(words[at] ?? ''),
      });
    at += phrase?.words.length ?? 1;
  }
  return matches;
}

function longestAt(words: readonly string[], at: number): Phrase | undefined {
  const word = words[at] ?? '';
  const exact = PHRASES.get(word)?.find((phrase) => fits(phrase, words, at));
  if (exact !== undefined && (exact.words.length > 1 || !exact.open)) return exact;
  for (let length = word.length; length >= OPEN_STEM_LENGTH; length -= 1) {
    const open = PHRASES.get(`${word.slice(0, length)}*`)?.find((phrase) => fits(phrase, words, at));
    if (open !== undefined) return open;
  }
  return undefined;
}

function fits(phrase: Phrase, words: readonly string[], at: number): boolean {
  return phrase.words.every((part, index) => {
    const word = words[at + index];
    if (word === undefined) return false;
    const last = index === phrase.words.length - 1;
    return phrase.open && last ? word.startsWith(part) : word === part;
  });
}

/** Phrases by first word (with * where the first word is open), longest first. */
function indexPhrases(groups: readonly WordGroup[]): ReadonlyMap<string, readonly Phrase[]> {
  const phrases = new Map<string, Phrase>();
  for (const { announces, weight, words } of groups) {
    for (const entry of words.split(',').map((word) => word.trim())) {
      const parts = wordsOf(entry.replace('*', ''));
      const phrase = phrases.get(entry) ?? { words: parts, open: entry.endsWith('*'), votes: new Map() };
      phrase.votes.set(announces, Math.max(weight, phrase.votes.get(announces) ?? 0));
      if (parts.length > 0) phrases.set(entry, phrase);
    }
  }
  const index = new Map<string, Phrase[]>();
  for (const phrase of phrases.values()) {
    const key = `${phrase.words[0] ?? ''}${phrase.open && phrase.words.length === 1 ? '*' : ''}`;
    index.set(key, [...(index.get(key) ?? []), phrase]);
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length);
  return index;
}
