import { type Browser, type Frame, type Page, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { TeamsHost } from '../../sandbox/teams/page/teams-host.ts';
import type { HostPerson } from '../../sandbox/teams/page/nested-app-auth.ts';
import type { FixtureTab } from '../sandbox/teams/fixture/tab.ts';
import { APP_ID, type TeamsWorld, directory, startTeamsWorld } from '../sandbox/teams/teams-world.ts';
import { NO_CHROMIUM, findChromium } from '../support/chromium.ts';

declare global {
  // What the fixture pages put into their windows.
  var teams: TeamsHost;
  var people: readonly HostPerson[];
  var tab: FixtureTab;
}

const executablePath = findChromium();
if (executablePath === undefined) console.warn(`skipped: ${NO_CHROMIUM}`);
const RULES = '--host-resolver-rules=MAP * ~NOTFOUND,EXCLUDE localhost,EXCLUDE 127.0.0.1';

let world: TeamsWorld;
let browser: Browser;

beforeAll(async () => {
  if (executablePath === undefined) return;
  [world, browser] = await Promise.all([
    startTeamsWorld(),
    chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', RULES] }),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await world?.stop();
});

interface Opened {
  readonly page: Page;
  readonly errors: readonly string[];
  /** The frame of that number once its page is ready. */
  readonly frame: (index?: number) => Promise<Frame>;
}

async function openHost(query = ''): Promise<Opened> {
  const opened = await openPage(`/host-page.html${query}`);
  await opened.page.locator('body[data-ready]').waitFor({ state: 'attached' });
  return opened;
}

async function openPage(path: string): Promise<Opened> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  onTestFinished(() => context.close());
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${world.origin}${path}`);
  return {
    page,
    errors,
    frame: async (index = 0) => {
      const handle = await page.locator('iframe').nth(index).elementHandle();
      const frame = await handle?.contentFrame();
      if (!frame) throw new Error(`no frame ${index}`);
      await frame.locator('body[data-ready]').waitFor({ state: 'attached' });
      return frame;
    },
  };
}

/** Opens the tab and waits until it has told the host that it is ready. */
async function openTab(
  query = '',
  pageId = 'home',
  subPageId?: string,
): Promise<Opened & { readonly tab: Frame }> {
  const opened = await openHost(query);
  await opened.page.evaluate(([page, sub]) => teams.openTab(page, sub), [pageId, subPageId] as const);
  return { ...opened, tab: await opened.frame() };
}

/** What the pages asked the bridge for, in order. */
function bridgeCalls(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    teams.trace
      .filter((call) => call.func === 'nestedAppAuth.execute')
      .map((call) => (JSON.parse(String(call.data)) as { method: string }).method),
  );
}

const linkTo = (subPageId: string): string =>
  `https://teams.microsoft.com/l/entity/${APP_ID}/home?context=${encodeURIComponent(JSON.stringify({ subEntityId: subPageId }))}`;
const dana = directory.people.findIndex((person) => person.id === 'dana');

describe.skipIf(executablePath === undefined)(
  'the real teams-js and msal-browser in the simulated Teams',
  () => {
    it('initialise, get a token through the bridge and reach the API', async () => {
      const { page, tab, errors } = await openTab();
      expect(await tab.evaluate(() => globalThis.tab.nested())).toBe(true);
      expect(await tab.evaluate(() => globalThis.tab.me())).toEqual({
        mail: 'erika@contoso.example',
        scp: 'access_as_user',
        roles: ['Leader'],
      });
      expect(await page.evaluate(() => [teams.state, teams.violations])).toEqual(['ready', []]);
      expect(await bridgeCalls(page)).toEqual(['GetInitContext', 'GetToken']);
      expect(errors).toEqual([]);
    });

    it('read who, where and how from the context', async () => {
      const { tab } = await openTab('', 'ledger', 'kpi/7');
      const context = await tab.evaluate(() => globalThis.tab.context());
      expect(context).toMatchObject({
        app: { theme: 'default', host: { name: 'Teams', clientType: 'web' } },
        page: { id: 'ledger', subPageId: 'kpi/7', frameContext: 'content' },
        user: {
          id: directory.people[0]?.oid,
          loginHint: 'erika@contoso.example',
          tenant: { id: directory.tenantId },
        },
      });
    });

    it('take the second token from the cache and a forced one from the host', async () => {
      const { page, tab } = await openTab();
      await tab.evaluate(() => globalThis.tab.me());
      await tab.evaluate(() => globalThis.tab.me());
      expect(await bridgeCalls(page)).toEqual(['GetInitContext', 'GetToken']);
      await tab.evaluate(() => globalThis.tab.me(true));
      expect(await bridgeCalls(page)).toEqual(['GetInitContext', 'GetToken', 'GetToken']);
    });

    it('become somebody else when the person is switched', async () => {
      const { page, frame, tab } = await openTab();
      await tab.evaluate(() => globalThis.tab.me());
      await page.evaluate((index) => {
        const person = people[index];
        if (person) teams.switchPerson(person);
      }, dana);
      const again = await frame();
      expect(await again.evaluate(() => globalThis.tab.me())).toMatchObject({ mail: 'dana@contoso.example' });
      expect(await again.evaluate(() => globalThis.tab.context())).toMatchObject({
        user: { loginHint: 'dana@contoso.example' },
      });
    });

    it('hear every change of theme', async () => {
      const { page, tab } = await openTab();
      for (const theme of ['dark', 'contrast', 'default'] as const)
        await page.evaluate((name) => teams.setTheme(name), theme);
      await expect
        .poll(() => tab.evaluate(() => globalThis.tab.themes))
        .toEqual(['dark', 'contrast', 'default']);
    });
  },
);

describe.skipIf(executablePath === undefined)('links', () => {
  it('that the page shares lead back to the same place', async () => {
    const { page, tab, frame } = await openTab();
    await tab.evaluate(() => globalThis.tab.share('kpi/42'));
    await expect.poll(() => page.evaluate(() => teams.sharedLink)).toContain(`/l/entity/${APP_ID}/home?`);
    await page.evaluate(() => teams.openDeepLink(teams.sharedLink ?? ''));
    const context = await (await frame()).evaluate(() => globalThis.tab.context());
    expect(context.page.subPageId).toBe('kpi/42');
  });

  it.each([
    ['kind', 'kpi/7'],
    ['stale', 'kpi/1'],
  ] as const)('reach a %s cached page as %s, without a reload', async (mode, seen) => {
    const { page, tab } = await openTab('', 'home', 'kpi/1');
    await tab.evaluate(() => globalThis.tab.resumable());
    await page.evaluate(
      ([cached, link]) => {
        teams.cachedTabs = cached;
        teams.openDeepLink(link);
      },
      [mode, linkTo('kpi/7')] as const,
    );
    await expect.poll(() => tab.evaluate(() => globalThis.tab.resumed)).toEqual([seen]);
    await expect.poll(() => page.evaluate(() => teams.state)).toBe('ready');
  });

  it('out of the app are handed to the sandbox, and unreadable ones refused', async () => {
    const { page, tab } = await openTab();
    const meeting = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting/0';
    expect(await tab.evaluate((url) => globalThis.tab.openLink(url), meeting)).toBe('done');
    expect(await page.evaluate(() => teams.externalLinks)).toEqual([meeting]);
    expect(await tab.evaluate(() => globalThis.tab.openLink('nowhere'))).toMatch(/^Error:/);
  });

  it('inside the app change the page, and an undeclared page is refused', async () => {
    const { page, tab, frame } = await openTab();
    expect(await tab.evaluate(() => globalThis.tab.navigate('nowhere', 'x'))).not.toBe('done');
    // The page is taken down while it waits, as in Teams.
    void tab.evaluate(() => void globalThis.tab.navigate('ledger', 'kpi/9'));
    await expect
      .poll(async () => (await frame()).evaluate(() => globalThis.tab.context().then((c) => c.page.id)))
      .toBe('ledger');
    expect(await page.evaluate(() => teams.violations)).toEqual([]);
  });
});

describe.skipIf(executablePath === undefined)('a dialog', () => {
  it('has its own frame and token and answers the page that asked', async () => {
    const { page, tab } = await openTab();
    const answer = tab.evaluate((url) => globalThis.tab.ask(url), `${world.origin}/dialog.html`);
    await page.frameLocator('iframe >> nth=1').getByText('Stop the initiative').click();
    expect(await answer).toMatchObject({
      result: { decision: 'stop', frame: 'task', me: { mail: 'erika@contoso.example' } },
    });
    expect(await page.locator('iframe').count()).toBe(1);
  });

  it('closed by the person answers with a reason and no result', async () => {
    const { page, tab } = await openTab();
    const answer = tab.evaluate((url) => globalThis.tab.ask(url), `${world.origin}/dialog.html`);
    await page.locator('iframe').nth(1).waitFor();
    await page.evaluate(() => teams.closeDialog());
    expect(await answer).toEqual({ err: 'User cancelled/closed the task module.', result: undefined });
  });

  it('outside the manifest’s domains is refused', async () => {
    const { tab } = await openTab();
    const answer = await tab.evaluate(() => globalThis.tab.ask('https://elsewhere.example/dialog'));
    expect(answer).toMatchObject({ err: "elsewhere.example is not in the manifest's validDomains" });
  });
});

describe.skipIf(executablePath === undefined)('signing in', () => {
  it('asks for a popup once when consent is missing', async () => {
    world.identity.broker.requireConsent(directory.people[0]?.oid ?? '');
    const { page, tab } = await openTab();
    expect(await tab.evaluate(() => globalThis.tab.me())).toMatchObject({ mail: 'erika@contoso.example' });
    expect(await bridgeCalls(page)).toEqual(['GetInitContext', 'GetToken', 'GetTokenPopup']);
  });

  it.each([
    ['USER_CANCEL', 'user_canceled'],
    ['NO_NETWORK', 'no_network_connectivity'],
    ['ACCOUNT_UNAVAILABLE', 'no_account_found'],
    ['DISABLED', 'nested_app_auth_bridge_disabled'],
    ['PERSISTENT_ERROR', 'scripted'],
  ] as const)('that ends in %s is called %s by MSAL', async (status, name) => {
    const { tab } = await openTab();
    world.identity.broker.failNext(status);
    expect(await tab.evaluate(() => globalThis.tab.me())).toMatch(new RegExp(`:${name}$`));
  });

  it('finds no bridge in a host from before nested app authentication', async () => {
    const { tab } = await openTab('?old');
    expect(await tab.evaluate(() => globalThis.tab.nested())).toBe(false);
    expect(await tab.evaluate(() => globalThis.tab.me())).toBe('BrowserAuthError:no_account_error');
  });

  it('works in a plain browser with a popup in which a person is picked', async () => {
    const { page } = await openPage('/tab.html');
    await page.locator('body[data-ready]').waitFor({ state: 'attached' });
    const popup = page.waitForEvent('popup');
    const me = page.evaluate(() => globalThis.tab.popup());
    await (await popup).getByText('Dana Lindqvist').click();
    expect(await me).toMatchObject({ mail: 'dana@contoso.example', roles: ['Manager'] });
    expect(await page.evaluate(() => globalThis.tab.me(true))).toMatchObject({
      mail: 'dana@contoso.example',
    });
  });
});

describe.skipIf(executablePath === undefined)('a strict host', () => {
  it('shows the page in the side panel of a meeting, and only where the manifest lets it', async () => {
    const { page, frame } = await openHost();
    await page.evaluate(() => teams.openSidePanel('meeting-1', 'home', 'decide/1'));
    const context = await (await frame()).evaluate(() => globalThis.tab.context());
    expect(context).toMatchObject({
      page: { frameContext: 'sidePanel', subPageId: 'decide/1' },
      meeting: { id: 'meeting-1' },
    });
    const refusal = page.evaluate(() => teams.openSidePanel('meeting-1', 'ledger'));
    await expect(refusal).rejects.toThrow(/does not let 'ledger' appear as meetingSidePanel/);
  });

  it.each([
    ['a page the manifest does not declare', 'nowhere', /no static tab 'nowhere'/],
    ['a page outside its domains', 'astray', /elsewhere\.example is not in the manifest/],
  ])('does not open %s', async (_what, pageId, message) => {
    const { page } = await openHost();
    await expect(page.evaluate((id) => teams.openTab(id), pageId)).rejects.toThrow(message);
  });

  it.each([
    ['another app', 'https://teams.microsoft.com/l/entity/other/home', /another app/],
    ['anything but an app', 'https://teams.microsoft.com/l/chat/0/0', /not a link to an app/],
  ])('does not follow a link to %s', async (_what, url, message) => {
    const { page } = await openHost();
    await expect(page.evaluate((link) => teams.openDeepLink(link), url)).rejects.toThrow(message);
  });

  it('records and refuses a call it does not implement', async () => {
    const { page, tab } = await openTab();
    expect(await tab.evaluate(() => globalThis.tab.leaveDomain())).toMatch(/^Error:/);
    expect(await page.evaluate(() => teams.violations.map((call) => call.func))).toEqual([
      'navigateCrossDomain',
    ]);
  });

  it('ignores messages that do not come from its frames', async () => {
    const { page } = await openTab();
    const before = await page.evaluate(() => teams.trace.length);
    await page.evaluate(() => globalThis.postMessage({ id: 99, func: 'getContext', args: [] }, '*'));
    await page.evaluate(() => new Promise((resolve) => globalThis.requestAnimationFrame(resolve)));
    expect(await page.evaluate(() => teams.trace.length)).toBe(before);
  });
});
