import { describe, expect, it } from 'vitest';
import { createIndex } from '../../../src/search/index.ts';
import { passage } from '../passages.ts';

const index = createIndex([
  passage('Austin said the mines would help.', {
    id: 'austin',
    attribution: 'Lloyd Austin',
    asOf: '2024-11-20',
  }),
  passage('The mines would help, Bidén said.', {
    id: 'biden',
    attribution: 'Joe Biden',
    asOf: '2024-10',
    kind: 'statement',
    topics: ['Land mines'],
    source: {
      id: 'un',
      title: 'United Nations report',
      publisher: 'UN',
      published: '2024',
      file: 'facts/un.md',
    },
  }),
]);
const found = (question: string) => index.search(question).hits.map(({ passage: hit }) => hit.id);

describe('narrowing a search', () => {
  it.each([
    ['mines speaker:austin', ['austin']],
    ['mines speaker:"lloyd austn"', ['austin']],
    ['mines source:"united nations"', ['biden']],
    ['mines topic:"land mines"', ['biden']],
    ['mines kind:statement', ['biden']],
    ['mines before:2024-11', ['biden']],
    ['mines before:2024-10', []],
    ['mines after:2024-10', ['austin']],
    ['mines after:2024', []],
    ['"mines would help"', ['austin', 'biden']],
    ['"help, biden said"', ['biden']],
    ['"HELP, BIDEN"', ['biden']],
    ['"help biden said"', []],
    ['"helped, biden said"', []],
    ['"the mine"', []],
    ['"one thousand"', []],
    ['"mines help"', []],
  ])('%s finds %j', (question, ids) => {
    expect(found(question).sort()).toEqual(ids);
  });

  it.each([
    ['speaker:austin', ['austin']],
    ['what did speaker:austin', ['austin']],
    ['source:un', ['biden']],
    ['after:2023', ['austin', 'biden']],
    ['speaker:nobody', []],
    ['what did they', []],
  ])('gives the newest within a filter where there is no word to look for: %s %j', (question, ids) => {
    expect(found(question)).toEqual(ids);
    for (const hit of index.search(question).hits)
      expect(hit.explain()).toMatchObject({ score: 0, terms: [] });
  });

  it('finds a phrase in the very spelling only, and mends nothing in it', () => {
    const numbers = createIndex([
      passage('They cleared one thousand land-mines.', { id: 'words' }),
      passage('They cleared 1,000 land mines. Austin’s army left.', { id: 'digits' }),
    ]);
    const ids = (question: string) => numbers.search(question).hits.map(({ passage: hit }) => hit.id);
    expect(ids('"1,000 land mines"')).toEqual(['digits']);
    expect(ids('"one thousand land-mines"')).toEqual(['words']);
    expect(ids('"land mines austin\'s"')).toEqual([]);
    expect(ids('"mines. Austin\'s army"')).toEqual(['digits']);
    expect(numbers.search('"clearde land mines"').assumptions).toEqual([]);
  });

  it('has no more to hold a phrase where other words are asked too, and finds what does first', () => {
    expect(found('"Austin said" help')).toEqual(['austin', 'biden']);
    expect(found('"Biden said" help')).toEqual(['biden', 'austin']);
    expect(found('"helped out" mines').sort()).toEqual(['austin', 'biden']);
  });

  it('tells of a filter that does not exist', () => {
    expect(index.search('mines colour:red').parsed.unread[0]?.typed).toBe('colour:red');
  });
});
