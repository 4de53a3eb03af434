import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/api/database/open-database.ts';
import { ok } from '../../../src/domain/result.ts';
import { type World, berlin, lendingWorld } from '../../support/api-world.ts';
import { DATABASES, emptyDatabase } from '../../support/databases.ts';

const PGLITE = DATABASES[0] as (typeof DATABASES)[number];

/** Sentences keep their figures together with no-break spaces. */
const plainText = (body: unknown): string => JSON.stringify(body).replaceAll('\u00a0', ' ');

describe('candour', { timeout: 60_000 }, () => {
  let database: Database;
  let world: World;
  const report = async (at: string, value: number, said: object = {}) => {
    world.clock.moveTo(at);
    await world.api.drain();
    const line = { ref: 'C1', id: randomUUID(), kpi: 'C1', date: at.slice(0, 10), value, ...said };
    const { body } = await world.call('sam', 'submitCheckIns', { body: { lines: [line] } });
    expect(body.outcomes[0].outcome).toBe('accepted');
    await world.api.drain();
  };
  const candour = async (asOf?: string) => {
    const query = asOf === undefined ? {} : { asOf: new Date(berlin(asOf)).toISOString() };
    return (await world.call('erika', 'readCandour', { query })).body;
  };
  beforeAll(async () => {
    database = await emptyDatabase(PGLITE);
    const notifier = { remind: async () => ok(null) };
    world = await lendingWorld(database, { overrides: { notifier } });
    // Plan: 120 items in 42 days. Day 4: 11 items are 3.85 days, 0.15 late; the tolerance is 2.1 days.
    await report('2026-03-05T11:00', 9);
    await report('2026-03-06T11:00', 11, {
      earlyWarning: { slipDays: 10, because: 'the vendor <b>stopped</b>' },
    });
    world.clock.moveTo('2026-03-12T12:00');
    await world.api.drain();
  }, 60_000);
  afterAll(async () => {
    await world.api.close();
    await database.close();
  });

  it('names an open warning, that the number is still Green, and the help it brought', async () => {
    const { warnings } = await candour('2026-03-06T12:00');
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatchObject({ state: 'open', noticeDays: null, kpi: { id: 'C1' } });
    expect(plainText(warnings[0])).toContain(
      'Warned on 6 Mar of a slip of 10 days: the vendor <b>stopped</b>',
    );
    expect(plainText(warnings[0].caption)).toContain('Sam Castellano · still Green by number');
    expect(plainText(warnings[0].outcomeNote)).toContain('help on Fri 6 Mar');
  });

  it('says who is silent since when, who was reminded, and what follows', async () => {
    const { silences, silenceNote, sentence } = await candour();
    expect(silences).toHaveLength(1);
    // Due Friday the 6th: silent from Wednesday on.
    expect(silences[0]).toMatchObject({ kpi: { id: 'P1' }, since: '2026-03-10T23:00:00.000Z' });
    expect(plainText(silences[0].sinceWords)).toBe('"since yesterday"');
    expect(plainText(silences[0].sentence)).toContain(
      'The report due Fri 6 Mar is missing; there is no reading yet.',
    );
    expect(plainText(silences[0].caption)).toContain('Dana Lindqvist · reminded 5 Mar and 6 Mar');
    expect(silences[0].ask).toBe('mailto:dana@contoso.example?subject=Scope%20accepted');
    expect(silenceNote).toBe('1 of 2 KPIs have every report that was due.');
    expect(plainText(sentence)).toContain('"One report"');
  });

  it('credits the days until the numbers showed it', async () => {
    // Day 11: 20 items are 7 days, 4 late.
    await report('2026-03-13T11:00', 20, {
      objection: { claim: 'The scans come later.', byDate: '2026-03-27' },
    });
    const { warnings, sentence } = await candour();
    expect(warnings[0]).toMatchObject({ state: 'seen', noticeDays: 7 });
    expect(plainText(warnings[0].caption)).toContain('left Green by number on 13 Mar');
    expect(plainText(sentence)).toContain('7 days');
  });

  it('shows an objection beside the status of its day, and scores it after two readings', async () => {
    const [open] = (await candour()).objections;
    expect(open).toMatchObject({ held: null, statusThen: 'yellow' });
    expect(plainText(open.outcome)).toBe('"open until 27 Mar"');
    // Days 18 and 25 on plan: 51.43 and 71.43 items.
    await report('2026-03-20T11:00', 52, { earlyWarning: { slipDays: 0, because: 'It is here.' } });
    await report('2026-03-27T11:00', 72);
    const [scored] = (await candour()).objections;
    expect(scored).toMatchObject({ held: true, outcome: 'was right' });
    expect(plainText(scored.said)).toContain('Sam Castellano, 13 Mar: “The scans come later.”');
  });

  it('flags a KPI that a new plan turned green', async () => {
    // Day 32: 60 items are 21 days, 11 late.
    await report('2026-04-03T11:00', 60);
    const { cards } = (await world.call('ruth', 'readRecalibrations')).body;
    const standing = cards.find(
      ({ kpi, column }: { kpi: { id: string }; column: string }) => kpi.id === 'C1' && column === 'booked',
    );
    const pivot = {
      kind: 'pivot',
      reason: 'The table was larger than planned.',
      reviewDate: '2026-04-24',
      plan: { due: '2026-05-29' },
    };
    const params = { recalibration: standing.id };
    const { status, body } = await world.call('ruth', 'recordDecision', { params, body: pivot });
    expect({ status, body }).toMatchObject({ status: 200 });
    const { redated } = await candour();
    expect(redated).toHaveLength(1);
    expect(plainText(redated[0].sentence)).toContain(
      'Due moved from 13 Apr to 29 May on 3 Apr; it was Red just before. Ruth Adeyemi: “The table was larger than planned.”',
    );
  });
});
