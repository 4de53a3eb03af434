import { basename } from 'node:path';
import { type Browser, chromium, type FrameLocator, type Locator, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { findChromium, NO_CHROMIUM } from './chromium.ts';
import { type RunningSandbox, runSandbox, type SandboxWish } from './sandbox-running.ts';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
];
const SHOTS = process.env['ACCEPTANCE_SHOTS'];
const PATIENCE_MS = 20_000;
const INVITATION = /^(Decision needed|Help requested)/;
type WindowTitle = 'Excel' | 'Teams' | 'Outlook';

export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error(NO_CHROMIUM);
  return await chromium.launch({ executablePath, args: FLAGS });
}

/** The sandbox page, open in a browser, and the people who sit before it. */
export interface SandboxStage {
  readonly page: Page;
  readonly running: RunningSandbox;
  readonly clock: Clock;
  readonly person: (name: string) => SandboxPerson;
  /** A picture of the page for people, where ACCEPTANCE_SHOTS names a folder. */
  readonly shot: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openStage(browser: Browser, wish: SandboxWish = {}): Promise<SandboxStage> {
  const running = await runSandbox(wish);
  const context = await browser.newContext({
    baseURL: running.origin,
    ignoreHTTPSErrors: true,
    locale: 'en-GB',
    viewport: { width: 2000, height: 1100 },
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  await page.goto(running.origin);
  await page.getByRole('heading', { name: 'Lastmile sandbox' }).waitFor();
  // Frames that load take the focus; from here on nothing moves by itself.
  await page.frameLocator('iframe[title="Lastmile task pane"]').getByRole('heading', { level: 1 }).waitFor();
  await page
    .getByRole('region', { name: 'Teams' })
    .frameLocator('iframe')
    .getByRole('heading')
    .first()
    .waitFor();
  return {
    page,
    running,
    clock: new Clock(page),
    person: (name) => new SandboxPerson(page, name),
    shot: async (name) => {
      if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png` });
    },
    close: async () => {
      if (SHOTS !== undefined)
        await page.screenshot({ path: `${SHOTS}/at-the-end-${running.origin.slice(-5)}.png` });
      await context.close();
      await running.stop();
    },
  };
}

/** The clock in the header of the page. */
export class Clock {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Presses a button that lets time pass, and waits until it has passed. */
  async press(button: string | RegExp): Promise<void> {
    const before = await this.reads();
    await this.#page.getByRole('button', { name: button }).click();
    await expect.poll(() => this.reads(), { timeout: PATIENCE_MS }).not.toBe(before);
  }

  /** Lets time pass until a local time of the story: `2026-03-06T10:00`. */
  async moveTo(local: string): Promise<void> {
    const answer = await this.#page.request.post('/sandbox/clock', { data: { to: local } });
    expect(answer.status()).toBe(200);
    const { clock } = (await answer.json()) as { readonly clock: string };
    await this.#page.getByRole('status').getByText(clock).waitFor();
  }

  /** The day of the story, as its header counts: day one is the first. */
  async day(): Promise<number> {
    const [, word = ''] =
      /^Day (\S+)/.exec(await this.#page.getByRole('status').locator('> *').nth(1).innerText()) ?? [];
    return DAY_WORDS.includes(word) ? DAY_WORDS.indexOf(word) : Number(word);
  }

  /** "Wed 11 Mar 2026, 09:00". */
  async reads(): Promise<string> {
    return plain(await this.#page.getByRole('status').locator('> *').first().innerText());
  }
}

const DAY_WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** One person, at whichever window they look; each window has its own person in the title bar. */
export class SandboxPerson {
  readonly #page: Page;
  readonly name: string;

  constructor(page: Page, name: string) {
    this.#page = page;
    this.name = name;
  }

  /** The window, with this person in its title bar. */
  async at(title: WindowTitle): Promise<Locator> {
    const window = this.#page.getByRole('region', { name: title, exact: true });
    const chooser = window.getByRole('combobox', { name: `Person in ${title}` });
    if ((await chooser.innerText()) !== this.name) {
      await chooser.click();
      await this.#page.getByRole('option', { name: `${this.name},` }).click();
      await expect.poll(() => chooser.innerText()).toBe(this.name);
    }
    return window;
  }

  async pane(): Promise<FrameLocator> {
    return (await this.at('Excel')).frameLocator('iframe[title="Lastmile task pane"]');
  }

  async tab(): Promise<FrameLocator> {
    return (await this.at('Teams')).frameLocator('iframe');
  }

  /** Selects a cell and types into it; Enter ends it. */
  async types(cell: string, text: string): Promise<void> {
    const excel = await this.at('Excel');
    await excel.locator(`[data-address="${cell}"]`).click();
    if (text === '') return await this.#page.keyboard.press('Delete');
    await this.#page.keyboard.type(text);
    await this.#page.keyboard.press('Enter');
  }

  /** Waits until a cell shows this. */
  async seesCell(address: string, text: string): Promise<void> {
    const cell = (await this.at('Excel')).locator(`[data-address="${address}"]`);
    await expect.poll(async () => plain(await cell.innerText()), { timeout: PATIENCE_MS }).toBe(text);
  }

  /** Opens a file of this machine, or one that was made for the test. */
  async opensFile(file: string | { readonly name: string; readonly buffer: Buffer }): Promise<void> {
    const excel = await this.at('Excel');
    const given = typeof file === 'string' ? file : { ...file, mimeType: 'application/octet-stream' };
    await excel.getByLabel('Open an Excel file').setInputFiles(given);
    const name = typeof file === 'string' ? basename(file) : file.name;
    await expect.poll(() => excel.getByRole('combobox', { name: 'Workbook' }).innerText()).toBe(name);
  }

  /** Chooses, as this row's owner, a person of the tenant. */
  async choosesOwner(row: number, person: string): Promise<void> {
    const pane = await this.pane();
    await pane
      .getByRole('combobox', { name: `Owner for row ${row}` })
      .first()
      .click();
    await pane.getByRole('option', { name: person }).click();
  }

  async press(button: string | RegExp): Promise<void> {
    const pane = await this.pane();
    await pane.getByRole('button', { name: button }).click();
  }

  /** The title of the pane's step, once it is this one. */
  async sees(title: string | RegExp): Promise<void> {
    const pane = await this.pane();
    await pane.getByRole('heading', { level: 1, name: title }).waitFor();
  }

  /** Waits until the tab's present page says this. */
  async seesInTab(words: string): Promise<void> {
    const root = (await this.tab()).locator('#root');
    await expect.poll(async () => plain(await root.innerText()), { timeout: PATIENCE_MS }).toContain(words);
  }

  /** Opens one of the tab's pages by its name in the bar. */
  async goesTo(page: string): Promise<void> {
    const tab = await this.tab();
    const wide = tab.getByRole('tab', { name: page });
    const menu = tab.getByRole('button', {
      name: /^(Waiting for me|Portfolio|Dependencies|Recalibrations|Ledger)/,
    });
    await wide.or(menu).first().waitFor();
    if (await wide.isVisible()) return await wide.click();
    await menu.first().click();
    await tab.getByRole('menuitem', { name: page }).click();
  }

  /** From the tab's home page: opens the decision that waits, fills in the form, records it. */
  async decides({ choice, fields }: Decided): Promise<void> {
    await this.goesTo('Waiting for me');
    const tab = await this.tab();
    await tab.getByRole('link', { name: 'Decide', exact: true }).click();
    await tab.getByRole('radio', { name: choice }).check();
    for (const [label, value] of Object.entries(fields)) await tab.getByLabel(label).fill(value);
    await tab.getByRole('button', { name: 'Record decision' }).click();
    await tab.getByRole('heading', { name: 'The decision is recorded' }).waitFor();
  }

  /** Notes in the check-in that a third party has to deliver first. */
  async waitsFor(what: string, since: string, expectedBy: string): Promise<void> {
    const pane = await this.pane();
    await pane.getByRole('button', { name: 'I am waiting for something' }).click();
    await pane.getByLabel('What do you wait for?').fill(what);
    await pane.getByLabel('Since').fill(since);
    await pane.getByLabel('Expected by').fill(expectedBy);
    await pane.getByRole('button', { name: 'Note the wait' }).click();
  }

  /** Types one reading, has the pane read it and sends it. */
  async reports(cell: string, value: string): Promise<void> {
    await this.sees(/./);
    await this.types(cell, value);
    await this.press('Read the sheet again');
    await this.sees('One reading changed');
  }

  async sendsAll(count: number, title: string): Promise<void> {
    await this.press(`Send ${count} check-ins`);
    await this.sees(title);
  }

  /** Sends the one reading; the receipt names the computed status. */
  async sends(status: string): Promise<void> {
    await this.press('Send 1 check-in');
    await this.sees('One check-in is in');
    await this.seesInPane(status);
  }

  /** Waits until the pane's present step says this. */
  async seesInPane(words: string): Promise<void> {
    const main = (await this.pane()).locator('main');
    await expect.poll(async () => plain(await main.innerText()), { timeout: PATIENCE_MS }).toContain(words);
  }

  /** Reads an unknown sheet with Lastmile and creates its KPIs as they were detected. */
  async adopts(button: RegExp = /^(Create|Link) \d+ KPIs?$/): Promise<void> {
    await this.sees('Is this how the sheet reads?');
    await this.press('Check the rows');
    await this.press(button);
    await this.sees('Every KPI of this sheet is where it should be');
  }

  /** The calendar of this week, as the server has it now. */
  async #calendar(): Promise<Locator> {
    const outlook = await this.at('Outlook');
    await this.#page.waitForResponse((answer) => answer.url().includes('/sandbox/calendars/'));
    await outlook.getByText(/^Mon \d/).waitFor();
    return outlook;
  }

  /** The one invitation to a recalibration in the calendar of this week. */
  async invitation(): Promise<Invitation> {
    const outlook = await this.#calendar();
    const article = outlook.getByRole('article', { name: INVITATION });
    await article.waitFor();
    expect(await outlook.getByRole('button', { name: INVITATION }).count()).toBe(1);
    return {
      subject: plain(await article.getByRole('heading', { level: 3 }).innerText()),
      head: plain(await article.locator('> *').first().innerText()),
      body: plain(await article.frameLocator('iframe').locator('body').innerText()),
    };
  }

  async hasNoInvitation(): Promise<void> {
    const outlook = await this.#calendar();
    await outlook.getByText('No invitation yet.').waitFor();
    expect(await outlook.getByRole('button', { name: INVITATION }).count()).toBe(0);
  }
}

export interface Decided {
  readonly choice: 'Stop' | 'Reallocate' | 'Pivot' | 'Hold course';
  /** What is written into the form, by the label of the field; dates as 2026-03-20. */
  readonly fields: Readonly<Record<string, string>>;
}

export interface Invitation {
  readonly subject: string;
  /** Time, required and optional attendees. */
  readonly head: string;
  readonly body: string;
}

/** No-break spaces and line breaks as ordinary spaces. */
export function plain(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
