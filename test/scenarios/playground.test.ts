import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../browser.ts';
import { type OpenPlayground, openPlayground, SCREENSHOTS } from './open-playground.ts';

const executable = findChromium();
const QUESTION = 'how many civlians were killed by mines in Ukraine?';

describe.runIf(executable !== undefined)('the playground with the real bot and real facts', () => {
  let playground: OpenPlayground;
  let page: Page;

  beforeAll(async () => {
    playground = await openPlayground(executable);
    page = playground.page;
  });

  afterAll(async () => {
    await playground?.close();
  });

  const send = (text: string) => playground.send(text);
  const log = () => page.getByRole('log').first();

  it('answers a slash command to the asker alone, with the words, the speaker and the source', async () => {
    await send(`/fact ${QUESTION}`);
    await log().getByText('Only visible to you').waitFor();
    const words = await log().innerText();
    expect(words).toContain('puts at 407 the number of Ukrainian civilians killed by mines');
    expect(words).toContain('Searched for civilians');
    expect(words).toContain('United Nations report, October 2024');
    expect(words).toContain('publisher and link not recorded');
    await page.screenshot({ path: `${SCREENSHOTS}/slash-command.png` });
    await page.getByText('Jonas Adeyemi').click();
    await page.getByText('Ask in #newsroom').waitFor();
    expect(await log().innerText()).not.toContain('407');
    await page.getByText('Maya Lindqvist').last().click();
  });

  it('answers a mention in its thread', async () => {
    await send('@factdesk how big is an anti-personnel mine?');
    const thread = page.getByRole('complementary').filter({ hasText: 'Thread' });
    await thread.getByText('hockey puck').waitFor();
    expect(await thread.innerText()).toContain('News report on United States anti-personnel mines');
    await page.screenshot({ path: `${SCREENSHOTS}/mention.png` });
  });

  it('sets the newest figure above those of other years', async () => {
    await send('/fact How many deaths did land mines cause?');
    await log().getByText('Other years').waitFor();
    const words = await log().innerText();
    expect(words.indexOf('1,983 died')).toBeGreaterThan(words.indexOf('Other years'));
    expect(words.indexOf('Other years')).toBeGreaterThan(words.indexOf('1,945 were killed'));
    await page.screenshot({ path: `${SCREENSHOTS}/other-years.png` });
  });

  it('asks an earlier question again with one press on the Home tab', async () => {
    await page.getByRole('button', { name: 'factdesk Home' }).click();
    await page.getByRole('button', { name: /^Ask again: How many deaths did land mines cause/ }).click();
    await page.getByText('You asked: How many deaths did land mines cause?').waitFor();
    await page.screenshot({ path: `${SCREENSHOTS}/home.png` });
  });

  it('makes source notes of what somebody got, as a file in their direct messages', async () => {
    await page.getByRole('button', { name: 'factdesk Home' }).click();
    await page.getByRole('button', { name: /^Source notes/ }).click();
    const window = page.getByRole('dialog', { name: 'Source notes' });
    await window.getByText('listed as they were shown to you').waitFor();
    await page.screenshot({ path: `${SCREENSHOTS}/source-notes-window.png` });
    await window.getByRole('button', { name: 'Make notes' }).click();
    await window.getByText('as files').waitFor();
    await window.getByRole('button', { name: 'Close' }).first().click();
    await page.getByRole('button', { name: /direct message/ }).click();
    await log().getByText('Source notes (Markdown)').click();
    expect(await log().innerText()).toContain('Retrieved: ');
    await page.screenshot({ path: `${SCREENSHOTS}/source-notes.png` });
  });

  it('answers a direct message, and says so when nothing on file answers', async () => {
    await page.getByRole('button', { name: /direct message/ }).click();
    await send('Who won the bicycle race in Lisbon?');
    await page.getByText('Nothing on file answers this.').waitFor();
    await page.screenshot({ path: `${SCREENSHOTS}/direct-message.png` });
  });
});
