import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../browser.ts';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';
import { type OpenPlayground, openPlayground, SCREENSHOTS } from './open-playground.ts';

const executable = findChromium();
const sheet = (metres: number, ...fields: readonly string[]) =>
  createSheet(
    `## bridge\n> The bridge over the Example is ${metres} metres long.\n\n- kind: statement\n- as of: 2024\n` +
      fields.map((field) => `- ${field}\n`).join(''),
    'title: Bridges of Exampleton\npublisher: Bridge Office\npublished: 2024-10-01\ntopics: [bridges]',
  );

describe.runIf(executable !== undefined)('a fact that changes, in the playground', () => {
  let facts: string;
  let playground: OpenPlayground;
  let page: Page;

  beforeAll(async () => {
    facts = await createFolder({ 'bridge.md': sheet(120) });
    playground = await openPlayground(executable, { FACTDESK_FACTS: facts });
    page = playground.page;
  });

  afterAll(async () => {
    await playground?.close();
  });

  const become = (name: string) => page.getByRole('radio', { name }).check();
  const go = (name: RegExp) => page.getByRole('navigation').getByRole('button', { name }).click();
  const log = (name: string) => page.getByRole('log', { name });

  it('brings the desk a card, is corrected where it stands, and is told to who got it, who says that they know', async () => {
    await become('Maya Lindqvist');
    await go(/newsroom/);
    await playground.send('@factdesk how long is the bridge?');
    const thread = log('Messages in the thread');
    await thread.getByText('120 metres').waitFor();
    await writeFile(join(facts, 'bridge.md'), sheet(210, 'correction: Two digits were swapped.'));

    await become('Inês Carvalho');
    await go(/fact-desk/);
    const card = log('Messages in #fact-desk').getByRole('article').filter({ hasText: 'Recall 1' });
    await card.getByText('1 message shows the old words').waitFor();
    await page.screenshot({ path: `${SCREENSHOTS}/recall-card.png` });
    await card.getByRole('button', { name: /^Correct and tell/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Correct and tell' });
    await dialog.getByText('everybody who got it is told once').waitFor();
    expect(await dialog.getByLabel('What was wrong, in one sentence').inputValue()).toBe(
      'Two digits were swapped.',
    );
    await page.screenshot({ path: `${SCREENSHOTS}/recall-verb.png` });
    await dialog.getByRole('button', { name: 'Correct' }).click();
    await page.getByText('It is under way. The card counts up.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
    await card.getByText('Copies: 1 of 1 changed.').waitFor();

    await become('Maya Lindqvist');
    await go(/newsroom/);
    await page
      .getByRole('button', { name: /1 reply|View thread|replies/ })
      .first()
      .click();
    await thread.getByText('is “The bridge over the Example is 210 metres long.”').waitFor();
    await page.screenshot({ path: `${SCREENSHOTS}/recall-copy.png` });
    await go(/direct message/);
    const notice = log('Messages in factdesk')
      .getByRole('article')
      .filter({ hasText: 'A quote that you got' });
    await notice.waitFor();
    await page.screenshot({ path: `${SCREENSHOTS}/recall-notice.png` });
    await notice.getByRole('button', { name: /^Seen/ }).click();
    await notice.getByText('You have said that you know.').waitFor();

    await become('Inês Carvalho');
    await go(/fact-desk/);
    await card.getByText('People: 1 of 1 told, 1 has seen it.').waitFor();
    await page.screenshot({ path: `${SCREENSHOTS}/recall-done.png` });
  });
});
