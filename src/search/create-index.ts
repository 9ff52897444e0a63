import type { Passage } from '../corpus/index.ts';
import { type Question, readQuestion } from './question/read-question.ts';
import { createScoreSheets } from './ranking/candidates.ts';
import { highlight } from './ranking/highlight.ts';
import { QuestionTable } from './ranking/question-table.ts';
import { type Ranked, rank } from './ranking/rank.ts';
import { rarity } from './ranking/weights.ts';
import type { Hit, SearchIndex } from './search-index.ts';
import { buildIndex } from './store/build-index.ts';
import type { IndexData } from './store/index-data.ts';
import { frequencyOf } from './store/posting-lists.ts';

/** What the index knows of words, as reading a question asks it. */
function knowWords(index: IndexData) {
  const { text, lines, surroundings, lexicon, deletions } = index;
  const passages = index.passages.size;
  return {
    lexicon,
    deletions,
    isUsed: (term: number) =>
      [text, lines, surroundings].some(({ postings }) => frequencyOf(postings, term) > 0),
    // A term that stands in titles only is held by no passage, and counts as one held by a single passage.
    rarityOf: (term: number) => rarity(Math.max(1, frequencyOf(text.postings, term)), Math.max(1, passages)),
    greatestRarity: rarity(0, passages),
  };
}

function toHit(index: IndexData, question: Question, { ordinal, score, findings }: Ranked): Hit {
  const passage = index.passages.at(ordinal);
  const terms = new Set(question.terms.flatMap(({ alternatives }) => alternatives.map(({ term }) => term)));
  return {
    passage,
    score,
    coverage: findings.parts.wholeCoverage,
    parts: findings.parts,
    highlights: highlight(passage.text, index.lexicon, terms),
  };
}

/** Builds the index of a corpus. Built once, then only asked. */
export function createIndex(passages: Iterable<Passage>): SearchIndex {
  const index = buildIndex(passages);
  const known = knowWords(index);
  const workplace = {
    index,
    sheets: createScoreSheets(index),
    table: new QuestionTable(index.lexicon.size),
    rarityOf: known.rarityOf,
  };
  return {
    size: index.passages.size,
    search(text, limit = 10) {
      const question = readQuestion(text, known);
      const ranked = rank(workplace, question, () => true).slice(0, limit);
      return { hits: ranked.map((one) => toHit(index, question, one)), assumptions: question.assumptions };
    },
  };
}
