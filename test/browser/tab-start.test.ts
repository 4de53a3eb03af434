import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { KPI_DAY_TEN } from '../../sandbox/page/gallery/kpi.ts';
import { PRICING } from '../../sandbox/page/gallery/network.ts';
import { PEOPLE } from '../../sandbox/page/gallery/people.ts';
import { PORTFOLIO } from '../../sandbox/page/gallery/portfolio.ts';
import { DECISION_VIEW } from '../../sandbox/page/gallery/recalibrations.ts';
import { WAITING } from '../../sandbox/page/gallery/waiting.ts';
import type { ClientConfig, MeView } from '../../src/contract/tenant-view.ts';
import { findChromium, NO_CHROMIUM } from '../support/chromium.ts';
import { type BuiltPages, serveBuild } from '../ui/built-pages.ts';

const executablePath = findChromium();
if (executablePath === undefined) console.warn(`skipped: ${NO_CHROMIUM}`);

const TENANT = '8d1a3a4e-1111-4222-8333-444455556666';
const CONFIG: ClientConfig = {
  clientId: '5f0c1f5e-aaaa-4bbb-8ccc-ddddeeeeffff',
  authority: `https://login.microsoftonline.com/${TENANT}`,
  scope: 'api://lastmile/access_as_user',
  knownAuthorities: ['login.microsoftonline.com'],
  trustedHostOrigins: [],
  teamsAppId: 'lastmile',
};
const ME: MeView = {
  person: PEOPLE.ruth,
  appRole: 'Leader',
  abilities: { adopt: true, checkIn: true, seePortfolio: true, administer: false },
  tenant: { name: 'Contoso', timeZone: 'Europe/Berlin', currency: 'EUR' },
  now: '2026-03-11T08:42:00Z',
  today: '2026-03-11',
  initiatives: [],
};
const ANSWERS: Readonly<Record<string, unknown>> = {
  '/api/client-config': CONFIG,
  '/api/me': ME,
  '/api/waiting': WAITING,
  '/api/portfolio': PORTFOLIO,
  '/api/kpis/C1': KPI_DAY_TEN,
  '/api/pricing': PRICING,
  '/api/recalibrations/r-0142': DECISION_VIEW,
};

let pages: BuiltPages;
let browser: Browser;

beforeAll(async () => {
  if (executablePath === undefined) return;
  pages = await serveBuild('vite.config.ts');
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
});
afterAll(async () => {
  await browser?.close();
  await pages?.stop();
});

interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly tokens: string[];
}

/** The built tab in a browser whose host signs the person in, over canned answers. */
async function open(place: string, { bridge = true } = {}): Promise<Opened> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
  onTestFinished(async () => await context.close());
  const page = await context.newPage();
  const tokens: string[] = [];
  await page.route('**/api/**', async (route) => {
    const request = route.request();
    tokens.push(request.headers()['authorization'] ?? 'none');
    const answer = ANSWERS[new URL(request.url()).pathname];
    await route.fulfill(
      answer ? { json: answer } : { status: 404, json: { code: 'not-found', status: 404 } },
    );
  });
  if (bridge) await page.addInitScript(installBridge, { tenant: TENANT });
  await page.goto(`${pages.origin}/tab/index.html${place}`);
  return { page, context, tokens };
}

/** What a host puts into the window: it answers the sign-in library's questions. Runs in the page. */
function installBridge({ tenant }: { readonly tenant: string }): void {
  type Listener = (message: string) => void;
  const listeners: Listener[] = [];
  const part = (value: object): string => btoa(JSON.stringify(value)).replaceAll('=', '');
  const idToken = `${part({ alg: 'none' })}.${part({ oid: 'ruth', tid: tenant, sub: 'ruth', name: 'Ruth' })}.x`;
  const answers: Readonly<Record<string, object>> = {
    GetInitContext: { initContext: { sdkName: 'test', sdkVersion: '1' } },
    GetToken: {
      token: { access_token: 'token-of-ruth', id_token: idToken, expires_in: 3600, properties: null },
      account: {
        homeAccountId: `ruth.${tenant}`,
        environment: 'login.microsoftonline.com',
        tenantId: tenant,
        username: 'ruth@contoso.example',
        localAccountId: 'ruth',
      },
    },
  };
  Object.assign(window, {
    nestedAppAuthBridge: {
      addEventListener: (_: string, listener: Listener) => listeners.push(listener),
      removeEventListener: () => {},
      postMessage: (message: string) => {
        const { method, requestId } = JSON.parse(message) as { method: string; requestId: string };
        const reply = { messageType: 'NestedAppAuthResponse', requestId, success: true, ...answers[method] };
        setTimeout(() => listeners.forEach((listener) => listener(JSON.stringify(reply))), 0);
      },
    },
  });
}

describe.skipIf(executablePath === undefined)('the tab', () => {
  it('signs in without asking where the host can, and shows what waits', async () => {
    const { page, tokens } = await open('');
    await page.getByRole('heading', { name: 'Three things wait for you' }).waitFor();
    expect(new URL(page.url()).hash).toBe('#/waiting');
    expect(new Set(tokens)).toEqual(new Set(['none', 'Bearer token-of-ruth']));
    await page.getByText('Wed\u00a011\u00a0Mar\u00a02026, 09:42').waitFor();
  });

  it('asks to sign in where there is no host, and loses nothing', async () => {
    const { page } = await open('', { bridge: false });
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    expect(await page.getByRole('main').textContent()).toContain('Nothing was lost.');
  });

  it.each([
    ['#/kpi/C1', 'Audit evidence items accepted'],
    ['#/recalibration/r-0142', 'Audit evidence items accepted'],
    ['#/kpi/none', 'The KPI does not exist'],
    ['#/nowhere', 'This page does not exist'],
  ])('opens the link %s at "%s"', async (place, title) => {
    const { page } = await open(place);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(new URL(page.url()).hash).toBe(place);
  });

  it('goes from the portfolio to a KPI and back, with the filter in the address', async () => {
    const { page } = await open('#/portfolio');
    await page.getByRole('searchbox').fill('audit');
    await page.waitForFunction(() => location.hash === '#/portfolio?search=audit');
    await page.locator('[id="row-C1"]').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Audit evidence items accepted' }).waitFor();
    await page.goBack();
    await page.locator('[id="row-C1"]').waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('audit');
  });

  it('keeps the last state when the server is gone, says its time, and offers no decision', async () => {
    const { page } = await open('#/kpi/C1');
    await page.getByRole('link', { name: 'Decide', exact: true }).waitFor();
    await page.unroute('**/api/**');
    await page.route('**/api/**', async (route) => await route.abort());
    await page.getByText('Not connected.').waitFor();
    await page.getByText('You see the state of 09:42.').waitFor();
    expect(await page.getByRole('link', { name: 'Decide', exact: true }).count()).toBe(0);
    await page.getByRole('heading', { level: 1, name: 'Audit evidence items accepted' }).waitFor();
  });

  it('shows a past day without any action', async () => {
    const { page } = await open('#/kpi/C1');
    await page.getByRole('link', { name: 'Decide', exact: true }).waitFor();
    await page.getByRole('button', { name: /^Now/ }).click();
    const asked = page.waitForRequest((request) => request.url().includes('asOf=2026-03-06T22%3A59%3A59'));
    await page.getByLabel('A past day').fill('2026-03-06');
    await asked;
    await page.getByText('As of Fri\u00a06\u00a0Mar, 23:59.').waitFor();
    expect(await page.getByRole('link', { name: 'Decide', exact: true }).count()).toBe(0);
  });
});
