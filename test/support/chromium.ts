import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const MAC = ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
  (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
);
const WINDOWS = [
  String.raw`Google\Chrome\Application\chrome.exe`,
  String.raw`Microsoft\Edge\Application\msedge.exe`,
];

/** CHROME_PATH, then a Chrome, Chromium or Edge of this system, then Playwright's own; undefined where there is none. */
export function findChromium(): string | undefined {
  const wanted = process.env['CHROME_PATH'];
  if (wanted !== undefined && wanted !== '') return existsSync(wanted) ? wanted : undefined;
  return [...onPath(), ...MAC, ...windowsPlaces(), chromium.executablePath()].find(
    (file) => file !== '' && existsSync(file),
  );
}

/** What to tell a person whose machine has no browser for the tests. */
export const NO_CHROMIUM =
  'No Chrome, Chromium or Edge found. Install one, or set CHROME_PATH, or run: npx playwright-core install chromium';

function onPath(): readonly string[] {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
}

function windowsPlaces(): readonly string[] {
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
    (name) => process.env[name] ?? [],
  );
  return roots.flatMap((root) => WINDOWS.map((file) => path.join(root, file)));
}
