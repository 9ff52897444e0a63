import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { type FactDesk, openFactDesk, type ShownText } from '../../src/answer/index.ts';
import { loadCorpus, openCorpusReader } from '../../src/corpus/index.ts';
import { openIndexProvider } from '../../src/corpus-index/index.ts';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';

const NOW = new Date('2026-11-30T12:00:00Z');

const OTHER = createSheet('## lamps\n> The pier has 90 lamps.\n\n- kind: statement\n');

/** An article with one paragraph for each sentence. */
function article(sentences: readonly string[], more: Readonly<Record<string, unknown>> = {}): string {
  const text = sentences.join('\n\n');
  return `${JSON.stringify({
    uri: 'urn:harbour',
    type: 'text',
    language: 'en',
    headlines: [{ role: 'main', value: 'The harbour grows' }],
    bodies: [{ role: 'main', contentType: 'text/plain', value: text }],
    firstCreated: '2026-01-01T00:00:00Z',
    versionCreated: '2026-01-01T00:00:00Z',
    ...more,
  })}\n`;
}

async function openDesk(archive: string, sheets: Readonly<Record<string, string>> = {}): Promise<FactDesk> {
  const folders = await createFolder({
    'archive/a.jsonl': archive,
    'facts/other.md': OTHER,
    ...sheets,
  });
  const corpus = await loadCorpus({ sheets: `${folders}/facts`, archive: [`${folders}/archive`] });
  return openFactDesk({ corpus, now: () => NOW });
}

const SENTENCES = [
  'The council met on Monday to discuss the budget of the port.',
  'The harbour of Norbeck has 14 berths and three cranes for large ships.',
  'Ferries leave for the islands every morning at seven.',
] as const;

/** The second sentence as it was shown. */
async function shown(): Promise<ShownText> {
  const desk = await openDesk(article(SENTENCES));
  const { quotes } = await desk.ask('How many berths does the harbour of Norbeck have?');
  const quote = quotes.find(({ text }) => text.includes('berths'));
  if (quote === undefined) throw new Error('The sentence was not found.');
  return { ...quote, ...quote.source };
}

describe('what became of an article’s sentence that was shown', () => {
  it('is nothing where it only moved within the article', async () => {
    const desk = await openDesk(article(['A new beginning was written.', ...SENTENCES]));
    expect(await desk.follow(await shown())).toMatchObject({
      kind: 'on-file',
      quote: { text: SENTENCES[1] },
    });
  });

  it('is the sentence that reads most like it, though another begins where it began', async () => {
    const newer = SENTENCES[1].replace('14', '41');
    const desk = await openDesk(article(['Something was put before all else.', SENTENCES[0], newer]));
    expect(await desk.follow(await shown())).toMatchObject({ kind: 'on-file', quote: { text: newer } });
  });

  it('is gone where the article says nothing like it, or was canceled', async () => {
    const gone = { kind: 'gone' };
    expect(await (await openDesk(article([SENTENCES[0], SENTENCES[2]]))).follow(await shown())).toEqual(gone);
    const canceled = await openDesk(article(SENTENCES, { pubStatus: 'canceled' }));
    expect(await canceled.follow(await shown())).toEqual(gone);
  });

  it('is nothing where it moved, however many other articles say the same', async () => {
    const copies = (moved: number | null) =>
      Array.from({ length: 60 }, (_, at) => {
        const own = [...SENTENCES, `Outlet ${at} adds that it rained.`];
        const sentences = at === moved ? ['A new beginning was written by somebody.', ...own] : own;
        return article(sentences, { uri: `urn:outlet-${at}` });
      }).join('');
    const desk = await openDesk(copies(null));
    const { quotes } = await desk.ask('How many berths does the harbour of Norbeck have?');
    const quote = quotes.find(({ text }) => text === SENTENCES[1]);
    if (quote === undefined) throw new Error('The sentence was not found.');
    const moved = Number(/outlet-(\d+)/.exec(quote.factId)?.[1]);
    const followed = await (await openDesk(copies(moved))).follow({ ...quote, ...quote.source });
    expect(followed).toMatchObject({ kind: 'on-file', quote: { text: SENTENCES[1] } });
    expect(followed).toHaveProperty('quote.factId', expect.stringContaining(`urn:outlet-${moved}#`));
  });

  it('is gone where a sentence stays that is put like it and tells of something else', async () => {
    const sibling = 'The harbour of Oldbeck has 20 berths and two cranes for large ships.';
    const desk = await openDesk(article([SENTENCES[0], SENTENCES[2], sibling]));
    expect(await desk.follow(await shown())).toEqual({ kind: 'gone' });
  });

  it('is no news where the article has expired by its own terms', async () => {
    const expired = await openDesk(article(SENTENCES, { expires: '2026-06-01T00:00:00Z' }));
    expect(await expired.follow(await shown())).toEqual({ kind: 'expired' });
  });
});

