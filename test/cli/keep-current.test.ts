import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { openFactDesk } from '../../src/answer/index.ts';
import { keepCurrent } from '../../src/cli/keep-current.ts';
import { loadCorpus, openCorpusWatch } from '../../src/corpus/index.ts';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';
import { openSlackDesk } from '../slack/slack-desk.ts';

const fact = (id: string, text: string) => `## ${id}\n> ${text}\n\n- kind: statement\n- as of: 2024\n`;
const SOUND = createSheet(fact('bridge', 'The bridge over the Example is 120 metres long.'));
const BROKEN = SOUND.replace('statement', 'rumour');

it('tells the desk once what is wrong with a saved sheet, and once that it is mended', async () => {
  const folder = await createFolder({ 'bridge.md': SOUND });
  const place = { sheets: folder, archive: [] };
  const watch = await openCorpusWatch(place);
  const corpus = await loadCorpus(place);
  const factDesk = await openFactDesk({ corpus, now: () => new Date('2026-01-01T00:00:00Z') });
  const { slack, app } = await openSlackDesk({ factDesk }, { deskChannel: 'foreign-desk' });
  const logger = pino({ level: 'silent' });
  const stop = keepCurrent({ place, watch, corpus, factDesk, logger, tell: app.tellDeskOfSheets });
  onTestFinished(stop);
  const grace = slack.person('grace');
  const told = (count: number) => grace.until(() => grace.messages('foreign-desk')[count - 1]);

  await writeFile(join(folder, 'bridge.md'), BROKEN);
  const broken = await told(1);
  expect(broken.text).toContain('Its last good state stays in use.');
  expect(broken.text).toMatch(/bridge\.md:9: .*rumour/);
  expect((await factDesk.fact('bridge'))?.quote.text).toContain('120 metres');

  await writeFile(join(folder, 'tower.md'), createSheet(fact('tower', 'The tower is 30 metres high.')));
  await expect.poll(async () => (await factDesk.onFile()).facts, { timeout: 5_000 }).toBe(2);
  await writeFile(join(folder, 'bridge.md'), SOUND);
  expect((await told(2)).text).toContain('All fact sheets can be read again.');
  expect(grace.messages('foreign-desk')).toHaveLength(2);
});
