import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type StandIn, startStandIn } from '../../src/playground/index.ts';
import { findChromium, launchChromium } from '../browser.ts';
import { startTinyApp } from './tiny-app.ts';
import { tinyManifest } from './tiny-manifest.ts';

const executable = findChromium();

/** Presses Tab until the focus is on something with this name. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const nameOfFocused = 'document.activeElement.ariaLabel ?? document.activeElement.textContent';
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const label = String(await page.evaluate(nameOfFocused)).trim();
    if (typeof name === 'string' ? label === name : name.test(label)) return;
  }
  throw new Error(`Tab does not reach ${name}.`);
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

/** Every accessibility rule that the page breaks, with what breaks it. */
async function accessibilityProblems(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>(`axe.run({ runOnly: ${JSON.stringify(RULES)} })`);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

describe.runIf(executable !== undefined)('the page', () => {
  let browser: Browser;
  let standIn: StandIn;
  let stop: () => Promise<void>;
  let page: Page;
  let trouble: string[];

  beforeAll(async () => {
    browser = await launchChromium(executable);
  });
  afterAll(() => browser.close());

  const open = async (options: Parameters<Browser['newPage']>[0] = {}) => {
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options });
    trouble = [];
    page.on('pageerror', ({ message }) => trouble.push(message));
    page.on('console', (line) => line.type() === 'error' && trouble.push(line.text()));
    page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(standIn.url) && !url.startsWith('data:')) trouble.push(`asked for ${url}`);
    });
    await page.goto(standIn.url);
    await page.getByText('Echo is connected').waitFor();
  };

  beforeEach(async () => {
    standIn = await startStandIn({
      manifest: tinyManifest,
      examples: ['What came first?', 'What came last?'],
    });
    ({ stop } = await startTinyApp(standIn));
    await open();
  });

  afterEach(async () => {
    await page.close();
    await stop();
    await standIn.close();
    expect(trouble).toEqual([]);
  });

  const log = (name: string) => page.getByRole('log', { name });

  it('takes a slash command by keyboard and shows the reply as visible to the asker alone', async () => {
    await tabTo(page, 'Message #newsroom');
    await page.keyboard.type('/ec');
    await page.getByRole('option', { name: /\/echo anything at all/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('who & <what>?');
    await page.keyboard.press('Enter');
    const reply = log('Messages in #newsroom').getByRole('article', { name: 'Echo' });
    await reply.getByText('Only visible to you').waitFor();
    await expect(reply.getByRole('blockquote').textContent()).resolves.toBe('who &amp; &lt;what&gt;?');
    await page.getByText('Jonas Adeyemi').click();
    await page.getByText('Ask in #newsroom').waitFor();
    await expect(log('Messages in #newsroom').getByRole('article').count()).resolves.toBe(0);
  });

  it('sends a command that is typed completely at the first Enter', async () => {
    await tabTo(page, 'Message #newsroom');
    await page.keyboard.type('/echo');
    await page.getByRole('option', { name: /\/echo anything at all/ }).waitFor();
    await page.keyboard.press('Enter');
    await log('Messages in #newsroom').getByText('nothing', { exact: true }).waitFor();
    await expect(page.getByRole('textbox').inputValue()).resolves.toBe('');
  });

  it('takes a mention by keyboard and opens the thread of the reply', async () => {
    await tabTo(page, 'Message #newsroom');
    await page.keyboard.type('@ec');
    await page.keyboard.press('Tab');
    await page.keyboard.type('in public');
    await page.keyboard.press('Enter');
    const thread = log('Messages in the thread');
    await thread.getByRole('article', { name: 'Echo' }).getByText('in public').waitFor();
    await page.getByText('Jonas Adeyemi').click();
    await page.getByRole('button', { name: '1 reply' }).waitFor();
  });

  it('takes a direct message by keyboard and shows the reply under it', async () => {
    await tabTo(page, /direct message/);
    await page.keyboard.press('Enter');
    await tabTo(page, 'Message Echo');
    await page.keyboard.type('between us');
    await page.keyboard.press('Enter');
    await log('Messages in Echo').getByText('Echo: between us').waitFor();
  });

  it('keeps the focus inside a modal, shows what is wrong, and closes on Escape', async () => {
    await tabTo(page, 'Shortcuts');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Ask' });
    await dialog.waitFor();
    await page.keyboard.press('Enter');
    await dialog.getByText('Please complete this required field.').waitFor();
    for (let presses = 0; presses < 8; presses += 1) await page.keyboard.press('Tab');
    await expect(page.evaluate(`document.activeElement.closest('main') === null`)).resolves.toBe(true);
    await dialog.getByLabel('Your question').fill('no');
    await page.keyboard.press('Enter');
    await dialog.getByText('Ask something else.').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('takes Escape pressed twice for one modal, and shows no trouble for the second', async () => {
    await tabTo(page, 'Message #newsroom');
    await page.keyboard.type('/echo twice');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Details' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ask' });
    await dialog.waitFor();
    const actions: string[] = [];
    page.on(
      'response',
      (response) => response.url().includes('/actions/') && actions.push(`${response.status()}`),
    );
    await page.evaluate(
      `for (const press of [1, 2]) document.querySelector('dialog').dispatchEvent(new Event('cancel'))`,
    );
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('textbox').fill('/echo after it');
    await page.getByRole('textbox').press('Enter');
    await log('Messages in #newsroom').getByText('after it').waitFor();
    expect(actions).toEqual(['204', '204']);
    await expect(page.locator('.notices').textContent()).resolves.toBe('');
  });

  it('shows what went wrong away from the box, until it is closed or some seconds have gone', async () => {
    const box = page.getByRole('textbox');
    const notice = page.locator('.notices p');
    await page.getByRole('textbox').fill('/echo once');
    await page.getByRole('textbox').press('Enter');
    const again = page.getByRole('button', { name: 'Again' });
    await again.waitFor();
    await stop();
    const goWrong = async () => {
      await again.click();
      await notice.waitFor();
    };
    await goWrong();
    const [over, under] = [await notice.boundingBox(), await box.boundingBox()];
    expect((over?.y ?? 0) + (over?.height ?? 0)).toBeLessThan(under?.y ?? 0);
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await notice.waitFor({ state: 'detached' });
    await goWrong();
    await page.evaluate(`document.querySelector('.notices p').getAnimations()[0].finish()`);
    await notice.waitFor({ state: 'detached' });
  });

  it('shows the Home tab, and calls a shortcut on a message from its menu', async () => {
    await page.getByRole('button', { name: 'Echo Home' }).click();
    await page.getByRole('heading', { name: 'Echo at home' }).waitFor();
    standIn.person('jonas').say('newsroom', 'a line to echo');
    await page.getByRole('button', { name: 'newsroom' }).click();
    await page.getByRole('article', { name: 'Jonas Adeyemi' }).hover();
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: /Echo this/ }).click();
    await log('Messages in #newsroom').getByText('Echo: a line to echo').waitFor();
  });

  it('shows words as they stand, whatever another markup would make of them', async () => {
    const typed = '# 5 * 3 * 2 = [x](y) <b> &amp; 1. 12:30:45 | a |';
    standIn.person('jonas').say('newsroom', typed);
    const article = page.getByRole('article', { name: 'Jonas Adeyemi' });
    await expect(article.locator('.text').textContent()).resolves.toBe(typed);
  });

  it('fills the box with an example and sends the suggestions of the app', async () => {
    await page.getByRole('button', { name: 'What came last?' }).click();
    await expect(page.getByRole('textbox').inputValue()).resolves.toBe('/echo What came last?');
    await page.getByRole('button', { name: /direct message/ }).click();
    await page.getByRole('button', { name: 'First', exact: true }).click();
    await log('Messages in Echo').getByText('Echo: What came first?').waitFor();
  });

  it('marks where others wrote something new, until one looks', async () => {
    const channel = page.getByRole('button', { name: 'foreign-desk' });
    const jonas = standIn.person('jonas');
    jonas.say('foreign-desk', 'news');
    await channel.getByText('new', { exact: true }).waitFor();
    await channel.click();
    await log('Messages in #foreign-desk').getByText('news').waitFor();
    await expect(channel.textContent()).resolves.toBe('#foreign-desk');
  });

  it('opens a thread by keyboard with the cursor in its box, and returns on Escape', async () => {
    const said = standIn.person('jonas').say('newsroom', 'a thread');
    standIn.person('jonas').say('newsroom', 'with a reply', { thread: said.ts });
    await page.getByRole('button', { name: '1 reply' }).press('Enter');
    await log('Messages in the thread').getByText('with a reply').waitFor();
    await page.keyboard.type('another');
    await page.keyboard.press('Enter');
    await log('Messages in the thread').getByText('another').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('complementary', { name: 'Thread' }).waitFor({ state: 'detached' });
    await page.keyboard.type('back again');
    await expect(page.getByRole('textbox').inputValue()).resolves.toBe('back again');
  });

  it('opens at the address of a message', async () => {
    const said = standIn.person('jonas').say('foreign-desk', 'over here');
    await page.goto(`${standIn.url}archives/${said.channel}/p${said.ts.replace('.', '')}`);
    await log('Messages in the thread').getByText('over here').waitFor();
    await page.getByRole('heading', { name: '#foreign-desk' }).waitFor();
  });

  it.each([
    ['light', { width: 1280, height: 800 }],
    ['dark', { width: 1280, height: 800 }],
    ['light', { width: 375, height: 800 }],
    ['dark', { width: 375, height: 800 }],
  ] as const)(
    'breaks no accessibility rule and never scrolls sideways (%s, %o)',
    async (colorScheme, viewport) => {
      await page.close();
      await open({ colorScheme, viewport });
      await page.getByRole('textbox').fill('/echo in the open');
      await page.keyboard.press('Enter');
      await page.getByText('Only visible to you').waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.getByRole('button', { name: 'Details' }).click();
      await page.getByRole('dialog').waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      const width = await page.evaluate('document.documentElement.scrollWidth');
      expect(width).toBe(viewport.width);
    },
  );

  it('opens the menu as a drawer on a phone, and Escape closes it', async () => {
    await page.setViewportSize({ width: 375, height: 800 });
    await page.getByRole('button', { name: 'Open the menu' }).click();
    await page
      .getByRole('navigation', { name: 'Workspace' })
      .getByRole('button', { name: 'newsroom' })
      .waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('navigation', { name: 'Workspace' }).waitFor({ state: 'hidden' });
  });
});
