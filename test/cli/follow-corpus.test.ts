import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { openFactDesk } from '../../src/answer/index.ts';
import { followCorpus } from '../../src/cli/follow-corpus.ts';
import { openCorpusReader, openCorpusWatch } from '../../src/corpus/index.ts';
import { openIndexProvider } from '../../src/corpus-index/index.ts';
import { aFolder, anItem, lines, saying } from '../corpus/archive/a-folder.ts';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';
import { openSlackDesk } from '../slack/slack-desk.ts';

const fact = (id: string, text: string) => `## ${id}\n> ${text}\n\n- kind: statement\n- as of: 2024\n`;
const SOUND = createSheet(fact('bridge', 'The bridge over the Example is 120 metres long.'));
const TOWER = createSheet(fact('tower', 'The tower is 30 metres high.'));
const BROKEN = SOUND.replace('statement', 'rumour');

/** A bot that follows two folders, and somebody at the desk. */
async function follow(sheets: Readonly<Record<string, string>>, archive: readonly string[] = []) {
  const folder = await createFolder(sheets);
  const place = { sheets: folder, archive };
  const watch = await openCorpusWatch(place);
  const indexProvider = openIndexProvider(openCorpusReader(place).read);
  const factDesk = await openFactDesk({ indexProvider, now: () => new Date('2026-11-22T12:00:00Z') });
  const { slack, app } = await openSlackDesk({ factDesk }, { deskChannel: 'foreign-desk' });
  const logger = pino({ level: 'silent' });
  onTestFinished(followCorpus({ watch, factDesk, logger, app }));
  const grace = slack.person('grace');
  const told = (count: number) => grace.until(() => grace.messages('foreign-desk')[count - 1]);
  return { folder, factDesk, grace, told };
}

it('tells the desk once what is wrong with a saved sheet, and once that it is mended', async () => {
  const { folder, factDesk, grace, told } = await follow({ 'bridge.md': SOUND });
  await writeFile(join(folder, 'bridge.md'), BROKEN);
  const broken = await told(1);
  expect(broken.text).toContain('Its last good state stays in use.');
  expect(broken.text).toMatch(/bridge\.md:9: .*rumour/);
  expect((await factDesk.fact('bridge'))?.quote.text).toContain('120 metres');

  await writeFile(join(folder, 'tower.md'), TOWER);
  await expect.poll(async () => (await factDesk.onFile()).facts, { timeout: 5_000 }).toBe(2);
  await writeFile(join(folder, 'bridge.md'), SOUND);
  expect((await told(2)).text).toContain('All fact sheets can be read again.');
  expect(grace.messages('foreign-desk')).toHaveLength(2);
});

it('tells the desk at the start which sheets are broken, answers from the others, and tells when all are mended', async () => {
  const slip = TOWER.replace('title: A report', 'title: A report\ntopics: [*Ukraine*, mines]');
  const { folder, factDesk, told } = await follow({ 'bridge.md': SOUND, 'tower.md': slip });
  const { text } = await told(1);
  expect(text).toContain('Started without the fact sheets that cannot be read.');
  expect(text).toMatch(/tower\.md:3: .* is a YAML alias/);
  expect((await factDesk.ask('How long is the bridge?')).outcome).toBe('answer');
  expect((await factDesk.ask('How high is the tower?')).outcome).not.toBe('answer');
  await writeFile(join(folder, 'tower.md'), TOWER);
  expect((await told(2)).text).toContain('All fact sheets can be read again.');
  expect((await factDesk.ask('How high is the tower?')).outcome).toBe('answer');
});

it('keeps the facts while their folder is away, and goes on once it is back', async () => {
  const { folder, factDesk, told } = await follow({ 'bridge.md': SOUND });
  await rename(folder, `${folder}-away`);
  expect((await told(1)).text).toContain('cannot be read (ENOENT)');
  expect((await factDesk.onFile()).facts).toBe(1);
  await expect(factDesk.ask('How long is the bridge?')).rejects.toThrow('could not be looked into just now');
  await rename(`${folder}-away`, folder);
  expect((await told(2)).text).toContain('All fact sheets can be read again.');
  expect((await factDesk.ask('How long is the bridge?')).outcome).toBe('answer');
});

it('stops quoting what a broken sheet may have taken back, and tells the desk what and where', async () => {
  const { folder, factDesk, told } = await follow({ 'bridge.md': SOUND, 'tower.md': TOWER });
  const brokenHead = SOUND.replace('title: A report', 'title: A: report');
  await writeFile(join(folder, 'bridge.md'), brokenHead.replace('- as of', '- statsu: withdrawn\n- as of'));
  const { text } = await told(1);
  expect(text).toMatch(/bridge\.md:2: the source at the head of the sheet cannot be read/);
  expect(text).toMatch(/bridge\.md:10: "statsu" is not a field/);
  expect(text).toContain('Held back until it is mended: bridge.');
  expect((await factDesk.ask('How long is the bridge?')).outcome).toBe('none');
  expect(await factDesk.fact('bridge')).toBeNull();
  expect((await factDesk.onFile()).facts).toBe(1);

  await writeFile(join(folder, 'bridge.md'), SOUND);
  expect((await told(2)).text).toContain('All fact sheets can be read again.');
  expect((await factDesk.ask('How long is the bridge?')).outcome).toBe('answer');
});

it('stops quoting an article that a broken line of the archive may withdraw, and tells the desk where', async () => {
  const archive = aFolder({ 'a.jsonl': lines(saying('The quay is 80 metres long.', { uri: 'u:quay' })) });
  const { factDesk, grace, told } = await follow({ 'tower.md': TOWER }, [archive]);
  expect((await factDesk.ask('How long is the quay?')).outcome).toBe('answer');
  const cut = anItem({ uri: 'u:quay', versionCreated: '2026-03-03T08:00:00Z' }).slice(0, 70);
  await writeFile(join(archive, 'b.jsonl'), lines(cut));
  const { text } = await told(1);
  expect(text).toContain('Something in the archive cannot be read.');
  expect(text).toMatch(/b\.jsonl:1: the line is not a JSON object/);
  expect((await factDesk.ask('How long is the quay?')).outcome).toBe('none');

  await writeFile(join(archive, 'c.jsonl'), lines(saying('The quay is 90 metres long.', { uri: 'u:quay' })));
  await expect
    .poll(async () => (await factDesk.ask('How long is the quay?')).quotes[0]?.text, { timeout: 5_000 })
    .toBe('The quay is 90 metres long.');
  expect(grace.messages('foreign-desk')).toHaveLength(1);
});
