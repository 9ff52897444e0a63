import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { openFactDesk } from '../../src/answer/index.ts';
import { type IndexThread, startIndexThread } from '../../src/corpus-index/index.ts';
import { createQuestionEncoder, openEncoder } from '../../src/encoder/index.ts';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';

const now = () => new Date('2026-04-01T00:00:00Z');
const folder = 'test/fixtures/encoder';
const data = mkdtempSync(join(tmpdir(), 'factdesk-data-'));
afterAll(() => rmSync(data, { recursive: true }));

const FERRIES = '## ferries\n> The ferries carried many passengers.\n\n- kind: statement\n';
const MAYOR = '## mayor\n> The mayor opened the bridge.\n\n- kind: statement\n';
const STORM = '## storm\n> The storm was in the harbour.\n\n- kind: statement\n';

async function threadOver(sheets: string, encoder = folder) {
  const told: string[] = [];
  const thread = startIndexThread({
    place: { sheets, archive: [] },
    indexFile: join(data, 'archive.index'),
    encoder: { folder: encoder, data },
    report: (reason) => told.push(reason),
    reportEncoder: (reason) => told.push(reason),
  });
  onTestFinished(() => thread.close());
  return { thread, told };
}

/** Waits until the thread says that something is new. */
async function isNews(thread: IndexThread, before: string): Promise<void> {
  while ((await thread.look()) === before) await setTimeout(50);
}

describe('facts are encoded', () => {
  it('beside answering, and found by what they mean from then on, also those that are saved later', async () => {
    const sheets = await createFolder({ 'a.md': createSheet(`${FERRIES}\n${MAYOR}`) });
    const { thread, told } = await threadOver(sheets);
    const encoder = await openEncoder(folder);
    onTestFinished(() => encoder.close());
    const encodeQuestion = createQuestionEncoder(encoder, { report: (why) => told.push(why), mostMs: 5_000 });
    const first = await thread.look();
    const desk = await openFactDesk({ now, indexProvider: thread, encodeQuestion });
    await isNews(thread, first);
    await desk.reload();
    const means = async (question: string) => {
      const { explanation } = await desk.ask(question, { explain: true });
      return explanation?.hits[0]?.explanation.meansTheSame?.text;
    };
    expect(await means('Which boats took people?')).toBe('The ferries carried many passengers.');
    const second = await thread.look();
    writeFileSync(join(sheets, 'b.md'), createSheet(STORM));
    await isNews(thread, second);
    const saved = await thread.look();
    await desk.reload();
    await isNews(thread, saved);
    await desk.reload();
    expect(await means('Was a gale at the docks?')).toBe('The storm was in the harbour.');
    expect(readdirSync(data)).toEqual([expect.stringMatching(/^vectors-[0-9a-f]{12}\.bin$/)]);
    expect(told).toEqual([]);
  });

  it('and those under embargo too, so that who waits for them is known by what they mean', async () => {
    const embargoed = STORM.replace('- kind', '- embargo until: 2026-05-01T00:00:00Z\n- kind');
    const sheets = await createFolder({ 'a.md': createSheet(`${FERRIES}\n${embargoed}`) });
    const { thread, told } = await threadOver(sheets);
    const encoder = await openEncoder(folder);
    onTestFinished(() => encoder.close());
    const encodeQuestion = createQuestionEncoder(encoder, { report: (why) => told.push(why), mostMs: 5_000 });
    const first = await thread.look();
    const desk = await openFactDesk({ now, indexProvider: thread, encodeQuestion });
    await isNews(thread, first);
    const { awaited, facts } = await desk.reload();
    expect(awaited.map(({ vectors }) => vectors !== undefined)).toEqual([true]);
    expect(facts.map(({ id }) => id)).toEqual(['ferries']);
    expect(JSON.stringify(await desk.ask('Was a gale at the docks?', { explain: true }))).not.toContain(
      'storm',
    );
    expect(told).toEqual([]);
  });

  it('and where they cannot be, this is told, and they are found by their words', async () => {
    const sheets = await createFolder({ 'a.md': createSheet(FERRIES) });
    const { thread, told } = await threadOver(sheets, sheets);
    const desk = await openFactDesk({ now, indexProvider: thread });
    while (told.length === 0) await setTimeout(20);
    await desk.reload();
    expect((await desk.ask('passengers the ferries carried')).quotes[0]?.text).toContain('passengers');
    expect(told).toEqual([expect.stringContaining(`The encoder in ${sheets} cannot be used`)]);
  });
});
