import { describe, expect, it } from 'vitest';
import type { SynonymRule } from '../../../src/corpus/index.ts';
import { buildIndex, createIndex, openIndex } from '../../../src/search/index.ts';
import { passage } from '../passages.ts';

const same = (...names: string[]): SynonymRule => ({ asked: names, finds: names, isSame: true });
const passages = [
  passage('The United Nations counted the wounded of the war.', { id: 'spelt-out' }),
  passage('The UN asked for peace in the region.', { id: 'short' }),
  passage('The United States sent money to many nations.', { id: 'same-words' }),
  passage('Poland wants to leave the Mine Ban Treaty.', { id: 'treaty' }),
  passage('The mine was closed, and the treaty on trade with it.', { id: 'scattered' }),
  passage('Ukrainian deminers work in Kharkiv.', { id: 'ukraine' }),
  passage('South Korea keeps its mines.', { id: 'korea' }),
  passage('The U.S. keeps its mines in the region.', { id: 'us' }),
  passage('Soldiers told us of the region.', { id: 'pronoun' }),
];
const synonyms = [
  same('UN', 'U.N.', 'United Nations'),
  same('Ottawa Convention', 'Mine Ban Treaty', 'APMBC'),
  { asked: ['sapper'], finds: ['deminer'], isSame: false },
];
const index = createIndex(passages, synonyms);
const first = (question: string) => index.search(question).hits[0]?.passage.id;

describe('names that mean the same', () => {
  it.each([
    ['UN', 'United Nations', 'who wounded counted'],
    ['U.N.', 'United Nations', 'who asked for peace'],
    ['Ottawa Convention', 'Mine Ban Treaty', 'who leaves'],
  ])('%s and %s find the same, as surely', (one, other, question) => {
    const [a, b] = [one, other].map((name) => index.search(`${question} ${name}`).hits[0]);
    expect(a?.passage.id).toBe(b?.passage.id);
    expect(a?.features.coverage).toBeCloseTo(b?.features.coverage ?? 0, 10);
    expect(a?.features.wording).toBeCloseTo(b?.features.wording ?? 0, 10);
  });

  it('are met where all words of the other name stand side by side only', () => {
    const coverage = new Map(
      index.search('UN').hits.map(({ passage: { id }, features }) => [id, features.coverage]),
    );
    expect([coverage.get('spelt-out'), coverage.get('short')]).toEqual([1, 1]);
    expect(coverage.get('same-words') ?? 0).toBe(0);
    expect(index.search('APMBC').hits[0]?.passage.id).toBe('treaty');
  });

  it('are bold as a whole, and explained by the name that was found', () => {
    const [hit] = index.search('Who wants to leave the Ottawa Convention?').hits;
    expect(hit?.highlights.map(([start, end]) => hit.passage.text.slice(start, end))).toEqual([
      'wants',
      'leave',
      'Mine Ban Treaty',
    ]);
    const terms = hit
      ?.explain()
      .terms.map(({ typed, metIn, searchedFor }) => [typed, metIn, searchedFor.at(-1)]);
    expect(terms).toContainEqual(['ottawa', 'passage', 'Mine Ban Treaty']);
  });

  it('are reported when the corpus holds the name asked for under another one only', () => {
    expect(index.search('Who leaves the APMBC?').assumptions).toEqual([
      { typed: 'apmbc', searchedFor: 'Mine Ban Treaty' },
    ]);
    expect(index.search('What did the United Nations count?').assumptions).toEqual([]);
  });

  it('work one way where the desk says so', () => {
    expect(first('sapper')).toBe('ukraine');
    expect(
      createIndex([passage('A sapper died.', { kind: 'article' })], synonyms).search('deminer').hits,
    ).toEqual([]);
  });

  it('need no other index when they change', () => {
    const built = buildIndex(passages);
    expect(openIndex([{ columns: built }]).search('APMBC').hits).toEqual([]);
    expect(openIndex([{ columns: built }], synonyms).search('APMBC').hits[0]?.passage.id).toBe('treaty');
  });
});

describe('countries', () => {
  it.each([
    ['Ukraine', 'ukraine'],
    ['Kyiv', 'ukraine'],
    ['South Korean', 'korea'],
    ['Seoul', 'korea'],
    ['America', 'us'],
    ['US', 'us'],
  ])('are found by their names, people and capitals: %s', (asked, id) => {
    expect(first(asked)).toBe(id);
  });

  it('are found by their initials when they are spelt out', () => {
    const ids = (asked: string) => index.search(asked).hits.map(({ passage: hit }) => hit.id);
    expect(ids('United States')).toEqual(expect.arrayContaining(['us', 'same-words']));
    expect(ids('US')).toEqual(expect.arrayContaining(['us', 'same-words']));
  });

  it('do not take a pronoun for the country', () => {
    expect(index.search('US').hits.map(({ passage: hit }) => hit.id)).not.toContain('pronoun');
  });
});
