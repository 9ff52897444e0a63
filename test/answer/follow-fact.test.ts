import { describe, expect, it } from 'vitest';
import { type FactDesk, openFactDesk, type ShownText } from '../../src/answer/index.ts';
import { loadCorpus } from '../../src/corpus/index.ts';
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
});
