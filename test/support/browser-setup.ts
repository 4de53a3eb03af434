import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { findChromium, NO_CHROMIUM } from './chromium.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const BUILT = [
  'dist/web/tab/index.html',
  'dist/web/excel-addin/index.html',
  'dist/sandbox-web/page/index.html',
];

/** Before the browser tests: there is a browser, and the pages are built. Else it says exactly what to do. */
export function setup(): void {
  const missing = BUILT.filter((file) => !existsSync(resolve(ROOT, file)));
  if (missing.length > 0) throw new Error(`${missing.join(', ')} not built. Run: npm run build`);
  if (findChromium() !== undefined) return;
  if (mayInstall()) install();
  if (findChromium() === undefined) throw new Error(NO_CHROMIUM);
}

/** Only as root of a Debian-like system, such as a fresh container: nobody's own machine is changed. */
function mayInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && !process.env['CHROME_PATH'];
}

function install(): void {
  console.warn('No browser found: installing chromium with apt-get.');
  try {
    execFileSync('apt-get', ['update'], { stdio: 'inherit' });
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { stdio: 'inherit' });
  } catch (error) {
    // The message that follows says what else can be done.
    console.warn(`apt-get could not install chromium: ${String(error)}`);
  }
}
