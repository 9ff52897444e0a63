import { accessSync, constants } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const USUAL_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Everything Chromium would ask the outside world at its start is switched off. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The Chromium to test pages with: `FACTDESK_CHROMIUM`, or one in a usual place. Where there is none the browser
 * tests are left out, which is said in one line.
 * @throws Error on CI, where they must run.
 */
export function findChromium(): string | undefined {
  const named = process.env.FACTDESK_CHROMIUM;
  const found = (named === undefined ? USUAL_PATHS : [named]).find(isExecutable);
  if (found !== undefined) return found;
  const where = named ?? 'the usual places';
  if (process.env.CI) throw new Error(`No Chromium in ${where}. Install it: CI must run the browser tests.`);
  console.warn(`No Chromium in ${where}: the browser tests are left out. FACTDESK_CHROMIUM names one.`);
  return undefined;
}

/** Starts a headless Chromium; `extra` are more switches of its command line. */
export function launchChromium(
  executablePath: string | undefined,
  extra: readonly string[] = [],
): Promise<Browser> {
  if (executablePath === undefined) throw new Error('There is no Chromium to start.');
  return chromium.launch({ executablePath, args: [...ARGUMENTS, ...extra] });
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
