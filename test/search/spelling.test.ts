import { describe, expect, it } from 'vitest';
import { loadCorpus, readVisiblePassages } from '../../src/corpus/index.ts';
import { createIndex, fold } from '../../src/search/index.ts';
import { readCountries } from '../../src/search/text/countries.ts';
import { passage } from './passages.ts';

const index = createIndex([
  passage('Most mines are about the size of a hockey puck.', { id: 'size' }),
  passage('Land mines were laid near Izium.', { id: 'laid' }),
  passage('Ukrainian sappers found a landmine at the treatment plant.', { id: 'found' }),
  passage('The invasion displaced a million people.', { id: 'invasion' }),
  passage('The treaty was signed in Ottawa.', { id: 'treaty' }),
]);
const first = (question: string) => index.search(question).hits[0]?.passage.id;

describe('spelling', () => {
  it('finds two words that were typed as one, and says so', () => {
    const { hits, assumptions } = index.search('hockeypuck');
    expect(hits[0]?.passage.id).toBe('size');
    expect(assumptions).toEqual([{ typed: 'hockeypuck', searchedFor: 'hockey puck' }]);
  });

  it.each(['landmine', 'land mine', 'land-mine', 'landmines'])(
    'finds both sharedLexicon by "%s"',
    (question) => {
      expect(
        index
          .search(question)
          .hits.map(({ passage: hit }) => hit.id)
          .slice(0, 2)
          .sort(),
      ).toEqual(['found', 'laid']);
    },
  );

  it('finds words of the same family and of the same country', () => {
    expect(first('who did they invade')).toBe('invasion');
    expect(first('ukraine sapper')).toBe('found');
  });

  it('never replaces a word that is spelt right by one that is like it', () => {
    const { hits, assumptions } = index.search('treaty');
    expect(hits.map(({ passage: hit }) => hit.id)).toEqual(['treaty']);
    expect(assumptions).toEqual([]);
  });

  it('reads a misspelt question word as what it was meant for, without a word about it', () => {
    expect(index.search('wich treaty was signd').assumptions).toEqual([
      { typed: 'signd', searchedFor: 'signed' },
    ]);
  });

  it('mends a slip in an English word that the facts hold in another form only', () => {
    const { hits, assumptions } = index.search('who is signimg it');
    expect(hits.map(({ passage: hit }) => hit.id)).toEqual(['treaty']);
    expect(assumptions).toEqual([{ typed: 'signimg', searchedFor: 'signing' }]);
  });

  it('never takes a name for another word: no country, people or capital is mended', async () => {
    const corpus = await loadCorpus({ sheets: 'test/fixtures/facts', archive: [] });
    const { passages } = await readVisiblePassages(corpus, new Date('2026-11-22T12:00:00Z'));
    const desk = createIndex(passages, corpus.synonyms);
    const names = readCountries().flatMap(({ names, capitals }) => [...names, ...capitals]);
    expect(names.length).toBeGreaterThan(500);
    // What another name of it is searched as is no mending: Britons, the United Kingdom.
    const own = new Set(names.map((name) => fold(name)));
    const mended = names
      .flatMap((name) => [name, name.toLowerCase()])
      .flatMap((name) => desk.search(`mine casualties in ${name}`).assumptions)
      .filter(({ searchedFor }) => !own.has(fold(searchedFor)));
    expect(mended).toEqual([]);
  });

  it.each(['what did Yoon say', 'did Powell sign it', 'deaths by dengue'])(
    'takes no name and no rare word for what is two slips away, or for an everyday word: %s',
    (question) => {
      const words = 'soon power dense sign deaths'.split(' ').map((word) => passage(`It is ${word}.`));
      expect(createIndex(words).search(question).assumptions).toEqual([]);
    },
  );

  it('searches a word that hardly any fact holds as a slip in one that many hold, beside itself', () => {
    const many = Array.from({ length: 300 }, (_, i) => passage(`Report ${i} on Ukrainian grain.`));
    const facts = createIndex([
      passage('The harvest of the Ukrainian fields was good.', { id: 'harvest' }),
      passage('Soldiers left the Ukriainian coast.', { id: 'slip' }),
      ...many,
    ]);
    const ids = (question: string) => facts.search(question).hits.map(({ passage: { id } }) => id);
    expect(ids('harvest of the ukriainian fields')[0]).toBe('harvest');
    expect(ids('ukriainian')[0]).toBe('slip');
    expect(ids('harvest of the ukrainian fields')).not.toContain('slip');
  });

  it('tells nobody of a mended word that no fact holds', () => {
    const { assumptions } = index.search('who signed the blinken treaty');
    expect(assumptions).toEqual([]);
  });

  it('finds one word by two, whatever their endings', () => {
    const joined = createIndex([passage('A landmine was found.', { id: 'one' }), passage('Land was found.')]);
    const [hit] = joined.search('land mines').hits;
    expect(hit?.passage.id).toBe('one');
    expect(hit?.features.coverage).toBeGreaterThan(0.8);
  });

  it('takes no word for a country that only ends as one does', () => {
    const paris = createIndex([passage('The embassy in France is open.', { id: 'france', kind: 'article' })]);
    expect(
      paris
        .search('embassy in Paris')
        .hits[0]?.explain()
        .terms.map(({ metIn }) => metIn),
    ).toEqual(['passage', 'passage']);
    expect(paris.search('pary').hits).toEqual([]);
  });

  it('reads a year of two digits behind an apostrophe', () => {
    const years = createIndex(
      ['2024', '1999'].map((year) => passage(`In ${year} it was signed.`, { id: year })),
    );
    expect(years.search('signed in ’24').hits[0]?.passage.id).toBe('2024');
    expect(years.search("signed in '99").hits[0]?.passage.id).toBe('1999');
  });

  it('takes a slip in a grammar word for no word to be found', () => {
    expect(index.search('mines againist themselvs').askedWords).toBe(2);
  });

  it('parts a question word from what was typed on to it', () => {
    expect(index.search('whosigned the treaty').assumptions).toEqual([
      { typed: 'whosigned', searchedFor: 'who signed' },
    ]);
    expect(index.search('whatis the treaty').askedWords).toBe(1);
  });

  it('leaves a strange name alone', () => {
    expect(index.search('did Assad sign').assumptions).toEqual([]);
    expect(index.search('did assad sign').assumptions).toEqual([]);
  });

  it('finds a long word with two slips', () => {
    expect(index.search('invvasoin').assumptions).toEqual([{ typed: 'invvasoin', searchedFor: 'invasion' }]);
  });
});
