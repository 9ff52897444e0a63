import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../src/corpus/archive/index.ts';
import { aFolder, allPassages, lines, saying } from './a-folder.ts';

const now = new Date('2026-04-01T00:00:00Z');

async function passagesOf(text: string, properties: Readonly<Record<string, unknown>> = {}) {
  const folder = aFolder({ 'news.jsonl': lines(saying(text, properties)) });
  return allPassages(await openArchive([folder], { now }));
}

const textsOf = async (text: string) => (await passagesOf(text)).map((passage) => passage.text);

describe('cutting an article into passages', () => {
  it('gives each sentence with the rest of its paragraph as context', async () => {
    const passages = await passagesOf(
      'The dam held. The road did not. Buses stood still.\n\nSchools were closed.',
    );
    expect(passages.map(({ text, context }) => [text, context])).toEqual([
      ['The dam held.', 'The road did not. Buses stood still.'],
      ['The road did not.', 'The dam held. Buses stood still.'],
      ['Buses stood still.', 'The dam held. The road did not.'],
      ['Schools were closed.', ''],
    ]);
  });

  it('gives each sentence of an enormous paragraph with a part of it as context, and never alone', async () => {
    const sentences = Array.from({ length: 1_000 }, (_, n) => `Ferry ${n} was late.`);
    const passages = await passagesOf(sentences.join(' '));
    expect(passages.map(({ text }) => text)).toEqual(sentences);
    for (const [n, { context }] of passages.entries()) {
      expect(context.length).toBeGreaterThan(1_000);
      expect(context.length).toBeLessThan(8_000);
      const beside = [sentences[n - 1], sentences[n + 1]].filter((words) => words && context.includes(words));
      expect(beside).not.toEqual([]);
    }
  });

  it('attributes speech to the speaker the sentence names, and the rest to the article', async () => {
    const passages = await passagesOf('The dam held. “It was close,” Vane said.', { by: 'By Ida Orr' });
    expect(passages.map(({ kind, attribution }) => [kind, attribution])).toEqual([
      ['article', 'Article by Ida Orr, The Norbeck Post'],
      ['quote', 'Vane'],
    ]);
  });

  it('leaves out bylines, datelines and agency marks', async () => {
    expect(await textsOf('By IDA ORR and TOM ASH\n\nNORBECK (NP) — The dam held.')).toEqual([
      'The dam held.',
    ]);
    expect(await textsOf('HALM, Northland, Nov. 20 (Agency) - The dam held.')).toEqual(['The dam held.']);
    expect(await textsOf('(NP) -- The dam held.')).toEqual(['The dam held.']);
    expect(await textsOf('NORBECK — The dam held.\n\nBy the river, nobody slept.')).toEqual([
      'The dam held.',
      'By the river, nobody slept.',
    ]);
  });

  it('leaves out boilerplate and sentences that were cut off', async () => {
    const text = [
      'The dam held.',
      'Read more: How dams are built',
      'Sign up for our newsletter',
      'ADVERTISEMENT',
      'Related: Dams of the north',
      'The post The dam held appeared first on Norbeck Post.',
      '(Reporting by Ida Orr; Editing by Tom Ash)',
      'Copyright 2026 The Norbeck Post. All rights reserved.',
      'The council will meet again on […]',
    ];
    expect(await textsOf(text.join('\n\n'))).toEqual(['The dam held.']);
  });

  it('takes each line for a paragraph when the text has no empty lines', async () => {
    const passages = await passagesOf('The dam held.\nThe road did not.');
    expect(passages.map(({ context }) => context)).toEqual(['', '']);
  });

  it('cites the day where it was written, and title, publisher and address of the article', async () => {
    const [passage] = await passagesOf('The dam held.', {
      firstCreated: '2026-03-01T23:30:00-05:00',
      versionCreated: '2026-03-02T23:30:00-05:00',
      subjects: [{ name: 'Dams' }],
    });
    expect(passage).toMatchObject({
      asOf: '2026-03-02',
      topics: ['Dams'],
      kind: 'article',
      source: {
        title: 'Harbour of Norbeck closes',
        publisher: 'The Norbeck Post',
        published: '2026-03-01',
        url: 'https://post.example/harbour',
      },
    });
  });

  it('cites an undated article with the day it was read, not with one of publication', async () => {
    const [passage] = await passagesOf('The dam held.', {
      profile: 'undated',
      firstCreated: undefined,
      versionCreated: '2026-03-05T00:00:00Z',
    });
    expect(passage?.source).toMatchObject({ accessed: '2026-03-05' });
    expect(passage?.source.published).toBeUndefined();
  });

  it('never carries the note to editors along', async () => {
    const passages = await passagesOf('The dam held.', { edNote: 'Second source pending' });
    expect(JSON.stringify(passages)).not.toContain('Second source');
  });
});
