import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { importArticles, loadCorpus, type Passage, readVisiblePassages } from '../../src/corpus/index.ts';
import { buildIndex, openIndex, type SearchIndex, type SearchResult } from '../../src/search/index.ts';
import { createFolder } from '../corpus/temporary-folder.ts';
import { type DistantArchive, openDistantArchive } from './distant-archive.ts';
import { passage } from './passages.ts';

/** So many passages are fetched for a question, and their paragraphs: of 1,600, all that could come first. */
const FETCHED = 150;

/** The questions of some lines of JSON. */
const questionsIn = (file: string): readonly string[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).question);

const ASKED = [
  ...questionsIn('test/scenarios/fresh-articles.jsonl').filter((_, n) => n % 2 === 0),
  ...questionsIn('test/scenarios/golden.jsonl').filter((_, n) => n % 5 === 0),
  'Which database holds the ledger?',
  'land mines or landmines in the archive?',
  'what is an inverted index',
  '"index of columns"',
  '"nothing on file" and when it is told',
  'how many passages are in the index of columns topic:none',
  'after:2026-01-01',
  '',
];

/** The same question with two letters of its longest words swapped. */
function withSlips(question: string): string {
  const words = question.split(' ');
  const longest = words.toSorted((a, b) => b.length - a.length).slice(0, 2);
  return words
    .map((word) => (longest.includes(word) && word.length > 4 ? word.replace(/(..)(.)(.)/, '$1$3$2') : word))
    .join(' ');
}

/** All that can be seen of what was found. */
const shown = ({ hits, ...rest }: SearchResult) => ({
  ...rest,
  hits: hits.map((hit) => ({
    ...{ passage: { ...hit.passage }, context: hit.passage.context, score: hit.score },
    ...{ features: hit.features, highlights: hit.highlights, mismatches: hit.mismatches },
    why: hit.explain(),
  })),
});

let distant: DistantArchive;
let whole: SearchIndex;
let near: SearchIndex;

beforeAll(async () => {
  const now = () => new Date('2026-11-22T12:00:00Z');
  const archive = join(await createFolder({}), 'archive');
  const sources = ['test/fixtures/fresh-articles', 'docs', 'README.md'];
  await importArticles({ sources, out: archive, stdin: process.stdin, now });
  const corpus = await loadCorpus({ sheets: 'test/fixtures/facts', archive: [archive] });
  const { passages } = await readVisiblePassages(corpus, now());
  const isArticle = ({ place }: Passage) => place.item !== undefined;
  const sheets = { columns: buildIndex(passages.filter((one) => !isArticle(one))) };
  const articles = passages.filter(isArticle);
  distant = openDistantArchive(articles);
  whole = openIndex([sheets, { columns: buildIndex(articles) }], corpus.synonyms);
  near = openIndex([sheets], corpus.synonyms, { elsewhere: distant.statistics });
});

/** Searches with what a question makes fetch. */
const searchNear: SearchIndex['search'] = (question, options = {}) =>
  near.withFetched(distant.fetch(near.wanted(question, options), FETCHED)).search(question, options);

describe('an archive that lies elsewhere, of which the best passages are fetched', () => {
  it('is asked with the same answers, scores and reasons as one that lies here', () => {
    for (const question of ASKED) expect(shown(searchNear(question))).toEqual(shown(whole.search(question)));
  });

  it('is asked with slips of the keyboard with the same answers, mended by words that were not fetched', () => {
    for (const question of ASKED.map(withSlips))
      expect(shown(searchNear(question))).toEqual(shown(whole.search(question)));
  });

  it('counts as many passages as the whole', () => {
    expect(near.size).toBe(whole.size);
    expect(near.withFetched([]).size).toBe(whole.size);
  });

  it('is mended by for a sentence encoder as one that lies here', () => {
    for (const question of ASKED.map(withSlips)) expect(near.mend(question)).toBe(whole.mend(question));
  });

  it('leaves answers from the sheets as they are when nothing of it is fetched', () => {
    const question = 'How many mines did the US destroy?';
    const [fromSheets] = whole.search(question).hits;
    const [hit] = near.search(question).hits;
    expect([hit?.passage.id, hit?.score]).toEqual([fromSheets?.passage.id, fromSheets?.score]);
  });
});

describe('what a question wants of an archive that lies elsewhere', () => {
  const wantedOf = (texts: readonly string[], question: string) => {
    const { statistics } = openDistantArchive(texts.map((text) => passage(text, { kind: 'article' })));
    return openIndex([], [], { elsewhere: statistics }).wanted(question);
  };

  it('is told in stems, with slips mended, each with what it is worth', () => {
    const { stems } = wantedOf(['The embassy closed.', 'The embassy opened.', 'Kyiv.'], 'embasy in Kyiv');
    expect(stems.map(({ stem }) => stem)).toEqual(['embassi', 'kyiv']);
    expect(stems[1]?.worth).toBeGreaterThan(stems[0]?.worth ?? 0);
  });

  it('tells words that the archive may write as two', () => {
    const wanted = wantedOf(['Land mines kill.'], 'landmine');
    expect(wanted.pairs).toEqual([['land', 'mine']]);
    expect(wanted.stems.map(({ stem }) => stem)).toEqual(expect.arrayContaining(['land', 'mine']));
  });

  it('tells filters, topics, phrases and whom to leave out', () => {
    const index = openIndex([]);
    const options = { topics: new Set(['treaties']), except: new Set(['a#1']) };
    expect(index.wanted('"Ottawa of Treaties" before:2024', options)).toEqual({
      stems: [],
      pairs: [],
      phrases: [['ottawa', 'of', 'treati']],
      mustHoldPhrases: true,
      filters: [{ name: 'before', value: '2024' }],
      topics: ['treaties'],
      except: ['a#1'],
    });
  });
});
