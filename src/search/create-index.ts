import type { Passage } from '../corpus/index.ts';
import { stem } from './analysis/stem.ts';
import { parseQuery } from './question/query.ts';
import type { KnownWords } from './question/question.ts';
import { readQuestion } from './question/read-question.ts';
import { RankedHit } from './ranked-hit.ts';
import { acceptFor } from './ranking/accept.ts';
import { createScoreSheets } from './ranking/candidates.ts';
import { QuestionTable } from './ranking/question-table.ts';
import { rank } from './ranking/rank.ts';
import { rarity } from './ranking/weights.ts';
import type { SearchIndex } from './search-index.ts';
import { standTogether } from './store/adjacency.ts';
import { buildIndex } from './store/build-index.ts';
import type { IndexData } from './store/index-data.ts';
import { frequencyOf } from './store/posting-lists.ts';
import { suggestWords } from './vocabulary.ts';

/** How many words of the corpus an unknown word may stand for. */
const MOST_SUGGESTIONS = 3;

/** What the index knows of words, as reading a question asks it. */
function knowWords(index: IndexData): KnownWords {
  const { text, lines, surroundings, lexicon, deletions, letters } = index;
  const wordOf = (id: number) => lexicon.wordOf(id);
  const holders = (term: number) => frequencyOf(text.postings, term);
  const isUsed = (term: number) =>
    [text, lines, surroundings].some(({ postings }) => frequencyOf(postings, term) > 0);
  const vocabulary = { deletions, letters, wordOf, holdersOf: (id: number) => holders(lexicon.termOf(id)) };
  const termOfForm = (form: string) => {
    const id = lexicon.idOf(form);
    return id >= 0 && isUsed(lexicon.termOf(id)) ? lexicon.termOf(id) : -1;
  };
  const passages = Math.max(1, index.passages.size);
  return {
    lexicon,
    termOf(form) {
      const known = termOfForm(form);
      return known >= 0 ? known : termOfForm(stem(form));
    },
    termOfForm,
    termOfStem: termOfForm,
    standTogether: (first, second) => standTogether(index, first, second),
    suggest: (form) => suggestWords(vocabulary, form, MOST_SUGGESTIONS),
    // A term that stands in titles only is held by no passage, and counts as one held by a single passage.
    rarityOf: (term) => rarity(Math.max(1, holders(term)), passages),
    greatestRarity: rarity(0, passages),
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
      const query = parseQuery(text);
      const question = readQuestion(query.text, known);
      const ranked = rank(workplace, question, acceptFor(index, query)).slice(0, limit);
      return {
        hits: ranked.map((one) => new RankedHit(index, question, one)),
        assumptions: question.assumptions,
        unreadFilters: query.unread,
      };
    },
  };
}
