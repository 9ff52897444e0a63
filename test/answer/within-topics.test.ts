import { describe, expect, it } from 'vitest';
import { openFactDesk } from '../../src/answer/index.ts';
import { loadCorpus } from '../../src/corpus/index.ts';
import { aFolder, lines, saying } from '../corpus/archive/a-folder.ts';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';

const FERRIES = `## ferry-passengers
> Ferries in Exampleton carried 120,000 passengers in 2024.

- kind: statement
- asked as: How many passengers did the ferries carry?
`;
const PRISONS = `## prison-inmates
> The penitentiary in Exampleton held 340 inmates in 2024.

- kind: quote
- said by: Rosa Quillfeather, warden
- as of: 2024
- asked as: How many inmates did the penitentiary hold?
- asked as: How many passengers did the ferries carry to the penitentiary?
`;

const within = { topics: ['harbour'] };

async function openDesk() {
  const sheets = await createFolder({
    'harbour.md': createSheet(FERRIES, 'title: Harbour report\npublished: 2025-03\ntopics: [harbour]'),
    'prison.md': createSheet(PRISONS, 'title: Prison report\npublished: 2025-04\ntopics: [prison]'),
  });
  const article = saying('A riot broke out in the gaol.', { subjects: [{ name: 'prison' }] });
  const archive = aFolder({ 'a.jsonl': lines(article) });
  const corpus = await loadCorpus({ sheets, archive: [archive] });
  return openFactDesk({ corpus, now: () => new Date('2026-06-01T00:00:00Z') });
}

describe('within some topics', () => {
  it('no other fact is given by its id, and none of its source', async () => {
    const desk = await openDesk();
    expect(await desk.fact('prison-inmates', within)).toBeNull();
    expect(await desk.fact('prison-inmates')).not.toBeNull();
    expect((await desk.fact('ferry-passengers', within))?.sameSource).toHaveLength(1);
  });

  it('counts, topics and examples are of what is within', async () => {
    const desk = await openDesk();
    expect(await desk.onFile(within)).toEqual({
      facts: 1,
      sources: 1,
      topics: [{ topic: 'harbour', facts: 1 }],
      examples: ['How many passengers did the ferries carry?'],
    });
  });

  it('browsing gives nothing beyond, articles neither', async () => {
    const desk = await openDesk();
    expect(await desk.factsOnTopic('prison', 5, within)).toEqual([]);
    expect((await desk.factsOnTopic('prison', 5)).length).toBeGreaterThan(1);
    expect((await desk.newestFacts(5, within)).map(({ factId }) => factId)).toEqual(['ferry-passengers']);
  });

  it.each(['Who runs the penitentary?', 'How many inmattes are there?', 'What did Quilfeather say?'])(
    'no word that stands beyond is named as what was meant: %s',
    async (question) => {
      const desk = await openDesk();
      expect((await desk.ask(question)).assumptions).not.toEqual([]);
      expect((await desk.ask(question, within)).assumptions).toEqual([]);
    },
  );

  it.each(['How many pasengers were there?', 'What does the harbuor report say?'])(
    'a word that stands within is: %s',
    async (question) => {
      const desk = await openDesk();
      expect((await desk.ask(question, within)).assumptions).toHaveLength(1);
    },
  );
});
