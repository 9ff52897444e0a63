import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Answer, openFactDesk } from '../../src/answer/index.ts';
import { loadCorpus, openCorpusReader } from '../../src/corpus/index.ts';
import { openIndexProvider } from '../../src/corpus-index/index.ts';
import { anItem, saying } from '../corpus/archive/a-folder.ts';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';

const sections = `## harbour-ferry-passengers
> Ferries in Exampleton carried 120,000 passengers in 2024.

- kind: statement
- asked as: How many people took the ferry in Exampleton?

## harbour-mayor-on-fares
> We will not raise the fares this year

- kind: quote
- said by: Rosa Quill, mayor of Exampleton
- as of: 2025-02
- asked as: What did the mayor say about ferry fares?

## harbour-new-pier
> The new pier of Exampleton opens on 1 June 2027.

- kind: statement
- embargo until: 2026-12-01T06:00:00Z
- asked as: When does the new pier open?
`;

async function openDesk(moment = { now: new Date('2026-11-22T12:00:00Z') }) {
  const folder = await createFolder({
    'harbour.md': createSheet(sections, 'title: Harbour report\npublished: 2025-03\ntopics: [harbour]'),
  });
  const { read } = openCorpusReader({ sheets: folder, archive: [] });
  const desk = await openFactDesk({ indexProvider: openIndexProvider(read), now: () => moment.now });
  return { desk, folder, moment };
}

const idsOf = ({ quotes }: Answer) => quotes.map(({ factId }) => factId);

describe('an answer', () => {
  it('carries the exact words, who said them, when, and where to check', async () => {
    const { desk, folder } = await openDesk();
    const answer = await desk.ask('What did the mayor say about the ferry fares?');
    expect(answer).toMatchObject({
      outcome: 'answer',
      question: 'What did the mayor say about the ferry fares?',
      searched: { facts: 2, sources: 1 },
    });
    expect(answer.quotes[0]).toEqual({
      factId: 'harbour-mayor-on-fares',
      text: 'We will not raise the fares this year',
      kind: 'quote',
      attribution: 'Rosa Quill, mayor of Exampleton',
      asOf: '2025-02',
      published: '2025-03',
      source: {
        title: 'Harbour report',
        publisher: null,
        url: null,
        file: join(folder, 'harbour.md'),
        line: 14,
      },
      confidence: expect.any(Number),
      highlights: expect.arrayContaining([[22, 27]]),
    });
    const file = await readFile(join(folder, 'harbour.md'), 'utf8');
    expect(file.split('\n')[13]).toContain(answer.quotes[0]?.text);
  });

  it.each([
    'what did the mayer say about ferry fares',
    'What did the mayor say about fery fares?',
    'how many poeple took the ferry in exampelton',
  ])('is as sure when a question of the desk has a slip in it: %s', async (question) => {
    const answer = await (await openDesk()).desk.ask(question);
    expect(answer.outcome).toBe('answer');
    expect(answer.quotes[0]?.confidence).toBeGreaterThan(0.9);
  });

  it('is nothing when nothing on file answers, with what was searched', async () => {
    const { desk } = await openDesk();
    expect(await desk.ask('Who won the bicycle race in Lisbon?')).toMatchObject({
      outcome: 'none',
      quotes: [],
      searched: { facts: 2, sources: 1 },
    });
  });

  it('leaves no trace of a fact under embargo until its moment, and then finds it without a restart', async () => {
    const { desk, moment } = await openDesk();
    const question = 'When does the new pier open?';
    const before = await desk.ask(question);
    expect(JSON.stringify([before.quotes, await desk.onFile()])).not.toContain('pier');
    moment.now = new Date('2026-12-01T06:00:00Z');
    expect(idsOf(await desk.ask(question))[0]).toBe('harbour-new-pier');
    expect((await desk.onFile()).facts).toBe(3);
  });

  it('leaves no trace of it once a clock that ran ahead is put right', async () => {
    const { desk, moment } = await openDesk({ now: new Date('2027-01-01T00:00:00Z') });
    const question = 'When does the new pier open?';
    expect(idsOf(await desk.ask(question))[0]).toBe('harbour-new-pier');
    moment.now = new Date('2026-11-22T12:00:00Z');
    const after = await desk.ask(question);
    expect(
      JSON.stringify([after.quotes, await desk.onFile(), await desk.fact('harbour-new-pier')]),
    ).not.toContain('pier');
    moment.now = new Date('2026-12-01T06:00:00Z');
    expect(idsOf(await desk.ask(question))[0]).toBe('harbour-new-pier');
  });

  it('never quotes words that changed in their file since they were read', async () => {
    const { desk, folder } = await openDesk();
    const file = join(folder, 'harbour.md');
    await writeFile(file, (await readFile(file, 'utf8')).replace('120,000', '210,000'));
    const answer = await desk.ask('How many people took the ferry in Exampleton?');
    expect(idsOf(answer)).not.toContain('harbour-ferry-passengers');
    expect(answer.outcome).not.toBe('answer');
  });
});

