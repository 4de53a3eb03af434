import { describe, expect, it } from 'vitest';
import { parseStory } from '../../../src/domain/story/parse-story.ts';
import { type StoryValue, storyValue } from '../../support/story-case.ts';

type Bend = (story: StoryValue) => void;

function faultOf(bend: Bend): { path: string; rule: string } | null {
  const parsed = parseStory(storyValue(bend));
  return parsed.ok ? null : parsed.error;
}

describe('a story', () => {
  it('is read whole', () => {
    const parsed = parseStory(storyValue());
    expect(parsed.ok && parsed.value.versions.map(({ name }) => name)).toEqual([
      'held within the float',
      'the float runs out',
      'healthy twin',
    ]);
    expect(parsed.ok && parsed.value.warnings).toEqual([]);
  });

  it('warns of unknown keys and reads on', () => {
    const parsed = parseStory(
      storyValue((story) => {
        story.kpis[0].colour = 'green';
        story.versions[0].checkIns[0].mood = 'good';
      }),
    );
    expect(parsed.ok && parsed.value.warnings).toEqual([
      '$.kpis[0].colour: unknown key, ignored',
      '$.versions[0].checkIns[0].mood: unknown key, ignored',
    ]);
  });

  it('takes a note to people anywhere, and an unknown key among expectations for what it is', () => {
    const parsed = parseStory(
      storyValue((story) => {
        story.people[0].about = 'Founder';
        story.versions[0].expected.about = 'Found on day twelve';
        story.versions[0].expected.mood = { asOf: 'ever' };
      }),
    );
    expect(parsed.ok && parsed.value.warnings).toEqual(['$.versions[0].expected.mood: unknown key, ignored']);
  });

  it('warns of a dependency on a keep KPI, which stands outside the network', () => {
    const parsed = parseStory(
      storyValue((story) => {
        const { points: _none, baseline: _from, target: _to, readings: _kind, ...rest } = story.kpis[1];
        story.kpis[1] = { ...rest, kind: 'keep', upper: 5 };
      }),
    );
    expect(parsed.ok && parsed.value.warnings).toEqual([
      '$.dependencies[0]: keep KPIs stand outside the network',
    ]);
  });

  it.each<[string, Bend, string, RegExp]>([
    ['a KPI without owner', (s) => delete s.kpis[0].owner, '$.kpis[0].owner', /missing/],
    ['a KPI without target', (s) => delete s.kpis[0].target, '$.kpis[0].target', /missing/],
    ['a KPI without due date', (s) => delete s.kpis[1].due, '$.kpis[1].due', /missing/],
    ['an unknown owner', (s) => (s.kpis[0].owner = 'tbd'), '$.kpis[0].owner', /no person: "tbd"/],
    ['an unknown initiative', (s) => (s.kpis[0].initiative = 'I-x'), '$.kpis[0].initiative', /no initiative/],
    [
      'an unknown objective',
      (s) => (s.initiatives[0].objective = 'X'),
      '$.initiatives[0].objective',
      /no objective/,
    ],
    ['an id twice', (s) => (s.kpis[1].id = 'A'), '$.kpis[1].id', /taken already/],
    ['an id of an objective for a KPI', (s) => (s.kpis[1].id = 'O'), '$.kpis[1].id', /taken already/],
    ['a day that does not exist', (s) => (s.kpis[0].due = '2026-02-30'), '$.kpis[0].due', /date that exists/],
    ['due before start', (s) => (s.kpis[0].due = '2026-03-01'), '$.kpis[0].due', /later than the start/],
    [
      'a target at the baseline',
      (s) => (s.kpis[0].target = 0),
      '$.kpis[0].target',
      /differ from the baseline/,
    ],
    [
      'a plan that runs backwards',
      (s) =>
        (s.kpis[0].points = [
          { date: '2026-03-09', value: 4 },
          { date: '2026-03-16', value: 3 },
        ]),
      '$.kpis[0].points[1]',
      /runs backwards: 3 on 2026-03-16 after 4/,
    ],
    [
      'a point past the target',
      (s) => (s.kpis[0].points = [{ date: '2026-03-09', value: 11 }]),
      '$.kpis[0].points[0]',
      /past the target/,
    ],
    [
      'a circle of dependencies',
      (s) => s.dependencies.push({ from: 'B', to: 'A', type: 'finish-to-start', lagDays: 0 }),
      '$.dependencies[1]',
      /closes a circle: B → A → B/,
    ],
    ['a circle of objectives', (s) => (s.objectives[0].parent = 'O'), '$.objectives[0].parent', /T → O → T/],
    [
      'a loss before the due date',
      (s) => (s.objectives[1].delayProfile.date = '2026-05-28'),
      '$.objectives[1].delayProfile.date',
      /may not lie before the due date/,
    ],
    [
      'money in fractions',
      (s) => (s.objectives[1].delayProfile.loss = 1.5),
      '$.objectives[1].delayProfile.loss',
      /whole/,
    ],
    [
      'a likelihood of 6',
      (s) => (s.initiatives[0].risk.likelihood = 6),
      '$.initiatives[0].risk.likelihood',
      /between 1 and 5/,
    ],
    ['an unknown zone', (s) => (s.timeZone = 'Europe/Nowhere'), '$.timeZone', /IANA/],
    ['a week without days', (s) => (s.workWeek.days = []), '$.workWeek.days', /at least one/],
    [
      'a weekday that is none',
      (s) => (s.kpis[0].cadence.on = 'fri'),
      '$.kpis[0].cadence.on',
      /one of sunday/,
    ],
    ['a keep KPI without limits', (s) => (s.kpis[0].kind = 'keep'), '$.kpis[0].upper', /at least one limit/],
    ['a list that is none', (s) => (s.kpis = {}), '$.kpis', /must be a list/],
    ['a version twice', (s) => (s.versions[1].name = 'healthy twin'), '$.versions[2].name', /taken already/],
    [
      'a reading from the future',
      (s) => (s.versions[0].checkIns[0].date = '2026-03-07'),
      '$.versions[0].checkIns[0].date',
      /cannot come from the future/,
    ],
    [
      'a reading before the last one',
      (s) => (s.versions[0].checkIns[1].date = '2026-03-05'),
      '$.versions[0].checkIns[1].date',
      /before the last reading, 2026-03-06/,
    ],
    [
      'a correction of nothing',
      (s) => (s.versions[0].checkIns[1].supersedes = '2026-03-05T10:00'),
      '$.versions[0].checkIns[1].supersedes',
      /no earlier check-in/,
    ],
    [
      'a check-in on nothing',
      (s) => (s.versions[0].checkIns[0].kpi = 'X'),
      '$.versions[0].checkIns[0].kpi',
      /no KPI/,
    ],
    [
      'a value as text',
      (s) => (s.versions[0].checkIns[0].value = '1'),
      '$.versions[0].checkIns[0].value',
      /number/,
    ],
    [
      'a time that is none',
      (s) => (s.versions[0].checkIns[0].at = '6 March'),
      '$.versions[0].checkIns[0].at',
      /time/,
    ],
    [
      'an expectation on nothing',
      (s) => (s.versions[0].expected.X = []),
      '$.versions[0].expected.X',
      /names no/,
    ],
    [
      'a reason that is none',
      (s) => (s.versions[0].expected.A[1].reason = 'late'),
      '$.versions[0].expected.A[1].reason',
      /one of on-plan/,
    ],
  ])('refuses %s by path and rule', (_, bend, path, rule) => {
    expect(faultOf(bend)).toEqual({ path, rule: expect.stringMatching(rule) as string });
  });

  it('lets a correction be dated before the last reading', () => {
    const corrected: Bend = (story) => {
      const [first, second] = story.versions[0].checkIns;
      second.date = '2026-03-05';
      second.supersedes = first.at;
    };
    expect(faultOf(corrected)).toBeNull();
  });

  it('reads times with an offset, and without one as local', () => {
    const withOffset: Bend = (story) => (story.versions[0].checkIns[0].at = '2026-03-06T09:00Z');
    const parsed = parseStory(storyValue(withOffset));
    const plain = parseStory(storyValue());
    expect(parsed.ok && parsed.value.versions[0]?.checkIns[0]?.at).toBe(
      plain.ok && plain.value.versions[0]?.checkIns[0]?.at,
    );
  });
});
