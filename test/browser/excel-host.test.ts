import { createRequire } from 'node:module';
import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Frame, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureCertificate } from '../../sandbox/certificate.ts';
import { findChromium, NO_CHROMIUM } from '../support/chromium.ts';
import type { ExcelHostPage } from './excel-host-page.ts';
import { serveSite, type Site } from './https-server.ts';

const executablePath = findChromium();
if (executablePath === undefined) console.warn(NO_CHROMIUM);

const PANE = `<!doctype html><meta charset="utf-8"><title>Pane</title><script src="/lib/office.js"></script>
<script>window.ready = new Promise((resolve) => Office.onReady(resolve)); window.events = [];</script><h1>Pane</h1>`;

/** The pane's globals, as far as the test uses them. */
type PaneWindow = Window & { readonly ready: Promise<unknown>; readonly events: unknown[] };

describe.skipIf(executablePath === undefined)(
  'the simulated Excel host page around the real office.js',
  () => {
    let sites: readonly Site[] = [];
    let browser: Browser;
    let page: Page;
    let pane: Frame;
    const elsewhere: string[] = [];

    beforeAll(async () => {
      const pair = await ensureCertificate(await mkdtemp(path.join(os.tmpdir(), 'excel-host-')));
      const office = path.join(
        path.dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')),
        'dist',
      );
      const hostPage = `<!doctype html><meta charset="utf-8"><title>Excel</title><body><script type="module" src="/host.js"></script>`;
      const host = await serveSite(pair, {
        pages: { '/': hostPage, '/host.js': await bundled('excel-host-page.ts') },
      });
      const addIn = await serveSite(pair, { pages: { '/pane.html': PANE }, folders: { '/lib/': office } });
      sites = [host, addIn];
      browser = await chromium.launch({ executablePath: executablePath ?? '', args: ['--no-sandbox'] });
      page = await browser.newPage({ ignoreHTTPSErrors: true });
      page.on('request', (request) => {
        if (new URL(request.url()).hostname !== 'localhost') elsewhere.push(request.url());
      });
      await page.goto(`${host.origin}/?pane=${encodeURIComponent(`${addIn.origin}/pane.html`)}`);
      pane = await paneOf(page, addIn.origin);
    });

    afterAll(async () => {
      await browser?.close();
      for (const site of sites) await site.close();
    });

    it('is Excel on the web to Office.onReady', async () => {
      expect(await pane.evaluate(() => (window as unknown as PaneWindow).ready)).toMatchObject({
        host: 'Excel',
        platform: 'OfficeOnline',
      });
    });

    it('answers Excel.run through the channel, in one counted sync', async () => {
      await page.evaluate(() => (window as unknown as ExcelHostPage).host.resetSyncs());
      const values = await pane.evaluate(() =>
        Excel.run(async (context) => {
          const range = context.workbook.worksheets.getActiveWorksheet().getUsedRange(true).load('values');
          range.getCell(1, 1).values = [[70]];
          await context.sync();
          return range.values;
        }),
      );
      expect(values).toEqual([
        ['KPI', 'Actual'],
        ['Loans approved', 62],
      ]);
      const seen = await page.evaluate(() => {
        const { host } = window as unknown as ExcelHostPage;
        return { syncs: host.syncs, value: host.workbook.active.cell(1, 1)?.value };
      });
      expect(seen).toEqual({ syncs: 1, value: 70 });
    });

    it('tells the pane what a person types and selects', async () => {
      await pane.evaluate(() =>
        Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getActiveWorksheet();
          const { events } = window as unknown as PaneWindow;
          sheet.onChanged.add((event) => Promise.resolve(void events.push(['changed', event.address])));
          sheet.onSelectionChanged.add((event) =>
            Promise.resolve(void events.push(['selected', event.address])),
          );
          await context.sync();
        }),
      );
      await page.evaluate(() => {
        const { host } = window as unknown as ExcelHostPage;
        host.dispatchUserEdit('KPIs', 'B2', '80%');
        host.select('B2');
      });
      await pane.waitForFunction(() => (window as unknown as PaneWindow).events.length >= 2);
      expect(await pane.evaluate(() => (window as unknown as PaneWindow).events)).toEqual([
        ['changed', 'B2'],
        ['selected', 'B2'],
      ]);
    });

    it('keeps document settings and refuses single sign-on with 13001', async () => {
      const kept = await pane.evaluate(async () => {
        const { settings } = Office.context.document;
        settings.set('workbook', { id: 7 });
        await new Promise((resolve) => settings.saveAsync(resolve));
        const refusal = await Office.auth
          .getAccessToken()
          .catch((error: { readonly code: number }) => error.code);
        return { setting: settings.get('workbook') as unknown, refusal };
      });
      expect(kept).toEqual({ setting: { id: 7 }, refusal: 13001 });
      expect(
        await page.evaluate(() => [...(window as unknown as ExcelHostPage).host.workbook.documentSettings]),
      ).toEqual([['workbook', '{"id":7}']]);
    });

    it('makes a batch wait while a person types in a cell, and fail where the pane did not ask to wait', async () => {
      await page.evaluate(() => (window as unknown as ExcelHostPage).host.beginCellEdit());
      const impatient = await pane.evaluate(() =>
        Excel.run(async (context) => {
          context.workbook.worksheets.getActiveWorksheet().load('name');
          await context.sync();
        }).catch((error: { readonly code: string }) => error.code),
      );
      expect(impatient).toBe('InvalidOperationInCellEditMode');
      const patient = pane.evaluate(() =>
        Excel.run({ delayForCellEdit: true }, async (context) => {
          const range = context.workbook.worksheets.getActiveWorksheet().getRange('B2').load('text');
          await context.sync();
          return range.text;
        }),
      );
      await page.evaluate(() =>
        (window as unknown as ExcelHostPage).host.dispatchUserEdit('KPIs', 'B2', '90%'),
      );
      expect(await patient).toEqual([['90%']]);
    });

    it('sends nothing to any other machine', () => {
      expect(elsewhere).toEqual([]);
    });
  },
);

/** One script out of the host page's source and all it imports. */
async function bundled(entry: string): Promise<string> {
  const input = fileURLToPath(new URL(entry, import.meta.url));
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, rollupOptions: { input } },
  });
  const outputs = Array.isArray(result) ? result : [result];
  const chunks = outputs
    .flatMap((output) => ('output' in output ? output.output : []))
    .flatMap((part) => (part.type === 'chunk' ? [part.code] : []));
  return chunks.join('\n');
}

async function paneOf(page: Page, origin: string): Promise<Frame> {
  await page.waitForFunction(() => document.querySelector('iframe') !== null);
  const handle = await page.waitForSelector('iframe');
  const frame = await handle.contentFrame();
  if (frame === null) throw new Error('the host page has no frame');
  await frame.waitForURL(`${origin}/pane.html`);
  return frame;
}