describe('a desk whose archive cannot be read at the moment an embargo ends', () => {
  it('answers again as soon as the archive is back', async () => {
    const folder = await createFolder({
      'archive/a.jsonl': `${anItem({ embargoedUntil: '2026-12-01T06:00:00Z' })}\n`,
    });
    const [archive, away] = [join(folder, 'archive'), join(folder, 'away')];
    const moment = { now: new Date('2026-11-22T12:00:00Z') };
    const corpus = await loadCorpus({ sheets: folder, archive: [archive] });
    const desk = await openFactDesk({ corpus, now: () => moment.now });
    const ask = () => desk.ask('When did the harbour of Norbeck close?');
    expect((await ask()).outcome).toBe('none');
    await rename(archive, away);
    moment.now = new Date('2026-12-01T06:00:00Z');
    await expect(ask()).rejects.toThrow('could not be looked into just now');
    await expect(ask()).rejects.toThrow('could not be looked into just now');
    await rename(away, archive);
    expect((await ask()).quotes[0]?.text).toBe('The harbour of Norbeck closed on Monday.');
  });
});

describe('a desk with an archive, when a clock that ran ahead is put right', () => {
  it('shows an article under embargo no longer, and one that had expired again', async () => {
    const folder = await createFolder({
      'archive/a.jsonl': [
        anItem({ embargoedUntil: '2026-12-01T06:00:00Z' }),
        saying('The lighthouse of Norbeck was painted red.', {
          uri: 'urn:expiring',
          expires: '2026-12-01T06:00:00Z',
        }),
      ].join('\n'),
    });
    const moment = { now: new Date('2027-01-01T00:00:00Z') };
    const corpus = await loadCorpus({ sheets: folder, archive: [join(folder, 'archive')] });
    const desk = await openFactDesk({ corpus, now: () => moment.now });
    const texts = async () =>
      Promise.all(
        ['When did the harbour of Norbeck close?', 'Who painted the lighthouse of Norbeck red?'].map(
          async (question) => (await desk.ask(question)).quotes.map(({ text }) => text),
        ),
      );
    expect((await texts()).join()).toContain('harbour');
    expect((await texts()).join()).not.toContain('lighthouse');
    moment.now = new Date('2026-11-22T12:00:00Z');
    expect((await texts()).join()).not.toContain('harbour');
    expect((await texts()).join()).toContain('lighthouse');
  });
});

describe('a desk whose corpus is written anew', () => {
  it('answers from the new one, and stays with it when an embargo ends', async () => {
    const { desk, folder, moment } = await openDesk();
    const words = sections.replaceAll('120,000', '130,000');
    await writeFile(join(folder, 'harbour.md'), createSheet(words));
    await desk.reload();
    const question = 'How many people took the ferry in Exampleton?';
    expect((await desk.ask(question)).quotes[0]?.text).toContain('130,000');
    moment.now = new Date('2026-12-01T06:00:00Z');
    expect((await desk.ask(question)).quotes[0]?.text).toContain('130,000');
    expect((await desk.onFile()).facts).toBe(3);
  });
});

describe('synonyms of the desk', () => {
  it('are used as soon as they are saved', async () => {
    const { desk, folder } = await openDesk();
    const question = 'How many people took the water bus in Exampleton?';
    const before = await desk.ask(question);
    await writeFile(join(folder, 'synonyms.yml'), 'same:\n  - [ferry, water bus]\n');
    await desk.reload();
    const after = await desk.ask(question);
    expect(after.quotes[0]?.factId).toBe('harbour-ferry-passengers');
    expect(after.quotes[0]?.confidence).toBeGreaterThan((before.quotes[0]?.confidence ?? 0) + 0.1);
    expect(after.outcome).toBe('answer');
  });
});

describe('what is on file', () => {
  it('is counted by source and topic, with examples that are answered', async () => {
    const { desk } = await openDesk();
    const { facts, sources, topics, examples } = await desk.onFile();
    expect({ facts, sources, topics }).toEqual({
      facts: 2,
      sources: 1,
      topics: [{ topic: 'harbour', facts: 2 }],
    });
    expect(examples).toHaveLength(2);
    for (const example of examples) expect((await desk.ask(example)).outcome).toBe('answer');
  });
});

describe('a question that is none', () => {
  it.each([
    ['empty', ''],
    ['blank', ' \n\t '],
    ['one letter', 'x'],
    ['only stop words', 'what is the of it and'],
    ['only emoji', '🚢🚢🏴‍☠️'],
    ['control characters', '\u0000\u0007\u001b[31m'],
    ['markup', '<!channel> <@U1> *_~`'],
    ['a regular expression', '(a+)+$ [^ \\d'],
    ['SQL', "'; DROP TABLE facts; --"],
    ['half a character', '\ud83d'],
    ['right-to-left', '\u202eמה קרה בנמל\u202c'],
    ['combining marks', `e${'\u0301'.repeat(500)}`],
  ])('gets "none" and does no harm: %s', async (_, question) => {
    const { desk } = await openDesk();
    const answer = await desk.ask(question);
    expect(answer.question).toBe(question);
    expect(answer.outcome).toBe('none');
  });

  it('is answered in reasonable time when it has 20,000 characters', async () => {
    const { desk } = await openDesk();
    const answer = await desk.ask('ferry passengers Exampleton '.repeat(715));
    expect(idsOf(answer)[0]).toBe('harbour-ferry-passengers');
    expect(answer.tookMs).toBeLessThan(1000);
  });
});
