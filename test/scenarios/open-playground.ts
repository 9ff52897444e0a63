import { mkdir } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../browser.ts';
import { createFolder } from '../corpus/temporary-folder.ts';
import { runShell } from './running-process.ts';

/** Where the tests leave what a person saw. */
export const SCREENSHOTS = 'test-results';

/** The playground as `npm start` opens it, with the real bot, in a real browser. */
export interface OpenPlayground {
  readonly page: Page;
  /** Writes a message where the person is, and sends it. */
  readonly send: (text: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts the playground and waits until the bot is connected; `env` is set beside what no playground goes without. */
export async function openPlayground(
  executable: string | undefined,
  env: Readonly<Record<string, string>> = {},
): Promise<OpenPlayground> {
  await mkdir(SCREENSHOTS, { recursive: true });
  const data = await createFolder({});
  const bot = runShell('npm start', {
    env: {
      SLACK_BOT_TOKEN: '',
      SLACK_APP_TOKEN: '',
      PORT: '0',
      FACTDESK_DATA: data,
      FACTDESK_FACTS: 'test/fixtures/facts',
      ...env,
    },
  });
  let browser: Browser | undefined;
  const close = async () => {
    await browser?.close();
    await bot.interrupt();
  };
  try {
    const [address] = await bot.untilPrinted(/http:\/\/127\.0\.0\.1:\d+\//);
    browser = await launchChromium(executable);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(address);
    await page.getByText('factdesk is connected').waitFor();
    return { page, send: (text) => send(page, text), close };
  } catch (error) {
    // A playground that did not open must not go on running.
    await close();
    throw error;
  }
}

async function send(page: Page, text: string): Promise<void> {
  const composer = page.getByPlaceholder(/^Message/);
  await composer.fill(text);
  await composer.press('Escape');
  await composer.press('Enter');
}
