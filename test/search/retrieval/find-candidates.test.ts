import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIndex } from '../../../src/search/indexing/build-index.ts';
import { type OpenSegment, openSegment } from '../../../src/search/indexing/segment.ts';
import { SharedLexicon } from '../../../src/search/indexing/shared-lexicon.ts';
import { wordsOfSegment } from '../../../src/search/indexing/word-source.ts';
import { readLanguage } from '../../../src/search/query/language.ts';
import { localiseQuery } from '../../../src/search/query/localise-query.ts';
import { createNameBook } from '../../../src/search/query/name-book.ts';
import { readQuery } from '../../../src/search/query/read-query.ts';
import { createVocabulary } from '../../../src/search/query/vocabulary.ts';
import { findCandidates } from '../../../src/search/retrieval/find-candidates.ts';
import { scoreNaively } from '../naive-scorer.ts';
import { passage } from '../passages.ts';

const WORDS =
  'mine mines land landmine kill death Kyiv 1997 five the of civilians killed treaty treaties 5'.split(' ');
const text = fc
  .array(fc.constantFrom(...WORDS), { minLength: 0, maxLength: 9 })
  .map((words) => words.join(' '));
const sourceOf = (nth: number, title: string) => ({
  id: `s${nth}`,
  title,
  published: '2024',
  file: 'facts/example.md',
});
/** A fact of a sheet, or what an importer made of one: with or without a context and questions. */
const alone = fc
  .tuple(text, text, text, fc.array(text, { maxLength: 2 }))
  .map(([own, title, context, askedAs]) => (nth: number) => [
    passage(own, { id: `p${nth}`, source: sourceOf(nth, title), context, askedAs }),
  ]);
/** The sentences of a paragraph, each with the others around it. */
const paragraph = fc
  .tuple(fc.array(text, { minLength: 2, maxLength: 5 }), text)
  .map(([texts, title]) => (nth: number) => {
    const source = sourceOf(nth, title);
    return texts.map((own, at) => {
      const context = texts.filter((_, other) => other !== at).join(' ');
      return passage(own, { id: `p${nth}-${at}`, source, context });
    });
  });
const corpus = fc
  .array(fc.oneof(alone, paragraph), { maxLength: 20 })
  .map((groups) => groups.flatMap((group, nth) => group(nth)));

/** At least so many, those near the best, and so many at most. */
const keep = fc
  .record({
    most: fc.integer({ min: 1, max: 12 }),
    least: fc.integer({ min: 1, max: 12 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ most, least, share }) => ({ most, least: Math.min(least, most), share }));

describe('findCandidates', () => {
  it('gives exactly the passages and scores of a scorer that reads every word of every passage', () => {
    fc.assert(
      fc.property(
        corpus,
        fc.array(text, { minLength: 1, maxLength: 3 }),
        keep,
        fc.integer({ min: 1, max: 30 }),
        (passages, questions, keep, windowSize) => {
          const language = readLanguage();
          const segments = [openSegment({ columns: buildIndex(passages) })];
          const sharedLexicon = new SharedLexicon(segments.map(wordsOfSegment));
          const known = createVocabulary(segments, sharedLexicon, {
            language,
            names: createNameBook(language.countries, []),
          });
          const { index } = segments[0] as OpenSegment;
          for (const question of questions) {
            const { terms } = localiseQuery(readQuery(question, known), sharedLexicon.numbersIn(0));
            const naive = terms.map(({ weight, alternatives }) => ({
              weight,
              alternatives: alternatives.map(({ term, certainty }) => ({
                stem: index.lexicon.wordOf(term),
                certainty,
              })),
            }));
            const found = findCandidates(index, terms, { keep, windowSize, accepts: () => true });
            const fast = Array.from(found.ordinals, (ordinal, i) => ({ ordinal, score: found.scores[i] }));
            const all = scoreNaively(passages, naive);
            const enough = keep.share * (all[0]?.score ?? 0);
            const wanted = all.filter(({ score }, rank) => rank < keep.least || score > enough);
            expect(fast).toEqual(wanted.slice(0, keep.most));
          }
        },
      ),
      { numRuns: process.env.CI ? 300 : 100 },
    );
  });
});
