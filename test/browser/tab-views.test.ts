import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { findChromium, NO_CHROMIUM } from '../support/chromium.ts';
import { type BuiltPages, serveBuild } from '../ui/built-pages.ts';

const executablePath = findChromium();
if (executablePath === undefined) console.warn(`skipped: ${NO_CHROMIUM}`);

const VIEWS = [
  'waiting',
  'waiting-nothing',
  'portfolio',
  'kpi-day-ten',
  'kpi-later',
  'kpi-keep',
  'dependencies',
  'recalibrations',
  'decision',
  'decision-side-panel',
  'candour',
  'candour-nothing',
  'ledger',
  'states',
];

let gallery: BuiltPages;
let browser: Browser;

beforeAll(async () => {
  if (executablePath === undefined) return;
  gallery = await serveBuild('vite.sandbox.config.ts');
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
});
afterAll(async () => {
  await browser?.close();
  await gallery?.stop();
});

interface Open {
  readonly theme?: string;
  readonly width?: number;
}

/** A view of the gallery in a page of its own; anything written to the console as an error fails the test. */
async function open(view: string, { theme = 'default', width = 1280 }: Open = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'en-GB' });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  onTestFinished(async () => {
    await context.close();
    expect(errors).toEqual([]);
  });
  await page.goto(`${gallery.origin}/page/gallery/index.html?view=${view}&theme=${theme}`);
  await page.getByRole('heading').first().waitFor();
  return page;
}

/** Fluent's own focus guards are left out; everything else counts. */
async function faults(axe: AxeBuilder): Promise<readonly string[]> {
  const { violations } = await axe.exclude('[data-tabster-dummy]').analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
}

/** What has the focus, by id or by accessible words. */
async function focused(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const element = document.activeElement;
    return element?.id || element?.getAttribute('aria-label') || element?.textContent || '';
  });
}

