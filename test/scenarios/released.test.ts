import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../browser.ts';
import { createFolder } from '../corpus/temporary-folder.ts';
import { type OpenPlayground, openPlayground, SCREENSHOTS } from './open-playground.ts';

const executable = findChromium();
const QUESTION = 'How many forged invoices did the audit find?';
const EMBARGO = '- embargo until: 2999-01-01T06:00:00Z\n';
const SHEET = `---
title: Audit of the harbour trust
publisher: Court of Audit
published: 2026-11-30
topics: [audit]
---

## audit-forged-invoices
> The audit found 37 forged invoices.

- kind: statement
${EMBARGO}- asked as: ${QUESTION}
`;

describe.runIf(executable !== undefined)('a fact under embargo, in the playground', () => {
  let playground: OpenPlayground;
  let page: Page;
  let sheet: string;

  beforeAll(async () => {
    const folder = await createFolder({ 'audit.md': SHEET });
    await cp('test/fixtures/facts', folder, { recursive: true });
    sheet = join(folder, 'audit.md');
    playground = await openPlayground(executable, { FACTDESK_FACTS: folder });
    page = playground.page;
  });

  afterAll(async () => {
    await playground?.close();
  });

  it('is brought to those who asked for it once the desk lifts the embargo, in the thread where they asked', async () => {
    await playground.send(`@factdesk ${QUESTION}`);
    const thread = page.getByRole('complementary').filter({ hasText: 'Thread' });
    await thread.getByText('Nothing on file answers this.').waitFor();
    expect(await thread.innerText()).not.toContain('Court of Audit');
    await writeFile(sheet, (await readFile(sheet, 'utf8')).replace(EMBARGO, ''));
    await thread.getByText('At that time nothing was on file; now there is.').waitFor();
    const words = await thread.innerText();
    expect(words).toContain(`@maya, you asked: ${QUESTION}`);
    expect(words).toContain('The audit found 37 forged invoices.');
    expect(words).toContain('Court of Audit');
    await page.screenshot({ path: `${SCREENSHOTS}/released.png` });
  });
});
