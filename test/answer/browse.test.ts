import { expect, it } from 'vitest';
import { openFactDesk } from '../../src/answer/index.ts';
import { loadCorpus } from '../../src/corpus/index.ts';
import { createFolder, createSheet } from '../corpus/temporary-folder.ts';

const fact = (id: string, more = '') => `## ${id}\n> Words of ${id}.\n\n- kind: statement\n${more}`;
const head = (published: string, topics: string) => `title: T\npublished: ${published}\ntopics: [${topics}]`;

async function openDesk() {
  const folder = await createFolder({
    'a.md': createSheet(fact('of-may'), head('2024-05', 'ferries')),
    'b.md': createSheet(fact('of-june') + fact('of-june-too'), head('2024-06-01', 'ferries, fares')),
    'c.md': createSheet(fact('of-last-year'), head('2023', 'fares')),
    'd.md': createSheet(
      fact('of-tomorrow', '- embargo until: 2026-12-01T06:00:00Z\n'),
      head('2026', 'fares'),
    ),
  });
  const corpus = await loadCorpus({ sheets: folder, archive: [] });
  return openFactDesk({ corpus, now: () => new Date('2026-11-22T12:00:00Z') });
}

it('facts are as new as what they are as of, not as the day the desk read them; undated ones come last', async () => {
  const section = (id: string, more = '') => `## ${id}\n> Words of ${id}.\n\n- kind: statement\n${more}`;
  const folder = await createFolder({
    'read-lately.md': createSheet(
      section('undated') + section('of-1997', '- as of: 1997-12\n'),
      'title: T\naccessed: 2026-11-20\ntopics: [fares]',
    ),
    'published-lately.md': createSheet(
      section('of-2009', '- as of: 2009\n') + section('of-2025'),
      'title: T\npublished: 2025-03\ntopics: [fares]',
    ),
    'published-before.md': createSheet(section('of-2024'), 'title: T\npublished: 2024\ntopics: [fares]'),
  });
  const corpus = await loadCorpus({ sheets: folder, archive: [] });
  const desk = await openFactDesk({ corpus, now: () => new Date('2026-11-22T12:00:00Z') });
  const onTopic = await desk.factsOnTopic('fares', 10);
  expect(onTopic.map(({ factId }) => factId)).toEqual([
    'of-2025',
    'of-2024',
    'of-2009',
    'of-1997',
    'undated',
  ]);
  const newest = await desk.newestFacts(10);
  expect(newest.map(({ factId }) => factId)).toEqual(['of-2025', 'of-2024', 'of-1997']);
});

it('the newest facts are one of each of the newest sources, none of them under embargo', async () => {
  const facts = await (await openDesk()).newestFacts(2);
  expect(facts.map(({ factId }) => factId)).toEqual(['of-june', 'of-may']);
});

it('the facts on a topic are all of it and no other, newest first', async () => {
  const facts = await (await openDesk()).factsOnTopic('fares', 10);
  expect(facts.map(({ factId }) => factId)).toEqual(['of-june', 'of-june-too', 'of-last-year']);
});

it('a question can be kept to some topics, in what is found and in what is counted', async () => {
  const desk = await openDesk();
  const everything = await desk.ask('Words of of-may');
  const narrowed = await desk.ask('Words of of-may', { topics: ['fares'] });
  expect(everything.quotes.map(({ factId }) => factId)).toContain('of-may');
  expect(narrowed.quotes.map(({ factId }) => factId)).not.toContain('of-may');
  expect(narrowed.searched).toEqual({ facts: 3, sources: 2 });
});