describe('what became of a fact that was shown', () => {
  const sheet = (text: string, ...fields: readonly string[]) =>
    createSheet(
      `## berths\n> ${text}\n\n- kind: statement\n${fields.map((field) => `- ${field}\n`).join('')}`,
    );
  const first = async (): Promise<ShownText> => {
    const desk = await openDesk('', { 'facts/port.md': sheet('The harbour has 14 berths.') });
    const fact = await desk.fact('berths');
    if (fact === null) throw new Error('The fact is not on file.');
    return { ...fact.quote, ...fact.quote.source };
  };
  const follow = async (text: string) =>
    (await openDesk('', { 'facts/port.md': text })).follow(await first());

  it('is how it reads now, or that it is withdrawn, under embargo or not there', async () => {
    expect(await follow(sheet('The harbour has 41 berths.'))).toMatchObject({
      kind: 'on-file',
      quote: { text: 'The harbour has 41 berths.' },
    });
    expect(await follow(sheet('The harbour has 14 berths.', 'status: withdrawn'))).toEqual({ kind: 'gone' });
    const later = 'embargo until: 2027-01-01T00:00:00Z';
    expect(await follow(sheet('The harbour has 14 berths.', later))).toEqual({ kind: 'gone' });
    expect(await follow(OTHER.replace('lamps', 'lanterns'))).toEqual({ kind: 'gone' });
  });

  it('is nothing where it only got another id', async () => {
    const renamed = sheet('The harbour has 14 berths.').replace('## berths', '## quay-berths');
    expect(await follow(renamed)).toMatchObject({ kind: 'on-file', quote: { factId: 'quay-berths' } });
  });

  it('is the fact that stands for it', async () => {
    const newer = '\n## berths-2026\n> The harbour has 20 berths.\n\n- kind: statement\n- replaces: berths\n';
    expect(await follow(`${sheet('The harbour has 14 berths.')}${newer}`)).toMatchObject({
      kind: 'replaced',
      quote: { factId: 'berths-2026' },
    });
  });
  it('is the same where two facts exchanged their ids', async () => {
    const lamps = '## lamps-of-quay\n> The quay has 8 lamps.\n\n- kind: statement\n';
    const exchanged = createSheet(
      `${lamps.replace('lamps-of-quay', 'berths')}\n${lamps.replace('The quay has 8 lamps', 'The harbour has 14 berths')}`,
    );
    expect(await follow(exchanged)).toMatchObject({
      kind: 'on-file',
      quote: { factId: 'lamps-of-quay', text: 'The harbour has 14 berths.' },
    });
  });

  it('is that its id was used for another fact, of its own sheet too', async () => {
    expect(await follow(sheet('The quay has 8 lamps.'))).toMatchObject({
      kind: 'reused',
      quote: { text: 'The quay has 8 lamps.' },
    });
  });

  it('is the fact that reads most like it where its id and its words were changed', async () => {
    const renamed = sheet('The harbour has 41 berths.').replace('## berths', '## quay-berths');
    expect(await follow(renamed)).toMatchObject({ kind: 'on-file', quote: { factId: 'quay-berths' } });
    const second = '\n## east-berths\n> The harbour has 43 berths.\n\n- kind: statement\n';
    expect(await follow(`${renamed}${second}`)).toEqual({ kind: 'gone' });
    const withdrawn = `${sheet('The harbour has 14 berths.', 'status: withdrawn')}${second}`;
    expect(await follow(withdrawn)).toEqual({ kind: 'gone' });
  });
});

describe('what became of a fact that was shown, while a sheet cannot be read', () => {
  const port = (id: string, ...fields: readonly string[]) =>
    createSheet(
      `## ${id}\n> The harbour has 14 berths.\n\n- kind: statement\n${fields.map((field) => `- ${field}\n`).join('')}`,
    );
  const BROKEN = port('berths').replace('kind: statement', 'kind: statmnt');

  async function openOver(port: string) {
    const folder = await createFolder({ 'other.md': OTHER, 'port.md': port });
    const { read } = openCorpusReader({ sheets: folder, archive: [] });
    const desk = await openFactDesk({ indexProvider: openIndexProvider(read), now: () => NOW });
    const save = async (text: string, name = 'port.md') => {
      await writeFile(`${folder}/${name}`, text);
      await desk.reload();
    };
    return { desk, save };
  }
  const shownOf = async (factId: string): Promise<ShownText> => {
    const details = await (await openOver(port('berths'))).desk.fact(factId);
    if (details === null) throw new Error('The fact is not on file.');
    return { ...details.quote, ...details.quote.source };
  };

  it('is not known after a start over it, until it is mended', async () => {
    const shown = await shownOf('berths');
    const { desk, save } = await openOver(BROKEN);
    expect(await desk.follow(shown)).toEqual({ kind: 'unknown' });
    await save(port('berths'));
    expect(await desk.follow(shown)).toMatchObject({ kind: 'on-file', quote: { text: shown.text } });
    await save(port('piers').replace('14 berths', '2 piers'));
    expect(await desk.follow(shown)).toEqual({ kind: 'gone' });
  });

  it('is not known of a fact that another sheet has no more, and known of one that was taken back', async () => {
    const lamps = await shownOf('lamps');
    const { desk, save } = await openOver(BROKEN);
    await save(OTHER.replace('lamps', 'lanterns').replace('90 lamps', 'no lights'), 'other.md');
    expect(await desk.follow(lamps)).toEqual({ kind: 'unknown' });
    await save(OTHER.replace('kind: statement', 'kind: statement\n- status: withdrawn'), 'other.md');
    expect(await desk.follow(lamps)).toEqual({ kind: 'gone' });
  });

  it('is not known of one whose embargo is over while a save leaves it in doubt', async () => {
    const released = port('berths', 'embargo until: 2026-01-01T00:00:00Z');
    const shown = await shownOf('berths');
    const { desk, save } = await openOver(released);
    expect(await desk.follow(shown)).toMatchObject({ kind: 'on-file' });
    await save(released.replace('kind: statement', 'kind: statement\n- status: withdrawnn'));
    expect(await desk.follow(shown)).toEqual({ kind: 'unknown' });
  });
});