describe.skipIf(executablePath === undefined)('the views of the tab', () => {
  it.each(VIEWS)('%s has no accessibility fault', async (view) => {
    expect(await faults(new AxeBuilder({ page: await open(view) }))).toEqual([]);
  });

  // Colour is the one thing that a theme changes.
  it.each(VIEWS.flatMap((view) => ['dark', 'contrast'].map((theme) => [view, theme] as const)))(
    '%s has enough contrast in the %s theme',
    async (view, theme) => {
      const axe = new AxeBuilder({ page: await open(view, { theme }) });
      expect(await faults(axe.withRules(['color-contrast']))).toEqual([]);
    },
  );

  it.each(VIEWS)('%s does not scroll sideways at 320 px', async (view) => {
    const page = await open(view, { width: 320 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it.each(['waiting', 'decision', 'ledger'])('%s has exactly one primary button', async (view) => {
    const page = await open(view);
    const brand = await page.evaluate(
      () =>
        [...document.querySelectorAll('button, a')].filter(
          (element) => getComputedStyle(element).backgroundColor === 'rgb(91, 95, 199)',
        ).length,
    );
    expect(brand).toBe(1);
  });
});

describe.skipIf(executablePath === undefined)('the objective tree', () => {
  it('is walked, opened and closed with the arrow keys, one stop for Tab', async () => {
    const page = await open('portfolio');
    await page.getByRole('row', { name: /^Lending product earns revenue/ }).focus();
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('row-O1.2');
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe('row-C1');
    await page.keyboard.press('ArrowLeft');
    expect(await focused(page)).toBe('row-O1.2');
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator('[id="row-C1"]').count()).toBe(0);
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('[id="row-C1"]').count()).toBe(1);
    await page.keyboard.press('End');
    expect(await focused(page)).toBe('row-O6');
    expect(await page.locator('tr[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Tab');
    expect(await focused(page)).not.toMatch(/^row-/);
  });

  it('opens the page of a KPI with Enter', async () => {
    const page = await open('portfolio');
    await page.locator('[id="row-C1"]').focus();
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#/kpi/C1');
  });

  it('shows only what is searched for, with what is above it', async () => {
    const page = await open('portfolio');
    await page.getByRole('searchbox').fill('fraud losses');
    const rows = await page
      .getByRole('treegrid')
      .locator('tbody tr')
      .evaluateAll((all) => all.map(({ id }) => id));
    expect(rows).toEqual(['row-O3', 'row-F1']);
  });
});

describe.skipIf(executablePath === undefined)('the price slider', () => {
  it.each([
    ['ArrowRight', '15\u00a0days, €128,571'],
    ['ArrowLeft', '13\u00a0days, €111,429'],
    ['PageUp', '21\u00a0days, €180,000'],
    ['PageDown', '7\u00a0days, €60,000'],
    ['Home', '0\u00a0days, nothing yet'],
    ['End', '42\u00a0days, €360,000'],
  ])('answers %s with "%s"', async (key, words) => {
    const page = await open('kpi-day-ten');
    const slider = page.getByRole('slider');
    await slider.focus();
    await page.keyboard.press(key);
    expect(await slider.getAttribute('aria-valuetext')).toBe(words);
  });

  it('changes sentence and table with each step and says it once it rests', async () => {
    const page = await open('kpi-day-ten');
    await page.getByRole('slider').focus();
    await page.keyboard.press('PageUp');
    await page.getByText('Three more weeks').or(page.getByText('21 more days')).first().waitFor();
    expect(await page.getByRole('row', { name: /Lending product earns revenue/ }).textContent()).toContain(
      '€180,000',
    );
    await page.locator('output', { hasText: '€180,000' }).waitFor({ state: 'attached' });
  });
});

describe.skipIf(executablePath === undefined)('the KPI chart', () => {
  it('tells each reading to the keyboard, one stop for Tab', async () => {
    const page = await open('kpi-later');
    await page.locator('[data-reading][tabindex="0"]').focus();
    expect(await focused(page)).toContain('41\u00a0items');
    await page.keyboard.press('ArrowLeft');
    expect(await focused(page)).toContain('24\u00a0items');
    expect(await page.locator('[data-reading][tabindex="0"]').count()).toBe(1);
  });

  it('shows the same readings as a table', async () => {
    const page = await open('kpi-later');
    await page.getByRole('button', { name: 'Show as table' }).click();
    const table = page.getByRole('table', { name: /Readings/ });
    expect(await table.getByRole('row').count()).toBe(5);
  });
});

describe.skipIf(executablePath === undefined)('the decision form', () => {
  it('names what is missing and goes to the first, when pressed too early', async () => {
    const page = await open('decision');
    await page.getByRole('button', { name: 'Record decision' }).click();
    await page.getByText('Choose one of the four.').waitFor();
    await page.getByText('Say why, in one or two sentences.').waitFor();
    expect(await focused(page)).toBe('decision-kind');
  });

  it.each([1280, 320])('is filled in and sent with the keyboard alone at %i px', async (width) => {
    const page = await open(width === 320 ? 'decision-side-panel' : 'decision', { width });
    await page.getByRole('radio', { name: /^Stop/ }).focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('combobox', { name: 'From' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByText('each day lost there costs €8,571').waitFor();
    await page.getByLabel('What').last().focus();
    await page.keyboard.type('2 people, 10 working days');
    await page.getByLabel('From when').fill('2026-03-16');
    await page.getByLabel('Until').fill('2026-03-27');
    await page.getByLabel('Reason').focus();
    await page.keyboard.type('The export will not come this week.');
    await page.getByRole('button', { name: 'Record decision' }).focus();
    await page.keyboard.press('Enter');
    const sent = await page.locator('[data-recorded*="reallocate"]').getAttribute('data-recorded');
    expect(JSON.parse(sent ?? '{}')).toEqual({
      kind: 'reallocate',
      reason: 'The export will not come this week.',
      reviewDate: '2026-03-27',
      from: 'I-build',
      what: '2 people, 10 working days',
      fromDate: '2026-03-16',
      untilDate: '2026-03-27',
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });

  it('lets the source be chosen with the mouse', async () => {
    const page = await open('decision');
    await page.getByRole('radio', { name: /^Reallocate/ }).check();
    await page.getByRole('combobox', { name: 'From' }).click();
    await page.getByRole('option', { name: 'Fraud model refresh' }).click();
    expect(await page.getByRole('combobox', { name: 'From' }).textContent()).toBe('Fraud model refresh');
  });

  it('keeps the other three choices visible under the opened one', async () => {
    const page = await open('decision');
    await page.getByRole('radio', { name: /^Pivot/ }).check();
    await page.getByLabel('New due date').waitFor();
    expect(await page.getByRole('radio').count()).toBe(4);
  });
});
