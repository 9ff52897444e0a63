import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../browser.ts';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';
import { type OpenPlayground, openPlayground, SCREENSHOTS } from './open-playground.ts';

const executable = findChromium();
const BRIDGE = createSheet(
  '## bridge\n> The bridge over the Example is 120 metres long.\n\n- kind: statement\n- as of: 2024\n',
  'title: Bridges of Exampleton\npublisher: Bridge Office\npublished: 2024-10-01\ntopics: [bridges]',
);
const TOWER = createSheet(
  '## tower\n> The tower of Exampleton is 30 metres high.\n\n- kind: statement\n- as of: 2024\n',
  'title: Towers of Exampleton\npublisher: Tower Office\npublished: 2024-10-01\ntopics: [towers]',
);

describe.runIf(executable !== undefined)('the desk in the playground', () => {
  let facts: string;
  let playground: OpenPlayground;
  let page: Page;

  beforeAll(async () => {
    facts = await createFolder({ 'bridge.md': BRIDGE, 'tower.md': TOWER });
    playground = await openPlayground(executable, {
      FACTDESK_FACTS: facts,
      REVIEW_AFTER_DAYS: '30',
      FACTDESK_SHEETS_URL: 'https://git.example/facts',
    });
    page = playground.page;
  });

  afterAll(async () => {
    await playground?.close();
  });

  const become = (name: string) => page.getByRole('radio', { name }).check();
  const go = (name: RegExp) => page.getByRole('navigation').getByRole('button', { name }).click();
  const log = (name: string) => page.getByRole('log', { name });
  const send = (text: string) => playground.send(text);

  it('shows the desk what a reporter finds not right, and the reporter what the desk did', async () => {
    await become('Maya Lindqvist');
    await go(/newsroom/);
    await send('@factdesk how long is the bridge?');
    const thread = log('Messages in the thread');
    await thread.getByText('120 metres').waitFor();
    await thread
      .getByRole('button', { name: /^Not right/ })
      .first()
      .click();
    const complaint = page.getByRole('dialog', { name: 'Not right' });
    await complaint.getByLabel('It is out of date').check();
    await complaint.getByLabel('In a line, if you like').fill('It was widened in May.');
    await complaint.getByRole('button', { name: 'Send to the desk' }).click();
    await page.getByText('The desk has it.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();

    await become('Inês Carvalho');
    await go(/fact-desk/);
    const desk = log('Messages in #fact-desk');
    const posted = desk.getByRole('article').filter({ hasText: 'Not right: It is out of date.' });
    await posted.waitFor();
    expect(await posted.innerText()).toContain('In their words: It was widened in May.');
    expect(await posted.innerText()).toContain('120 metres');
    await page.screenshot({ path: `${SCREENSHOTS}/complaint.png` });
    await posted.getByRole('button', { name: /^Dealt with/ }).click();
    const closing = page.getByRole('dialog', { name: 'Dealt with' });
    await closing.getByLabel('What do we tell whoever sent it?').fill('The width was never in question.');
    await closing.getByRole('button', { name: 'Tell them' }).click();
    await page.getByText('They are told.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
    await desk.getByText('Dealt with, by').waitFor();
    await expect(posted.getByRole('button', { name: /^Dealt with/ }).count()).resolves.toBe(0);

    await become('Maya Lindqvist');
    await go(/direct message/);
    const news = log('Messages in factdesk');
    await news.getByText('The desk has dealt with what you found not right.').waitFor();
    await news.getByText('Closed: The width was never in question.').waitFor();
    await page.screenshot({ path: `${SCREENSHOTS}/complaint-closed.png` });
  });

  it('lists on Home what is due for a review by its damage, and leads to the line of a sheet', async () => {
    await become('Inês Carvalho');
    await go(/Home/);
    await page.getByText('Due for a review: 2 facts.').waitFor();
    const due = page.getByText(/^1 copy × 1 person × \d+ days since it was checked = \d+$/);
    await due.waitFor();
    await due.scrollIntoViewIfNeeded();
    await page.screenshot({ path: `${SCREENSHOTS}/due-for-review.png` });
    await page
      .getByRole('button', { name: /^Correct/ })
      .first()
      .click();
    const correct = page.getByRole('dialog', { name: 'Correct' });
    await correct.getByText('120 metres').waitFor();
    expect(await correct.getByRole('link', { name: /bridge\.md, line 9/ }).getAttribute('href')).toBe(
      'https://git.example/facts/bridge.md#L9',
    );
    await page.screenshot({ path: `${SCREENSHOTS}/correct.png` });
    await correct.getByRole('button', { name: 'Close' }).last().click();
    await page
      .getByRole('button', { name: /^Still true/ })
      .first()
      .click();
    await page.getByText('Due for a review: 1 fact.').waitFor();
    await become('Maya Lindqvist');
  });

  it('narrows a question by its filters, and tells of one that it does not know or that names nothing', async () => {
    await go(/newsroom/);
    const reply = log('Messages in #newsroom').getByRole('article', { name: 'factdesk' }).last();
    await send('/fact how long is the bridge? source:"Bridges of Exampleton" topic:bridges');
    await reply.getByText('Searched only: source “Bridges of Exampleton”, topic “bridges”.').waitFor();
    expect(await reply.innerText()).toContain('120 metres');

    await send('/fact how long is the bridge? topic:towers');
    await reply.getByText('Searched only: topic “towers”.').waitFor();
    expect(await reply.innerText()).toContain('Nothing on file answers this.');
    expect(await reply.innerText()).not.toContain('120 metres');

    await send('/fact how long is the bridge? colour:blue');
    await reply.getByText('“colour:blue” was not used as a filter').waitFor();
    const told = await reply.innerText();
    for (const name of ['source', 'topic', 'speaker', 'before', 'after', 'kind'])
      expect(told).toContain(name);

    await send('/fact how long is the bridge? source:"Bridegs of Elsewhere"');
    await reply.getByText('No source on file is called “Bridegs of Elsewhere”.').waitFor();
    expect(await reply.innerText()).toContain('“Bridges of Exampleton”');
    await page.screenshot({ path: `${SCREENSHOTS}/filters.png` });
  });

  it('tells the desk channel what is wrong with a saved sheet, and that it is mended', async () => {
    await become('Inês Carvalho');
    await go(/fact-desk/);
    const desk = log('Messages in #fact-desk');
    await writeFile(join(facts, 'tower.md'), TOWER.replace('kind: statement', 'kind: rumour'));
    await desk.getByText('A fact sheet was saved that cannot be read.').waitFor();
    expect(await desk.innerText()).toMatch(/tower\.md:11: "rumour" is not a kind/);
    await page.screenshot({ path: `${SCREENSHOTS}/broken-sheet.png` });
    await go(/newsroom/);
    await send('/fact how high is the tower?');
    await log('Messages in #newsroom').getByText('30 metres high').waitFor();
    await writeFile(join(facts, 'tower.md'), TOWER.replace('30 metres', '31 metres'));
    await go(/fact-desk/);
    await desk.getByText('All fact sheets can be read again.').waitFor();
    await go(/newsroom/);
    await send('/fact how high is the tower?');
    await log('Messages in #newsroom').getByText('31 metres high').waitFor();
  });
});
