import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/domain/evaluate.ts';
import { noFacts } from '../../src/domain/facts.ts';
import { attendanceOf } from '../../src/domain/recalibration-people.ts';
import { dependency, initiative, objective, portfolioOf, reach } from '../support/network-builder.ts';
import { moment } from '../support/play.ts';

/** A, ann's, before one KPI of each of these people, without float; a week of their delay costs so much. */
function required(people: readonly string[], perWeek: (person: string) => number): readonly string[] {
  const portfolio = portfolioOf({
    objectives: people.map((name) =>
      objective(`O${name}`, 70, { owner: 'boss', delayProfile: { kind: 'linear', perWeek: perWeek(name) } }),
    ),
    initiatives: people.map((name) => initiative(`I${name}`, `O${name}`)),
    kpis: [
      reach('A', [0, 42], { owner: 'ann' }),
      ...people.map((name) => reach(name, [42, 70], { initiative: `I${name}`, owner: name })),
    ],
    dependencies: people.map((name) => dependency('A', name)),
  });
  const facts = noFacts(portfolio);
  const after = evaluate(facts, moment(1));
  return attendanceOf({ facts, after, cause: 'A', covers: ['A'], decisionMaker: 'boss' }).required;
}

describe('of more people than eight', () => {
  it.each<[string, string, (person: string) => number, string]>([
    ['all come where they are eight', 'fedcba', () => 0, 'fedcba'],
    ['the first by name come where prices are equal', 'gbfdcea', () => 100, 'abcdef'],
    ['the dearest come', 'abcdefg', (person) => (person === 'a' ? 100 : 200), 'bcdefg'],
    ['the dearest come, however many', 'abcdefgh', (person) => person.charCodeAt(0), 'hgfedc'],
  ])('%s', (_, people, perWeek, others) => {
    expect(required(people.split(''), perWeek)).toEqual(['ann', 'boss', ...others.split('')]);
  });
});
