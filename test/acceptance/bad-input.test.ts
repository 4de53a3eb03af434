import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launchBrowser, openStage } from '../support/sandbox-people.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => await browser.close());

/** One good row, and one for each thing that goes wrong in sheets. */
const SHEET = `KPI,Owner,Unit,Baseline,Target,Due,2026-03-06,2026-03-13,2026-03-20
Complaints answered,Sam Castellano,items,0,50,2026-04-30,,,
Text as target,Sam Castellano,items,0,lots,2026-04-30,,,
Error as target,Sam Castellano,items,0,,2026-04-30,,,
Date as text,Sam Castellano,items,0,60,13.4.26,,,
Unknown owner,tbd,items,0,70,2026-04-30,,,
Complaints answered,Sam Castellano,items,0,50,2026-04-30,,,
Without owner,,items,0,80,2026-04-30,,,
Without target,Sam Castellano,items,0,,2026-04-30,,,
Staff trained,Sam Castellano,%,0%,90%,2026-04-30,5%,0%,
`;

describe('a sheet with every common mistake', () => {
  it('has each mistake named by its cell, while the good rows go through', async () => {
    const { clock, person, shot, close } = await openStage(browser);
    onTestFinished(close);
    const sam = person('Sam Castellano');
    await sam.opensFile({ name: 'Mistakes.csv', buffer: Buffer.from(SHEET) });
    await sam.sees('Is this how the sheet reads?');
    await sam.types('E4', '#N/A');
    await sam.types('H10', '');
    await sam.press('Read the sheet again');
    await sam.press('Check the rows');
    await sam.sees('Two of nine rows are ready');
    await shot('bad-1-adopt');
    for (const words of [
      'E3 “lots” in E3 is not a number.',
      'E4 #N/A in E4 is not a value.',
      'F5 “13.4.26” in F5 is text. Is it 13 Apr 2026?',
      'B6 “tbd” is not a person. Every KPI has exactly one owner.',
      'A7 “Complaints answered” stands above with the same owner.',
      'B8 There is no owner. Every KPI has exactly one owner.',
      'E9 There is no target.',
    ]) {
      await sam.seesInPane(words);
    }
    await sam.press('Yes, 13 Apr');
    await sam.sees('Three of nine rows are ready');
    await sam.choosesOwner(6, 'Sam Castellano');
    await sam.sees('Four of nine rows are ready');
    await sam.types('E3', '45');
    await sam.press('Read the sheet again');
    await sam.sees('Five of nine rows are ready');
    await shot('bad-2-mended');
    await sam.press('Create 5 KPIs');
    await sam.sees('One reading changed');

    await clock.moveTo('2026-03-13T10:00');
    await sam.types('H2', '10');
    await sam.types('I3', '9');
    await sam.types('H5', 'eleven');
    await sam.types('H6', '#DIV/0!');
    await sam.types('H10', '=42');
    await sam.press('Read the sheet again');
    await sam.seesInPane('“eleven” in H5 is not a number.');
    await sam.seesInPane('#DIV/0! in H6 is not a value.');
    await sam.seesInPane('The date is after today');
    await shot('bad-3-check-in');
    await sam.seesInPane('Send 2 check-ins');
    await sam.seesInPane('in H10 is a hundred times too much for a share');
    await sam.sendsAll(2, 'Two check-ins are in');
    await shot('bad-4-receipt');

    await sam.types('G2', '3');
    await sam.press('Read the sheet again');
    await sam.seesInPane('G2 is dated 2026-03-06, before the last reading, 2026-03-13.');
    expect(await clock.reads()).toBe('Fri 13 Mar 2026, 10:00');
    await shot('bad-5-before-the-last');
  });
});
